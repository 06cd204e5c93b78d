import type { Catalogue, Lang, ModuleEntry, Published } from '../shared/types';
import { nameOf } from './path';

type Parts = Pick<Published, 'structure' | 'text' | 'minutes'>;

interface Said {
  id: string;
  title: object;
  summary?: object;
}

/** What came in one language, and of the same what was said before in the others. */
const also = <T extends Said>(now: T, before: Said | null | undefined): T => ({
  ...now,
  title: { ...before?.title, ...now.title },
  ...(now.summary && { summary: { ...before?.summary, ...now.summary } }),
});

const same = <T extends Said>(all: T[] | undefined, as: Said): T | undefined => all?.find((one) => one.id === as.id);

/** What is on the phone of a module that has changed stays in use until the new version has come. */
function withBefore(now: ModuleEntry, was: ModuleEntry | undefined, here: (p: Parts) => boolean): ModuleEntry {
  const old = here(now) ? undefined : [was, was?.before].find((p) => p && here(p));
  return old ? { ...now, before: { structure: old.structure, text: old.text, minutes: old.minutes } } : now;
}

/**
 * What there is to learn, as it came in one language, with what the phone has of it besides: titles in other languages, and
 * versions that new ones have not replaced yet. So nothing is lost where there is no network.
 */
export const withOthers = (now: Catalogue, before: Catalogue | undefined, here: (of: string, p: Parts) => boolean): Catalogue => ({
  ...now,
  courses: now.courses.map((course) => {
    const was = same(before?.courses, course);
    const modules = course.modules.map((module) => {
      const old = same(was?.modules, module);
      return withBefore(also(module, old), old, (p) => here(nameOf(course.id, module.id), p));
    });
    return { ...also(course, was), modules };
  }),
  assessment: now.assessment && also(now.assessment, before?.assessment),
});

/** Whether all of it is here in this language. */
export const saidIn = (catalogue: Catalogue, lang: Lang): boolean =>
  catalogue.courses.every((course) => [course, ...course.modules].every(({ title }) => title[lang]));
