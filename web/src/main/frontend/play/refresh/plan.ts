import { allPlaces, me, nameOf, plan, planName, recallQuestions, useEffect, vault } from '../../learn/kit';
import type { ModuleStructure } from '../../learn/content';
import type { ModulePlace, Try } from '../../learn/places';
import type { Plan } from '../../learn/questions';
import { open } from '../bring';
import { dueAfter } from './due';
import { rate } from './rate';

/** Her first answer, by what she finished the module, and what she answered to the same card afterwards. */
const tries = (p: ModulePlace, card: string): Try[] => [{ at: p.finishedAt!, rating: 1 }, ...(p.again?.[card] ?? [])];

/** The cards of a module that she got wrong, judged by the version that she took; nothing when it is not on the phone. */
async function wrong(p: ModulePlace): Promise<string[] | undefined> {
  const opened = await open<ModuleStructure, unknown>(nameOf(p.course, p.module), p.pinned);
  return opened?.structure.cards.filter((c) => rate(c, p.done[c.id]) === 1).map((c) => c.id);
}

/** Looks through what she has finished and was not looked through yet. */
export async function lookThrough(): Promise<void> {
  const found: Plan = {};
  for (const p of allPlaces()) {
    const name = nameOf(p.course, p.module);
    if (!p.finishedAt || plan.value[name]) continue;
    const cards = await wrong(p);
    if (cards) found[name] = Object.fromEntries(cards.map((card) => [card, dueAfter(tries(p, card))]));
  }
  if (Object.keys(found).length === 0) return;
  await vault().alter<Plan>(planName, (before) => ({ ...found, ...before }));
  recallQuestions();
}

/** The same, each time that another page is looked at. */
export function useLookThrough(path: string[]): void {
  const here = [me.value?.id, ...path].join('/');
  useEffect(() => void lookThrough().catch(() => undefined), [here]);
}

/** After she answered a card again. */
export async function putOff(p: ModulePlace, card: string): Promise<void> {
  const name = nameOf(p.course, p.module);
  const due = dueAfter(tries(p, card));
  await vault().alter<Plan>(planName, (before) => ({ ...before, [name]: { ...before?.[name], [card]: due } }));
  recallQuestions();
}
