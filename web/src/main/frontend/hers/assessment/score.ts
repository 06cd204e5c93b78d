import type { Outcome } from '../../shared/types';
import type { AdaptivePlan, Plan } from '../../learn/content';
import { AdaptiveTest, outcomeOf } from './adaptive';

/** What came of an item: done alone, done with somebody's help, or tried and not done. */
export type Came = 'done' | 'helped' | 'not-done';

const scale = 10_000;
const likely = 0.1;

/**
 * The provisional result of the answers, as the server makes it: prior times P(answer) row by row (Rasch, EAP grid),
 * then the probability of each level between the cuts. What was done with help says neither that she can nor that she
 * cannot, so it is left out. Without an answer that counts there is no level.
 */
export function score(plan: Plan | AdaptivePlan, answers: Record<string, Came>): Outcome {
  const difficulty = difficulties(plan);
  const ids = Object.keys(answers).filter((id) => difficulty.has(id));
  const counted = ids.filter((id) => answers[id] !== 'helped');
  const levels = 'rows' in plan ? adaptiveLevels(plan, answers, counted) : fixedLevels(plan, answers, counted);
  const level = levels.indexOf(Math.max(...levels));
  const among = levels.map((p, i) => (p >= likely || i === level ? i : -1)).filter((i) => i >= 0);
  const easiest = (a: string, b: string) => difficulty.get(a)! - difficulty.get(b)! || (a < b ? -1 : 1);
  const which = (came: Came) => ids.filter((id) => answers[id] === came).sort(easiest);
  return {
    level: counted.length > 0 ? level : null,
    likely: [among[0]!, among[among.length - 1]!],
    can: which('done'),
    // first what she could not do, then what she could only with help
    next: [...which('not-done'), ...which('helped')].slice(0, 3),
  };
}

const difficulties = (plan: Plan | AdaptivePlan): Map<string, number> =>
  new Map('rows' in plan ? plan.items.map((id, i) => [id, plan.difficulty[i]!]) : Object.entries(plan.difficulty));

function adaptiveLevels(plan: AdaptivePlan, answers: Record<string, Came>, counted: string[]): number[] {
  const test = new AdaptiveTest(plan, 0);
  for (const id of counted) {
    const item = plan.items.indexOf(id);
    test.answer(item, outcomeOf(test, item, answers[id]!));
  }
  return test.levels();
}

const fixedLevels = (plan: Plan, answers: Record<string, Came>, counted: string[]): number[] =>
  levelsOf(plan, posterior(plan, counted.map((id) => [id, answers[id] === 'done'])));

function posterior(plan: Plan, answers: [string, boolean][]): number[] {
  let mass = plan.prior;
  for (const [id, done] of answers) {
    const row = plan.right[id]!;
    mass = mass.map((m, i) => m * (done ? row[i]! : scale - row[i]!));
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
