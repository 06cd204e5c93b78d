import type { VNode } from 'preact';
import { CoursePage } from './course';
import { ModuleEnd } from './end';
import { ModulePage } from './module';
import { Player } from './player';
import { useLookThrough } from './refresh/plan';

export * from './kit';

/** What a first visit needs beside the shell: a course, its modules, its cards. */
export function Pages({ path }: { path: string[] }): VNode {
  useLookThrough(path);
  const [, course = '', module = '', card = ''] = path;
  if (card === 'end') return <ModuleEnd course={course} module={module} />;
  if (card) return <Player course={course} module={module} card={card} />;
  return module ? <ModulePage course={course} module={module} /> : <CoursePage course={course} />;
}
