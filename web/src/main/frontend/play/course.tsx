import type { VNode } from 'preact';
import {
  begun, cost, costLine, findCourse, finishedAt, Frame, Icon, Kept, keepRest, kilobytes, nameOf, NothingYet, Note, number, ofModule,
  onPhone, place, say, t, to, Unreached,
} from '../learn/kit';
import type { CourseEntry } from '../shared/types';
import { keepCourse, keeping, partsOf, stopKeeping } from './keeping';
import { useUsed } from './room';

/** A course: its modules with minutes and KB, and all of it for the days without a signal. */
export function CoursePage({ course }: { course: string }): VNode {
  const found = findCourse(course);
  return (
    <Frame title={found ? say(found.title) : t('courses')} back={to('courses')}>
      {!found ? (
        <NothingYet />
      ) : (
        <>
          <p>{say(found.summary)}</p>
          <ol class="rows">
            {found.modules.map((m) => {
              const done = finishedAt(course, m.id);
              return (
                <li>
                  <a class="row" href={to('course', course, m.id)}>
                    <Icon name={done ? 'got' : 'book'} />
                    <span>
                      {say(m.title)}
                      <br />
                      <span class="small soft">
                        {costLine(nameOf(course, m.id), m)}
                        {!done && begun(course, m.id) && ` · ${t('begun')}`}
                      </span>
                      {done && place(course, m.id) && (
                        <span class="line">
                          <Kept of={ofModule(course, m.id)} />
                        </span>
                      )}
                    </span>
                    <Icon name="go" />
                  </a>
                </li>
              );
            })}
          </ol>
          <WholeCourse course={found} />
        </>
      )}
    </Frame>
  );
}

/** Keeps every module, and the assessment, on the phone: the size first, then how far it is, then what the phone has of it all. */
function WholeCourse({ course }: { course: CourseEntry }): VNode {
  const all = partsOf(course.id);
  const here = all.filter(([of, p]) => onPhone(of, p)).length;
  const missing = all.reduce((sum, [of, p]) => sum + cost(of, p), 0);
  const used = useUsed();
  const how = keeping.value[course.id];
  if (missing === 0) {
    return (
      <>
        <Note icon="phone">{t('course.offline')}</Note>
        {used && <p class="small soft">{t('me.storage', { size: used })}</p>}
      </>
    );
  }
  const keep = () => {
    keepRest(true); // away from the network she may still want another language
    void keepCourse(course.id);
  };
  return (
    <section class="card">
      <h2>{t('course.keep')}</h2>
      <p class="small">{t('course.keep-why')}</p>
      <p role="status" class={how ? 'small' : 'sr'}>
        {how && t('course.progress', { n: number(here), of: number(all.length) })} {how === 'waits' && t('course.rest')}
      </p>
      {how === 'waits' && <Unreached again={keep} />}
      {how === 'full' && (
        <Note icon="data" care>
          {t('tight')} <a href={to('me')}>{t('room')}</a>
        </Note>
      )}
      {how === 'coming' || how === 'waits' ? (
        <button class="btn out" onClick={() => void stopKeeping(course.id)}>
          {t('course.stop')}
        </button>
      ) : (
        <button class="btn out" onClick={keep}>
          <Icon name="down" />
          {t('course.keep-do', { size: kilobytes(missing) })}
        </button>
      )}
    </section>
  );
}
