import type { VNode } from 'preact';
import { useLookThrough } from '../play/kit';
import { Again } from './again';
import { Ahead } from './ahead';
import { AssessmentIntro } from './assessment/intro';
import { Practice } from './assessment/practice';
import { Result } from './assessment/result';
import { Sitting } from './assessment/sitting';
import { Me } from './me';
import { Offer } from './offer';

/** What is about her: the sittings and what came of them, what comes again, what is ahead, an offer of help, her own page. */
export function Pages({ path }: { path: string[] }): VNode | null {
  useLookThrough(path);
  const [first, second = ''] = path;
  switch (first) {
    case 'assessment':
      return second === 'practice' ? <Practice /> : second === 'sit' ? <Sitting /> : <AssessmentIntro enough={second === 'rest'} />;
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
