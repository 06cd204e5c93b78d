import { attempt, attemptKey, finishedAttempts, inTurn, record, soon, store, uuidv7 } from '../../learn/kit';
import type { Attempt } from '../../learn/attempt';
import type { Deed, FormEntry, Outcome } from '../../shared/types';
import { cardType } from '../cards';
import type { FormStructure } from '../../learn/content';
import { score, type Came } from './score';

async function step(type: string, a: Attempt, body: Deed['body']): Promise<void> {
  const whole = { attempt: a.attempt, form: a.form, ...body };
  await record(type, whole, a.pinned.structure.hash, { key: attemptKey(a), value: a });
  attempt.value = a;
}

/** The sitting (from 1) and the item that come next; nothing when all are answered. */
export function upNext(form: FormStructure, a: Attempt | undefined): { sitting: number; item: string } | undefined {
  for (let i = 0; i < form.sittings.length; i++) {
    const item = form.sittings[i]!.find((id) => !a || !(id in a.answers));
    if (item) return { sitting: i + 1, item };
  }
  return undefined;
}

/** Begins the sitting, and the attempt if there is none under way. */
export const beginSitting = (entry: FormEntry, sitting: number): Promise<void> =>
  inTurn(async () => {
    const now = attempt.value;
    const a = now && !now.finishedAt ? now : fresh(entry);
    if (a.sittings < sitting) await step('sitting.started', { ...a, sittings: sitting }, { sitting });
  });

const fresh = ({ id, title, minutes, structure, text }: FormEntry): Attempt => ({
  attempt: uuidv7(),
  form: id,
  pinned: { id, title, minutes, structure, text },
  startedAt: new Date().toISOString(),
  finishedAt: null,
  sittings: 0,
  answers: {},
});

/** Keeps what she is in the middle of, so that a dead battery costs her nothing. */
export const keepDraft = (item: string, response: object | undefined, helped: boolean): Promise<void> =>
  inTurn(async () => {
    const a = attempt.value!;
    if (item in a.answers) return;
    attempt.value = { ...a, draft: { item, response, helped } };
    await store.put('places', attemptKey(attempt.value), attempt.value);
  });

export const answer = (item: string, sitting: number, response: object, helped: boolean): Promise<void> =>
  inTurn(async () => {
    const a = attempt.value!;
    if (item in a.answers) return;
    const answers = { ...a.answers, [item]: { response, helped } };
    await step('item.answered', { ...a, answers, draft: undefined }, { item, sitting, response, helped });
    soon();
  });

export const finishAttempt = (form: FormStructure): Promise<void> =>
  inTurn(async () => {
    const a = attempt.value!;
    if (a.finishedAt) return;
    const advised = ownOutcome(form, a).next.map((item) => form.items[item]!.module);
    await step('attempt.finished', { ...a, advised, finishedAt: new Date().toISOString() }, {});
    soon(0);
  });

/** What came of an answer, by the rules that the server has too. */
export function came(form: FormStructure, item: string, a: { response: object; helped: boolean }): Came {
  const card = form.items[item];
  if (a.helped) return 'helped';
  return card && cardType(card.type)?.right?.({ ...card, id: item }, a.response) ? 'done' : 'not-done';
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
