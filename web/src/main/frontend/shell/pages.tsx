import type { VNode } from 'preact';
import { AssessmentIntro } from '../learn/assessment/intro';
import { Practice } from '../learn/assessment/practice';
import { Result } from '../learn/assessment/result';
import { Sitting } from '../learn/assessment/sitting';
import { CoursePage } from '../learn/course';
import { Courses } from '../learn/courses';
import { Me } from '../learn/me';
import { ModuleEnd } from '../learn/module/end';
import { ModulePage } from '../learn/module/module';
import { Player } from '../learn/module/player';
import { Offer } from '../learn/offer/offer';
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
      if (course && module && card === 'end') return <ModuleEnd course={course} module={module} />;
      if (course && module && card) return <Player course={course} module={module} card={card} />;
      if (course && module) return <ModulePage course={course} module={module} />;
      return course ? <CoursePage course={course} /> : <Courses />;
    case 'assessment':
      return course === 'practice' ? <Practice /> : course === 'sit' ? <Sitting /> : <AssessmentIntro />;
    case 'result':
      return <Result />;
    case 'offer':
      return <Offer id={course ?? ''} />;
    case 'me':
      return <Me />;
    default:
      return <Later path={path} />;
  }
}
