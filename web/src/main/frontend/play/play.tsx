import type { VNode } from 'preact';
import { me, useEffect } from '../learn/kit';
import { Ahead } from './ahead';
import { AssessmentIntro } from './assessment/intro';
import { Practice } from './assessment/practice';
import { Result } from './assessment/result';
import { Sitting } from './assessment/sitting';
import { CoursePage } from './course';
import { ModuleEnd } from './end';
import { Me } from './me';
import { ModulePage } from './module';
import { Offer } from './offer';
import { Player } from './player';
import { Again } from './refresh/again';
import { lookThrough } from './refresh/plan';

/** What follows from Today and the courses: a course, its cards, the sittings, an offer of help, her own page. */
export function Pages({ path }: { path: string[] }): VNode | null {
  const here = [me.value?.id, ...path].join('/');
  useEffect(() => void lookThrough().catch(() => undefined), [here]);
  const [first, second = '', module = '', card = ''] = path;
  switch (first) {
    case 'course':
      if (card === 'end') return <ModuleEnd course={second} module={module} />;
      if (card) return <Player course={second} module={module} card={card} />;
      return module ? <ModulePage course={second} module={module} /> : <CoursePage course={second} />;
    case 'assessment':
      return second === 'practice' ? <Practice /> : second === 'sit' ? <Sitting /> : <AssessmentIntro />;
    case 'result':
      return <Result />;
    case 'offer':
      return <Offer id={second} />;
    case 'again':
      return <Again />;
    case 'ahead':
      return <Ahead />;
    case 'me':
      return <Me />;
    default:
      return null;
  }
}
