import { attempt, attemptName, finishedAttempts, progress, recallAttempt, record, soon, uuidv7, vault } from '../../learn/kit';
import type { Attempt } from '../../learn/attempt';
import type { Deed, FormEntry, Outcome } from '../../shared/types';
import { cardType } from '../../play/kit';
import type { FormStructure } from '../../learn/content';
import type { Time } from './history';
import { nextOf, type Place } from './next';
import { score, type Came } from './score';

type Change = (a: Attempt | undefined) => { value: Attempt; body: Deed['body'] } | undefined;

/** One step of an attempt; `change` is given where she is, perhaps by another tab, and may find that it is done. */
async function step(type: string, id: string, change: Change): Promise<void> {
  await record<Attempt>(type, attemptName(id), (before) => {
    const changed = change(before);
    if (!changed) return undefined;
    const { value } = changed;
    return { value, body: { attempt: id, form: value.form, ...changed.body }, contentHash: value.pinned.structure.hash };
  });
  recallAttempt();
}

/** The sitting (from 1) and the item that come next; nothing when all are answered. */
export const upNext = (form: FormStructure, a: Attempt | undefined): Place | undefined =>
  nextOf(form, a, (item, given) => came(form, item, given));

/** The words that ask her whether she wants to (`assessment.ask`); grows when they come to mean something else. */
const words = 1;
let willing = false;

/** She said yes; for the attempt that begins next. */
export const agree = (): void => void (willing = true);

/** Whether a sitting may begin: one is under way, or she has said yes to a new attempt. */
export const mayBegin = (): boolean => willing || (!!attempt.value && !attempt.value.finishedAt);

/** Begins the sitting, and the attempt if there is none under way. */
export async function beginSitting(entry: FormEntry, sitting: number): Promise<void> {
  const under = attempt.value && !attempt.value.finishedAt ? attempt.value : fresh(entry);
  willing = false;
  await step('sitting.started', under.attempt, (before = under) =>
    before.sittings >= sitting ? undefined : { value: { ...before, sittings: sitting }, body: { sitting, ...before.sittings === 0 && said(before) } },
  );
}

const fresh = ({ id, title, minutes, structure, text, plan }: FormEntry): Attempt => ({
  attempt: uuidv7(),
  form: id,
  pinned: { id, title, minutes, structure, text, plan },
  startedAt: new Date().toISOString(),
  agreed: words,
  finishedAt: null,
  sittings: 0,
  answers: {},
  order: [],
  avoid: itemsOfLast(),
});

/** Told with the first sitting: her yes; and what was left out, so that every choice can be made again. */
const said = ({ agreed, avoid = [] }: Attempt): { agreed?: number; avoid?: string[] } => ({
  ...(agreed && { agreed }),
  ...(avoid.length > 0 && { avoid }),
});

/** Her finished attempt on this phone, unless she took it elsewhere since. */
export function latestHere(): Attempt | undefined {
  const a = attempt.value;
  if (!a?.finishedAt) return undefined;
  const end = Date.parse(a.finishedAt);
  return finishedAttempts().some((r) => r.attempt !== a.attempt && Date.parse(r.scoredAt ?? '') > end) ? undefined : a;
}

/** What she had last time, on this phone or, as far as the server told it, on another. */
function itemsOfLast(): string[] {
  const here = latestHere();
  if (here) return Object.keys(here.answers);
  const last = finishedAttempts()[0];
  return last ? [...last.can, ...last.next] : [];
}

const rest = 30 * 24 * 60 * 60 * 1000;

/** From when she may take it again, where there are other tasks to take; nothing when she has taken none. */
export function againFrom(): Date | undefined {
  const times = finishedAttempts().map((r) => Date.parse(r.scoredAt ?? ''));
  if (attempt.value?.finishedAt) times.push(Date.parse(attempt.value.finishedAt));
  const past = times.filter((time) => time <= Date.now());
  return past.length > 0 ? new Date(Math.max(...past) + rest) : undefined;
}

/** Keeps what she is in the middle of, so that a dead battery costs her nothing. */
export async function keepDraft(item: string, response: object | undefined, helped: boolean): Promise<void> {
  await vault().alter<Attempt>(attemptName(attempt.value!.attempt), (a) =>
    !a || item in a.answers ? undefined : { ...a, draft: { item, response, helped } },
  );
  recallAttempt();
}

export async function answer(item: string, sitting: number, response: object, helped: boolean): Promise<void> {
  await step('item.answered', attempt.value!.attempt, (a) => {
    if (!a || item in a.answers) return undefined;
    const answers = { ...a.answers, [item]: { response, helped } };
    const order = [...(a.order ?? []), item];
    return { value: { ...a, answers, order, draft: undefined }, body: { item, sitting, response, helped } };
  });
  soon();
}

export async function finishAttempt(form: FormStructure): Promise<void> {
  await step('attempt.finished', attempt.value!.attempt, (a) => {
    if (!a || a.finishedAt) return undefined;
    const advised = ownOutcome(form, a).next.map((item) => form.items[item]!.module);
    return { value: { ...a, advised, finishedAt: new Date().toISOString() }, body: {} };
  });
  soon(0);
}

/** What came of an answer, by the rules that the server has too. */
export function came(form: FormStructure, item: string, a: { response: object; helped: boolean }): Came {
  const card = form.items[item];
  const done = card && cardType(card.type)?.right?.({ ...card, id: item }, a.response);
  return a.helped ? (done ? 'helped' : 'helped-not-done') : done ? 'done' : 'not-done';
}

/** The result made on the phone. */
export function ownOutcome(form: FormStructure, a: Attempt): Outcome {
  const answers = Object.entries(a.answers).map(([id, given]) => [id, came(form, id, given)] as const);
  return score(form.plan, Object.fromEntries(answers));
}

/** The server's result of this attempt, or of her latest on any phone; once it is there it is the one that counts. */
export function receivedOutcome(a: Attempt | undefined): Outcome | undefined {
  const found = finishedAttempts().find((r) => !a || r.attempt === a.attempt);
  // what is still on its way here would change it
  if (!found || (a && found.answered < Object.keys(a.answers).length)) return undefined;
  const { level = null, likely, can, next } = found;
  return { level, likely: likely ?? [0, 0], can, next };
}

/** Each time that came to a level, here or on another phone, the latest first. */
export function times(a: Attempt | undefined, outcome: Outcome | undefined): Time[] {
  const received = (progress.value?.attempts ?? []).filter((r) => r.attempt !== a?.attempt);
  const all = received.map((r) => ({ at: r.scoredAt ?? '', level: r.level ?? null, likely: r.likely ?? [0, 0], can: r.can }) as Time);
  if (a?.finishedAt && outcome) all.push({ at: a.finishedAt, ...outcome });
  return all.filter((time) => time.level !== null && time.at !== '').sort((x, y) => (x.at < y.at ? 1 : -1));
}
