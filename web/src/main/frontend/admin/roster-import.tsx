import type { VNode } from 'preact';
import { Frame, Icon, Note, Sheet, date, go, number, t, tn, to, useState } from '../shared/kit';
import { act, useAsked } from './roster-net';
import { Changed } from './roster-changes';
import { Faulty } from './roster-faults';
import { Headings } from './roster-mapping';
import { Trouble } from './roster-parts';
import type { Import, State } from './roster-types';

const working: State[] = ['received', 'checking', 'comparing', 'confirmed'];
const atWork = (one: Import) => working.includes(one.state);

/** One import, from the upload to the last word; it goes on while nobody looks. */
export function OneImport({ id }: { id: string }): VNode {
  const path = `/api/roster/imports/${id}`;
  const [asked, again] = useAsked<Import>(path, atWork);
  const one = asked.data;
  return (
    <Frame title={t('admin.roster')} back={to('roster')} tabs>
      <Trouble asked={asked} again={again} />
      {one && (
        <>
          <Head one={one} />
          <div role="status">{atWork(one) && <Progress one={one} />}</div>
          {one.state === 'mapping' && <Headings one={one} path={path} again={again} />}
          {one.state === 'refused' && <Faulty one={one} path={path} again={again} />}
          {one.state === 'ready' && <Ready one={one} path={path} again={again} />}
          {one.state === 'done' && <Done one={one} path={path} again={again} />}
          {one.state === 'failed' && <Note icon="look" care>{t('admin.roster.failed')}</Note>}
          {one.state === 'undone' && <Note icon="undo">{t('admin.roster.undone')}</Note>}
          {one.state === 'dropped' && <Note icon="look">{t('admin.roster.dropped')}</Note>}
          {['failed', 'undone', 'dropped', 'refused'].includes(one.state) && (
            <a class="btn" href={to('roster')}>
              {t('admin.roster.another')}
            </a>
          )}
        </>
      )}
    </Frame>
  );
}

const Head = ({ one }: { one: Import }): VNode => (
  <div>
    <h2>{t(`admin.roster.kind.${one.kind ?? 'unknown'}`)}</h2>
    <p class="small soft">
      {t('admin.roster.sent-on', { date: date(one.at) })}
      {one.rows > 0 && ` · ${tn('admin.roster.rows', one.rows)}`}
    </p>
  </div>
);

const Progress = ({ one }: { one: Import }): VNode => (
  <div class="card stack">
    <label>
      {t(`admin.roster.working.${one.state}`)}
      {one.rows > 0 && one.state !== 'checking' ? <progress value={one.progress} max={one.rows} /> : <progress />}
    </label>
    {one.progress > 0 && <p class="small">{tn('admin.roster.rows', one.progress)}</p>}
    <p class="small soft">{t('admin.roster.may-leave')}</p>
  </div>
);

interface Step {
  one: Import;
  path: string;
  again: () => void;
}

/** The differences, and a yes to exactly these. */
function Ready({ one, path, again }: Step): VNode {
  const [left, setLeft] = useState<string[]>([]);
  const [allLeft, setAllLeft] = useState(false);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState(false);
  const leaving = allLeft ? (one.counts.missing ?? 0) : left.length;
  const yes = async () => {
    setAsking(false);
    setRefused(!(await act(`${path}/confirm`, 'POST', { hash: one.hash, allLeft, left })));
    again();
  };
  const drop = async () => {
    if (await act(path, 'DELETE')) go(to('roster'));
    else again();
  };
  return (
    <>
      {one.stale && <Note icon="look" care>{t('admin.roster.stale')}</Note>}
      <div role="alert">{refused && <Note icon="look" care>{t('admin.roster.not-taken')}</Note>}</div>
      <Counts one={one} />
      <Changed one={one} path={path} leave={{ left, setLeft, allLeft, setAllLeft }} />
      <button class="btn" onClick={() => setAsking(true)}>
        {t('admin.roster.yes')}
      </button>
      <button class="btn out" onClick={() => void drop()}>
        {t('admin.roster.drop')}
      </button>
      {asking && (
        <Sheet title={t('admin.roster.sure')} close={() => setAsking(false)}>
          <Counts one={one} />
          {leaving > 0 && <p>{tn('admin.roster.leaving', leaving)}</p>}
          <button class="btn" onClick={() => void yes()}>
            {t('admin.roster.yes')}
          </button>
        </Sheet>
      )}
    </>
  );
}

const Counts = ({ one }: { one: Import }): VNode => (
  <ul>
    {(['added', 'changed', 'unchanged', 'removed', 'left', 'missing'] as const)
      .filter((action) => one.counts[action] !== undefined)
      .map((action) => (
        <li>{t(`admin.roster.count.${action}`, { n: number(one.counts[action]!) })}</li>
      ))}
  </ul>
);

/** What was done, and the way back. */
function Done({ one, path, again }: Step): VNode {
  const [asking, setAsking] = useState(false);
  const [touched, setTouched] = useState(false);
  const undo = async () => {
    setAsking(false);
    setTouched(!(await act(`${path}/undo`, 'POST')));
    again();
  };
  return (
    <>
      <p class="state got">
        <Icon name="got" />
        {t('admin.roster.done', { date: date(one.doneAt!) })}
      </p>
      <Counts one={one} />
      <div role="alert">{touched && <Note icon="look" care>{t('admin.roster.touched')}</Note>}</div>
      <Changed one={one} path={path} touched={touched} key={String(touched)} />
      {one.undoUntil && new Date(one.undoUntil) > new Date() && (
        <>
          <p class="small soft">{t('admin.roster.undo.until', { date: date(one.undoUntil) })}</p>
          <button class="btn out" onClick={() => setAsking(true)}>
            <Icon name="undo" />
            {t('admin.roster.undo')}
          </button>
        </>
      )}
      {asking && (
        <Sheet title={t('admin.roster.undo')} close={() => setAsking(false)}>
          <p>{t('admin.roster.undo.what')}</p>
          <button class="btn" onClick={() => void undo()}>
            {t('admin.roster.undo')}
          </button>
        </Sheet>
      )}
    </>
  );
}
