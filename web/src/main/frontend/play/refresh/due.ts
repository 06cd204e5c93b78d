import type { Try } from '../../learn/places';
import { answered, interval, type Memory } from './fsrs';

const days = (from: string, to: string): number => {
  const [a, b] = [from, to].map((at) => new Date(at)) as [Date, Date];
  // counted from noon to noon, as a day may have an hour more or less
  return Math.round((noon(b) - noon(a)) / 86_400_000);
};
const noon = (d: Date): number => new Date(d.getFullYear(), d.getMonth(), d.getDate(), 12).getTime();

/** The beginning of the day on which a card comes again, after all her answers to it, of which there is at least one. */
export function dueAfter(tries: Try[]): string {
  let memory: Memory | undefined;
  let before = tries[0]!;
  for (const now of tries) {
    memory = answered(memory, now.rating, Math.max(0, days(before.at, now.at)));
    before = now;
  }
  const last = new Date(before.at);
  return new Date(last.getFullYear(), last.getMonth(), last.getDate() + interval(memory!)).toISOString();
}
