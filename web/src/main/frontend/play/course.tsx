import type { VNode } from 'preact';
import {
  begun, catalogue, cost, costLine, findCourse, finishedAt, Frame, Icon, inUse, Kept, keepWords, kilobytes, nameOf, nameOfForm,
  NothingYet, Note, number, ofModule, onPhone, place, say, t, to, Unreached, useSignal,
} from '../learn/kit';
import type { CourseEntry, Published } from '../shared/types';
import { bring } from './bring';

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

/** Keeps every module, and the assessment, on the phone: the size first, then how far it is. */
function WholeCourse({ course }: { course: CourseEntry }): VNode {
  const busy = useSignal(false);
  const failed = useSignal(false);
  const form = catalogue.value?.assessment;
  const all: [string, Published][] = course.modules.map((m) => [nameOf(course.id, m.id), m]);
  if (form) all.push([nameOfForm(form.id), form]);
  const here = all.filter(([of, p]) => onPhone(of, p)).length;
  const missing = all.reduce((sum, [of, p]) => sum + cost(of, p), 0);
  if (missing === 0) return <Note icon="phone">{t('course.offline')}</Note>;

  const fetch = async () => {
    busy.value = true;
    failed.value = false;
    keepWords(true); // away from the network she may still want another language
    try {
      for (const [of, published] of all) await bring(of, published, inUse());
    } catch {
      failed.value = true;
    }
    busy.value = false;
  };
  return (
    <section class="card">
      <h2>{t('course.keep')}</h2>
      <p class="small">{t('course.keep-why')}</p>
      <p role="status" class={busy.value ? 'small' : 'sr'}>
        {busy.value && t('course.progress', { n: number(here), of: number(all.length) })}
      </p>
      {failed.value && <Unreached again={() => void fetch()} />}
      <button class="btn out" disabled={busy.value} onClick={() => void fetch()}>
        <Icon name="down" />
        {t('course.keep-do', { size: kilobytes(missing) })}
      </button>
    </section>
  );
}
