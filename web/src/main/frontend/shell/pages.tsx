import type { VNode } from 'preact';
import { Courses } from '../learn/courses';
import { Today } from '../learn/today';
import { roles } from '../shared/roles';
import { Later } from './later';

/** Which page an address means. What is not known here may be in a part that is loaded when it is asked for. */
export function Page({ path }: { path: string[] }): VNode {
  switch (path[0]) {
    case undefined:
    case 'in': // a slip was scanned where somebody is at work
      return roles().desk ? <Later path={['equity']} /> : <Today />;
    case 'courses':
      return <Courses />;
    default:
      return <Later path={path} />;
  }
}
