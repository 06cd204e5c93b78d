import { signal } from '@preact/signals';
import type { Deed, Published } from '../shared/types';
import { progress } from './catalogue';
import { inTurn } from '../shell/in-turn';
import { keepWords } from '../shell/offline';
import { me } from '../shell/session';
import { store } from '../shell/store';
import { record, soon } from '../shell/sync';

/** Where a worker is in a module. `pinned`: the version that she began, and stays with. `done`: card to what she did. */
export interface ModulePlace {
  course: string;
  module: string;
  pinned: Published;
  startedAt: string;
  finishedAt: string | null;
  done: Record<string, unknown>;
}

const places = signal<Record<string, ModulePlace>>({});
const key = (course: string, module: string) => `${me.value!.id}/module/${course}/${module}`;

export async function recallPlaces(): Promise<void> {
  const kept = await store.all<ModulePlace>('places', `${me.value!.id}/module/`);
  places.value = Object.fromEntries(kept.map((p) => [key(p.course, p.module), p]));
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

async function step(type: string, p: ModulePlace, body: Deed['body'] = {}): Promise<void> {
  const name = key(p.course, p.module);
  const whole = { course: p.course, module: p.module, ...body };
  await record(type, whole, p.pinned.structure.hash, { key: name, value: p });
  places.value = { ...places.value, [name]: p };
}

export const start = (course: string, module: string, pinned: Published): Promise<void> =>
  inTurn(async () => {
    if (place(course, module)) return;
    const startedAt = new Date().toISOString();
    await step('module.started', { course, module, pinned, startedAt, finishedAt: null, done: {} });
  });

/** What she did on a card, the first time; trying other answers afterwards is play. */
export const finishCard = (course: string, module: string, card: string, outcome: object): Promise<void> =>
  inTurn(async () => {
    const p = place(course, module)!;
    if (card in p.done) return;
    await step('card.done', { ...p, done: { ...p.done, [card]: outcome } }, { card, outcome });
    // what was only read goes along with the next answer: fewer requests on a phone that pays for each
    if (Object.keys(outcome).length > 0) soon();
  });

export const finish = (course: string, module: string): Promise<void> =>
  inTurn(async () => {
    const p = place(course, module)!;
    if (p.finishedAt) return;
    await step('module.finished', { ...p, finishedAt: new Date().toISOString() });
    soon();
    setTimeout(() => keepWords(true), 10_000);
  });
