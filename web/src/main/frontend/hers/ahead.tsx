import type { VNode } from 'preact';
import {
  attempt, begun, catalogue, Cost, cost, finishedAt, Frame, Icon, kilobytes, nameOf, NothingYet, onShelf, say, stepsToGo, t, tn, to,
} from '../learn/kit';
import type { CourseEntry, ModuleEntry } from '../shared/types';
import { Certificates } from './certificates';

/** What comes next, and what is left of each course with what it takes. Nothing is counted that could be a reproach. */
export function Ahead(): VNode {
  const { hers, others } = onShelf();
  const ofHers = hers.filter((c) => left(c).length > 0);
  const opened = others.filter((c) => left(c).length > 0 && c.modules.some((m) => begun(c.id, m.id)));
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
      {catalogue.value && !next && ofHers.length + opened.length === 0 && (
        <article class="card next">
          <h2>{t('today.all-done')}</h2>
          <p>{t('today.all-done-say')}</p>
        </article>
      )}
      <Left title={t('ahead.hers')} courses={ofHers} />
      <Left title={t('ahead.others')} courses={opened} />
      <Certificates />
      <a class="btn out" href="#/mine">
        {t('me.mine')}
      </a>
    </Frame>
  );
}

const left = (c: CourseEntry): ModuleEntry[] => c.modules.filter((m) => !finishedAt(c.id, m.id));

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
  const modules = left(c);
  const bytes = modules.reduce((sum, m) => sum + cost(nameOf(c.id, m.id), m), 0);
  const minutes = modules.reduce((sum, m) => sum + m.minutes, 0);
  return (
    <li>
      <a class="row" href={to('course', c.id)}>
        <Icon name="book" />
        <span>
          {say(c.title)}
          <br />
          <span class="small soft">
            {tn('ahead.left', modules.length)} · {tn('minutes', minutes)} · {bytes > 0 ? kilobytes(bytes) : t('offline')}
          </span>
        </span>
        <Icon name="go" />
      </a>
    </li>
  );
}
