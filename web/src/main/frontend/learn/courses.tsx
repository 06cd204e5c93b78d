import type { VNode } from 'preact';
import { Frame } from '../shared/frame';
import { Icon } from '../shared/icons';
import { kilobytes, say, t, tn } from '../shell/language';
import { to } from '../shell/router';
import { AssessmentRow } from './assessment-row';
import { catalogue } from './catalogue';
import { NothingYet } from './cost';
import { size } from './packages';
import { finishedAt } from './places';

/** Everything there is to learn. */
export const Courses = (): VNode => (
  <Frame title={t('courses')} tabs>
    {!catalogue.value && <NothingYet />}
    {catalogue.value?.courses.map((c) => {
      const done = c.modules.filter((m) => finishedAt(c.id, m.id)).length;
      return (
        <article class="card">
          <h2>{say(c.title)}</h2>
          <p>{say(c.summary)}</p>
          <p class="line small">
            <span>
              <Icon name="book" /> {done > 0 ? t('course.done', { done, of: c.modules.length }) : tn('modules', c.modules.length)}
            </span>
            <span class="num">
              <Icon name="down" /> {kilobytes(c.modules.reduce((sum, m) => sum + size(m), 0))}
            </span>
          </p>
          <a class="btn out" href={to('course', c.id)}>
            {t('open')}
          </a>
        </article>
      );
    })}
    <ul class="rows">
      <AssessmentRow />
    </ul>
  </Frame>
);
