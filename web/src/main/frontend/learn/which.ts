import type { ModuleEntry } from '../shared/types';
import { catalogue } from './catalogue';
import { begun, finishedAt } from './places';

export const nameOf = (course: string, module: string): string => `${course}/${module}`;

export interface Step {
  course: string;
  entry: ModuleEntry;
}

/** All modules in the order in which they are offered: what is begun first, then what she was advised, then the rest. */
export function stepsToGo(advised: string[] = []): Step[] {
  const all = (catalogue.value?.courses ?? []).flatMap((c) => c.modules.map((entry) => ({ course: c.id, entry })));
  const open = all.filter((s) => !finishedAt(s.course, s.entry.id));
  const rank = (s: Step) => {
    if (begun(s.course, s.entry.id)) return -1;
    const at = advised.indexOf(nameOf(s.course, s.entry.id));
    return at < 0 ? advised.length : at;
  };
  return open.sort((a, b) => rank(a) - rank(b));
}

/** Minutes of what was finished since Monday, here or on another phone. */
export function minutesThisWeek(now = new Date()): number {
  const monday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - ((now.getDay() + 6) % 7)).getTime();
  return (catalogue.value?.courses ?? [])
    .flatMap((c) => c.modules.map((m) => ({ minutes: m.minutes, at: finishedAt(c.id, m.id) })))
    .filter(({ at }) => at && new Date(at).getTime() >= monday)
    .reduce((sum, { minutes }) => sum + minutes, 0);
}

