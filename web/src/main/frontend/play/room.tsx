import type { VNode } from 'preact';
import { catalogue, finishedAt, Icon, inUse, kept, kilobytes, measure, nameOf, say, Sheet, size, t, useEffect, useState } from '../learn/kit';
import { takeOff } from './bring';
import type { CourseEntry } from '../shared/types';

/** What of a course is finished and still lies on the phone, by its name there. */
const finished = (c: CourseEntry): [string, number][] =>
  c.modules
    .map((m): [string, number] => [nameOf(c.id, m.id), size(m)])
    .filter(([name], i) => finishedAt(c.id, c.modules[i]!.id) && [...kept.value].some((key) => key.startsWith(`${name}/`)));

/** What Kadam takes on this phone, as far as the browser tells, measured again when something has come or gone. */
export function useUsed(): string | undefined {
  const [used, setUsed] = useState<number>();
  useEffect(() => {
    void measure().then(setUsed);
  }, [kept.value]);
  return used === undefined ? undefined : megabytes(used);
}

/** What Kadam takes on this phone, and how to have less of it: what is finished may go, what was done never does. */
export function Room(): VNode | null {
  const used = useUsed();
  const [open, setOpen] = useState(false);
  const courses = (catalogue.value?.courses ?? []).map((c) => ({ c, parts: finished(c) })).filter(({ parts }) => parts.length > 0);
  return (
    <>
      <li class="row">
        <Icon name="data" />
        <span>
          {used === undefined ? t('room') : t('me.storage', { size: used })}
          <br />
          <span class="small soft">{t('me.storage-what')}</span>
        </span>
        {courses.length > 0 ? (
          <button class="btn out slim" onClick={() => setOpen(true)}>
            {t('room')}
          </button>
        ) : (
          <span />
        )}
      </li>
      {open && (
        <Sheet title={t('room')} close={() => setOpen(false)}>
          <p>{t('room.what')}</p>
          {courses.map(({ c, parts }) => (
            <button class="btn out" onClick={() => void takeOff(parts.map(([name]) => name), inUse())}>
              {say(c.title)} · {kilobytes(parts.reduce((sum, [, bytes]) => sum + bytes, 0))}
            </button>
          ))}
          {courses.length === 0 && <p role="status">{t('room.done')}</p>}
        </Sheet>
      )}
    </>
  );
}

const megabytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? kilobytes(bytes) : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
