import type { Outcome } from '../../shared/types';

/** One time that she took the assessment. */
export type Time = Pick<Outcome, 'level' | 'likely' | 'can'> & { at: string };

/** What she did the latest time and at no time before: that says more than a small change of a level. */
export function firstDone(times: Time[]): string[] {
  const [latest, ...before] = times;
  const known = new Set(before.flatMap((time) => time.can));
  return latest?.can.filter((item) => !known.has(item)) ?? [];
}

/** Whether chance alone may account for it: the bands of the latest and of some earlier time have a level in common. */
export const perhapsChance = ([latest, ...before]: Time[]): boolean =>
  !!latest && before.some(({ likely: [low, high] }) => low <= latest.likely[1] && latest.likely[0] <= high);
