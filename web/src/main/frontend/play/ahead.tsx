import type { VNode } from 'preact';
import {
  attempt, begun, catalogue, Cost, cost, finishedAt, Frame, Icon, kilobytes, nameOf, NothingYet, onShelf, say, size, stepsToGo, t, tn, to,
} from '../learn/kit';
import type { CourseEntry } from '../shared/types';
import { Certificates } from './certificates';

/** What comes next, and what is left of each course with what it takes. Nothing is counted that could be a reproach. */
export function Ahead(): VNode {
  const { hers, others } = onShelf();
  const opened = others.filter((c) => c.modules.some((m) => begun(c.id, m.id)));
  const [next] = stepsToGo(attempt.value?.advised);
  return (
    <Frame title={t('ahead')} back={to('me')}>
      {!catalogue.value && <NothingYet />}
      {next && (
        <article class="card next">
          <h2>{say(next.entry.title)}</h2>
          <p class="line small">
            <Cost of={nameOf(next.course, next.entry.id)} published={next.entry} />
          </p>
          <a class="btn" href={to('course', next.course, next.entry.id)}>
            {t(begun(next.course, next.entry.id) ? 'go-on' : 'start')}
          </a>
        </article>
      )}
      <Left title={t('ahead.hers')} courses={hers} />
      <Left title={t('ahead.others')} courses={opened} />
      <Certificates />
      <a class="btn out" href="#/mine">
        {t('me.mine')}
      </a>
    </Frame>
  );
}

function Left({ title, courses }: { title: string; courses: CourseEntry[] }): VNode | null {
  if (courses.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="rows">
        {courses.map((c) => (
          <Course key={c.id} c={c} />
        ))}
      </ul>
    </section>
  );
}

function Course({ c }: { c: CourseEntry }): VNode {
  const left = c.modules.filter((m) => !finishedAt(c.id, m.id));
  const bytes = left.reduce((sum, m) => sum + (cost(nameOf(c.id, m.id), m) > 0 ? size(m) : 0), 0);
  const minutes = left.reduce((sum, m) => sum + m.minutes, 0);
  return (
    <li>
      <a class="row" href={to('course', c.id)}>
        <Icon name={left.length === 0 ? 'got' : 'book'} />
        <span>
          {say(c.title)}
          <br />
          <span class="small soft">
            {left.length === 0
              ? t('ahead.all')
              : `${tn('ahead.left', left.length)} · ${tn('minutes', minutes)} · ${bytes > 0 ? kilobytes(bytes) : t('offline')}`}
          </span>
        </span>
        <Icon name="go" />
      </a>
    </li>
  );
}
