import type { Attempt } from '../../learn/attempt';
import type { AdaptivePlan, FormStructure } from '../../learn/content';
import { AdaptiveTest, DONE, outcomeOf, seedOf, understood } from './adaptive';
import type { Came } from './score';

/** Where she is: the sitting, from 1, and the item. */
export interface Place {
  sitting: number;
  item: string;
}

type Given = Attempt['answers'][string];

/** What the phone chooses by; nothing where everybody gets the same. */
const chosen = (form: FormStructure): AdaptivePlan | undefined => ('rows' in form.plan ? form.plan : undefined);
const aSitting = (plan: AdaptivePlan): number => Math.ceil(plan.most / plan.sittings);

/** Whether this app can give the form; one of later rules needs a later app. */
export function canGive(form: FormStructure): boolean {
  const plan = chosen(form);
  return !plan || understood(plan);
}

export const sittingsOf = (form: FormStructure): number => chosen(form)?.sittings ?? form.sittings.length;

/** The items of a sitting, from 1; where the phone chooses them, as far as it has. */
export function itemsOf(form: FormStructure, a: Attempt | undefined, sitting: number): (string | undefined)[] {
  const plan = chosen(form);
  if (!plan) return form.sittings[sitting - 1] ?? [];
  const from = (sitting - 1) * aSitting(plan);
  return Array.from({ length: Math.min(aSitting(plan), plan.most - from) }, (_, i) => a?.order?.[from + i]);
}

/** What comes next; nothing when all is answered. */
export function nextOf(
  form: FormStructure,
  a: Attempt | undefined,
  came: (item: string, given: Given) => Came,
): Place | undefined {
  const plan = chosen(form);
  if (plan) return choose(plan, a, came);
  for (let i = 0; i < form.sittings.length; i++) {
    const item = form.sittings[i]!.find((id) => !a || !(id in a.answers));
    if (item) return { sitting: i + 1, item };
  }
  return undefined;
}

/** Follows from the attempt's id and her answers alone, so it is the same item after the app was closed. */
function choose(plan: AdaptivePlan, a: Attempt | undefined, came: (item: string, given: Given) => Came): Place | undefined {
  const avoided = new Set(a?.avoid);
  const test = new AdaptiveTest(plan, a ? seedOf(a.attempt) : 0, plan.items.map((id) => avoided.has(id)));
  for (const id of a?.order ?? []) {
    const item = plan.items.indexOf(id);
    test.answer(item, outcomeOf(test, item, came(id, a!.answers[id]!)));
  }
  const item = test.next();
  return item === DONE ? undefined : { sitting: Math.floor(test.answered / aSitting(plan)) + 1, item: plan.items[item]! };
}
