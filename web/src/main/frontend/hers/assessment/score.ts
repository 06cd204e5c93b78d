import type { Outcome } from '../../shared/types';
import type { AdaptivePlan, Plan } from '../../learn/content';
import { AdaptiveTest, outcomeOf } from './adaptive';

/** What came of an item: done alone or with somebody's help; tried alone or with help, and not done. */
export type Came = 'done' | 'helped' | 'not-done' | 'helped-not-done';

const scale = 10_000;
const likely = 0.1;

/**
 * The provisional result of the answers, as the server makes it: prior times P(answer) row by row (Rasch, EAP grid),
 * then the probability of each level between the cuts. A task done with help counts as done at least with help, where
 * the plan has a row for that; it can only speak for her, so without anything done or tried alone there is no level.
 */
export function score(plan: Plan | AdaptivePlan, answers: Record<string, Came>): Outcome {
  const difficulty = difficulties(plan);
  const ids = Object.keys(answers).filter((id) => difficulty.has(id));
  const alone = ids.some((id) => answers[id] === 'done' || answers[id] === 'not-done');
  const levels = 'rows' in plan ? adaptiveLevels(plan, answers, ids) : fixedLevels(plan, answers, ids);
  const level = levels.indexOf(Math.max(...levels));
  const among = levels.map((p, i) => (p >= likely || i === level ? i : -1)).filter((i) => i >= 0);
  const easiest = (a: string, b: string) => difficulty.get(a)! - difficulty.get(b)! || (a < b ? -1 : 1);
  const which = (...came: Came[]) => ids.filter((id) => came.includes(answers[id]!)).sort(easiest);
  return {
    level: alone ? level : null,
    likely: [among[0]!, among[among.length - 1]!],
    can: which('done'),
    // first what she could not do, then what somebody helped her with
    next: [...which('not-done'), ...which('helped', 'helped-not-done')].slice(0, 3),
  };
}

const difficulties = (plan: Plan | AdaptivePlan): Map<string, number> =>
  new Map('rows' in plan ? plan.items.map((id, i) => [id, plan.difficulty[i]!]) : Object.entries(plan.difficulty));

function adaptiveLevels(plan: AdaptivePlan, answers: Record<string, Came>, ids: string[]): number[] {
  const test = new AdaptiveTest(plan, 0);
  for (const id of ids) {
    const item = plan.items.indexOf(id);
    test.answer(item, outcomeOf(test, item, answers[id]!));
  }
  return test.levels();
}

const fixedLevels = (plan: Plan, answers: Record<string, Came>, ids: string[]): number[] =>
  levelsOf(plan, posterior(plan, ids.map((id) => rowOf(plan, id, answers[id]!)).filter((row) => !!row)));

/** How likely what came of an item is at each ability, times 10000; nothing where it says nothing of her. */
function rowOf(plan: Plan, id: string, came: Came): number[] | undefined {
  if (came === 'helped') return plan.helped?.[id];
  if (came === 'helped-not-done') return undefined;
  const right = plan.right[id]!;
  return came === 'done' ? right : right.map((p) => scale - p);
}

function posterior(plan: Plan, rows: number[][]): number[] {
  let mass = plan.prior;
  for (const row of rows) {
    mass = mass.map((m, i) => m * row[i]!);
    const most = Math.max(...mass);
    mass = mass.map((m) => m / most);
  }
  const total = mass.reduce((sum, m) => sum + m, 0);
  return mass.map((m) => m / total);
}

/** The probability of each level, from 0 upwards. */
function levelsOf(plan: Plan, mass: number[]): number[] {
  const below = plan.below.map((row) => {
    const p = row.reduce((sum, w, i) => sum + w * mass[i]!, 0) / scale;
    return Math.min(1, Math.max(0, p));
  });
  return [...below, 1].map((p, i) => p - (below[i - 1] ?? 0));
}
