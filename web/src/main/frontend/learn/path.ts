import type { Audience, CourseEntry, ModuleEntry } from '../shared/types';

export const nameOf = (course: string, module: string): string => `${course}/${module}`;

export interface Step {
  course: string;
  entry: ModuleEntry;
}

/** All that decides in which order modules are offered to somebody. */
export interface Learner {
  courses: CourseEntry[];
  /** The modules that workers begin with, as course/module. */
  core: string[];
  who: Audience[];
  begun: (course: string, module: string) => boolean;
  finished: (course: string, module: string) => boolean;
}

const steps = (courses: CourseEntry[]): Step[] => courses.flatMap((c) => c.modules.map((entry) => ({ course: c.id, entry })));

/** As whom she learns: who helps or answers for a place supervises; who heads a centre, or is above, is asked for advice. */
export function audiences({ helper, officer, desk }: { helper: boolean; officer: boolean; desk: boolean }, cadre: string): Audience[] {
  const who: Audience[] = desk ? [] : ['workers'];
  if (helper || officer) who.push('supervisors');
  if (officer || cadre === 'centre-head') who.push('experts');
  return who;
}

const isFor = (c: CourseEntry, who: Audience[]): boolean => (c.audience ?? ['workers']).some((a) => who.includes(a));

/** The courses that are for her, those of her office first, and what there is beside. */
export function shelf({ courses, who }: Learner): { hers: CourseEntry[]; others: CourseEntry[] } {
  const hers = courses.filter((c) => isFor(c, who));
  const office = hers.filter((c) => !isFor(c, ['workers']));
  return { hers: [...office, ...hers.filter((c) => !office.includes(c))], others: courses.filter((c) => !hers.includes(c)) };
}

/** The path that workers begin with, as far as it is there. */
export function path({ courses, core }: Learner): Step[] {
  const all = steps(courses);
  return core.flatMap((name) => all.find((s) => nameOf(s.course, s.entry.id) === name) ?? []);
}

/**
 * The modules that she has before her, in the order in which they are offered: what is begun first, then what she was
 * advised, then the path, then the rest of what is for her. A course for others is among them once she has begun it.
 */
export function ahead(l: Learner, advised: string[]): Step[] {
  const { hers, others } = shelf(l);
  const opened = others.filter((c) => c.modules.some((m) => l.begun(c.id, m.id)));
  const first = [...advised, ...(l.who.includes('workers') ? l.core : [])];
  const rank = (s: Step) => {
    if (l.begun(s.course, s.entry.id)) return -1;
    const at = first.indexOf(nameOf(s.course, s.entry.id));
    return at < 0 ? first.length : at;
  };
  return steps([...hers, ...opened])
    .filter((s) => !l.finished(s.course, s.entry.id))
    .sort((a, b) => rank(a) - rank(b));
}

/** What could come after a module: the next of the path while she is on it, else the next of its course. */
export function following(l: Learner, course: string, module: string): Step | undefined {
  const next = ahead(l, []);
  return l.core.includes(nameOf(course, module)) ? next[0] : next.find((s) => s.course === course);
}
