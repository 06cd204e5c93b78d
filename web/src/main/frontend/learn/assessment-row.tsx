import type { VNode } from 'preact';
import { Icon } from '../shared/icons';
import { say, t, tn } from '../shell/language';
import { to } from '../shell/router';
import { catalogue, finishedAttempts } from './catalogue';
import { costLine } from './cost';
import { attempt } from './attempt';
import { nameOfForm } from './names';

/** The assessment as a line in a list: to begin, to go on with, or its result. */
export function AssessmentRow(): VNode | null {
  const entry = catalogue.value?.assessment;
  if (!entry) return null;
  const a = attempt.value;
  const done = a ? !!a.finishedAt : finishedAttempts().length > 0;
  const under = a && !a.finishedAt;
  return (
    <li>
      <a class="row" href={done ? to('result') : to('assessment')}>
        <Icon name="tap" />
        <span>
          {say(entry.title)}
          <br />
          <span class="small soft">
            {done ? t('result.ready') : under ? t('assessment.under') : tn('sittings', entry.sittings)}
            {!done && ` · ${costLine(nameOfForm(entry.id), entry)}`}
          </span>
        </span>
        <Icon name="go" />
      </a>
    </li>
  );
}
