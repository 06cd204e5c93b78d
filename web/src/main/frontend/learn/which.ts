import type { ModuleEntry, Published } from '../shared/types';
import type { Card, ModuleStructure } from './content';
import { iconOf } from './kinds';
import { catalogue, findModule } from './catalogue';
import { onPhone } from './packages';
import { begun, finishedAt, place, type ModulePlace } from './places';

export const nameOf = (course: string, module: string): string => `${course}/${module}`;

/** The version to show: the one that she is in the middle of, else the newest. */
export function versionOf(course: string, module: string): Published | undefined {
  const entry = findModule(course, module);
  const at = place(course, module);
  if (at && !at.finishedAt && (!entry || onPhone(nameOf(course, module), at.pinned))) return at.pinned;
  return entry ?? at?.pinned;
}

/** The cards that this version of the app can play; a newer kind is left out rather than stopping her. */
export const cardsOf = (structure: ModuleStructure): Card[] => structure.cards.filter((c) => iconOf(c.type));

/** The first card that is not done; the first of all when everything is. */
export const cardToDo = (structure: ModuleStructure, at: ModulePlace | undefined): Card | undefined =>
  cardsOf(structure).find((c) => !at || !(c.id in at.done)) ?? cardsOf(structure)[0];

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

