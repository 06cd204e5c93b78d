import type { VNode } from 'preact';
import { CoursePage } from '../learn/course';
import { Courses } from '../learn/courses';
import { ModulePage } from '../learn/module';
import { Today } from '../learn/today';
import { roles } from '../shared/roles';
import { Later } from './later';

/** Which page an address means. What is not known here may be in a part that is loaded when it is asked for. */
export function Page({ path }: { path: string[] }): VNode {
  const [first, course, module, card] = path;
  switch (first) {
    case undefined:
      return roles().desk ? <Later path={['equity']} /> : <Today />;
    case 'courses':
      return <Courses />;
    case 'course':
      if (card) return <Later path={path} />;
      if (course && module) return <ModulePage course={course} module={module} />;
      return course ? <CoursePage course={course} /> : <Courses />;
    default:
      return <Later path={path} />;
  }
}
