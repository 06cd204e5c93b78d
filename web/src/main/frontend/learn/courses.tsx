import type { VNode } from 'preact';
import { Frame } from '../shared/frame';
import { Icon } from '../shared/icons';
import type { CourseEntry } from '../shared/types';
import { kilobytes, say, t, tn } from '../shell/language';
import { to } from '../shell/router';
import { AssessmentRow } from './assessment-row';
import { catalogue } from './catalogue';
import { costLine, NothingYet } from './cost';
import { size } from './packages';
import { finishedAt } from './places';
import { core, nameOf, onShelf } from './which';

/** Everything there is to learn: the path to begin with, then what is for her, and further down what is for others. */
export function Courses(): VNode {
  const { hers, others } = onShelf();
  const path = core();
  return (
    <Frame title={t('courses')} tabs>
      {!catalogue.value && <NothingYet />}
      {path.length > 0 && (
        <section class="stack">
          <h2>{t('courses.first')}</h2>
          <ol class="rows">
            {path.map(({ course, entry }) => (
              <li>
                <a class="row" href={to('course', course, entry.id)}>
                  <Icon name={finishedAt(course, entry.id) ? 'got' : 'book'} />
                  <span>
                    {say(entry.title)}
                    {finishedAt(course, entry.id) && <span class="sr"> {t('done')}</span>}
                    <br />
                    <span class="small soft">{costLine(nameOf(course, entry.id), entry)}</span>
                  </span>
                  <Icon name="go" />
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
      {hers.map((c) => (
        <Course key={c.id} c={c} />
      ))}
      <ul class="rows">
        <AssessmentRow />
      </ul>
      {others.length > 0 && (
        <details class="more">
          <summary>{t('courses.more')}</summary>
          <div class="stack">
            {others.map((c) => (
              <Course key={c.id} c={c} />
            ))}
          </div>
        </details>
      )}
    </Frame>
  );
}

function Course({ c }: { c: CourseEntry }): VNode {
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
}
