import { signal } from '@preact/signals';
import type { Published } from '../shared/types';
import { languages } from '../shell/language';
import { vault } from '../shell/sync';
import { findModule } from './catalogue';
import { has } from './packages';
import { nameOf } from './path';
import { allPlaces, place, type ModulePlace } from './places';
import { mayAsk, midnight, minutesOf, monday } from './sparing';

/** A card that she got wrong, and the first moment at which it may be asked again. */
export interface Question {
  course: string;
  module: string;
  card: string;
  due: string;
}

/**
 * By module, as course/module: the cards of it that come again, and when. A module that is not in it has not been looked
 * through yet. Made of what she did alone, by the part that plays cards, and may be thrown away and made anew.
 */
export type Plan = Record<string, Record<string, string>>;
export const planName = 'again/plan';
const pauseName = 'again/paused';

export const plan = signal<Plan>({});
/** She wants none for now. */
export const paused = signal(false);

export function recallQuestions(): void {
  plan.value = vault().get<Plan>(planName) ?? {};
  paused.value = vault().get<boolean>(pauseName) ?? false;
}

export async function pause(now: boolean): Promise<void> {
  await vault().put(pauseName, now);
  paused.value = now;
}

/** The version to play a finished module's cards from: hers, else the newest, as far as one is on the phone. */
export function readable(p: ModulePlace): Published | undefined {
  const name = nameOf(p.course, p.module);
  return [p.pinned, findModule(p.course, p.module)].find(
    (v) => v && has(name, v, 'structure') && languages.some(([code]) => has(name, v, code)),
  );
}

const answeredSince = (since: Date): number =>
  allPlaces()
    .flatMap((p) => Object.values(p.again ?? {}).flat())
    .filter(({ at }) => new Date(at) >= since).length;

/** Minutes of small questions since Monday. */
export const askedThisWeek = (now: Date): number => minutesOf(answeredSince(monday(now)));

/** What may be asked again now, what has waited longest first: wholly from the phone, and never more than is promised. */
export function questions(now: Date, minutes: number): Question[] {
  if (paused.value) return [];
  const all = Object.entries(plan.value).flatMap(([name, cards]) => {
    const [course, module] = name.split('/') as [string, string];
    const at = place(course, module);
    if (!at || !readable(at)) return [];
    return Object.entries(cards).map(([card, due]): Question => ({ course, module, card, due }));
  });
  return all
    .filter(({ due }) => new Date(due) <= now)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .slice(0, mayAsk(now, answeredSince(midnight(now)), minutes));
}
