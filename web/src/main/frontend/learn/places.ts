import { signal } from '@preact/signals';
import type { Deed, Published } from '../shared/types';
import { progress } from './catalogue';
import { keepRest } from '../shell/offline';
import { record, soon, vault } from '../shell/sync';
import { me } from '../shell/who';
import { midnight } from './sparing';

/** Where a worker is in a module. `pinned`: the version that she began, and stays with. `done`: card to what she did. */
export interface ModulePlace {
  course: string;
  module: string;
  pinned: Published;
  startedAt: string;
  finishedAt: string | null;
  done: Record<string, unknown>;
  /** Her answers to cards that came again later, by card. */
  again?: Record<string, Try[]>;
}

/** One answer: 1 not, 2 with help, 3 well. */
export interface Try {
  at: string;
  rating: 1 | 2 | 3 | 4;
}

const places = signal<Record<string, ModulePlace>>({});
const key = (course: string, module: string) => `module/${course}/${module}`;

export function recallPlaces(): void {
  places.value = Object.fromEntries(vault().all<ModulePlace>('module/').map((p) => [key(p.course, p.module), p]));
}

export const place = (course: string, module: string): ModulePlace | undefined => places.value[key(course, module)];
export const allPlaces = (): ModulePlace[] => Object.values(places.value);

/** Finished here, or on another phone and received from there. */
export const finishedAt = (course: string, module: string): string | null =>
  place(course, module)?.finishedAt ?? received(course, module)?.finishedAt ?? null;

export const begun = (course: string, module: string): boolean =>
  !!place(course, module) || !!received(course, module);

const received = (course: string, module: string) =>
  progress.value?.modules.find((m) => m.course === course && m.module === module);

export const ofModule = (course: string, module: string) => (deed: Deed): boolean =>
  deed.worker === me.value?.id && deed.body.course === course && deed.body.module === module;

type Change = (p: ModulePlace | undefined) => { value: ModulePlace; body?: Deed['body']; hash?: string } | undefined;

/** One step in a module; `change` is given where she is, perhaps by another tab, and may find that it is done. */
async function step(type: string, course: string, module: string, change: Change): Promise<void> {
  await record<ModulePlace>(type, key(course, module), (before) => {
    const changed = change(before);
    if (!changed) return undefined;
    const { value, body, hash = value.pinned.structure.hash } = changed;
    return { value, body: { course, module, ...body }, contentHash: hash };
  });
  recallPlaces();
}

export const start = (course: string, module: string, pinned: Published): Promise<void> =>
  step('module.started', course, module, (before) => {
    if (before) return undefined;
    const startedAt = new Date().toISOString();
    return { value: { course, module, pinned, startedAt, finishedAt: null, done: {} } };
  });

/** What she did on a card, the first time; trying other answers afterwards is play. */
export async function finishCard(course: string, module: string, card: string, outcome: object): Promise<void> {
  await step('card.done', course, module, (p) =>
    !p || card in p.done ? undefined : { value: { ...p, done: { ...p.done, [card]: outcome } }, body: { card, outcome } },
  );
  // All of a module goes together where she does it in one go, and at once when she puts the phone away: fewer requests on a
  // phone that pays for each. What was only read goes along with the next answer.
  if (Object.keys(outcome).length > 0) soon(60_000);
}

/** What she answered to a card that came again, once a day; `hash`: the version that it was played from. */
export async function answerAgain(q: { course: string; module: string; card: string }, hash: string, outcome: object, rating: Try['rating']): Promise<void> {
  const { course, module, card } = q;
  const now = new Date();
  await step('card.again', course, module, (p) => {
    const before = p?.again?.[card] ?? [];
    if (!p || before.some(({ at }) => midnight(new Date(at)) >= midnight(now))) return undefined;
    const again = { ...p.again, [card]: [...before, { at: now.toISOString(), rating }] };
    return { value: { ...p, again }, body: { card, outcome, rating }, hash };
  });
  soon();
}

export async function finish(course: string, module: string): Promise<void> {
  await step('module.finished', course, module, (p) =>
    !p || p.finishedAt ? undefined : { value: { ...p, finishedAt: new Date().toISOString() } },
  );
  soon();
  setTimeout(() => keepRest(true), 10_000);
}
