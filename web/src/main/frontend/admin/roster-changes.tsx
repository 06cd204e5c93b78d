import type { VNode } from 'preact';
import { call, number, t, useEffect, useState } from '../shared/kit';
import type { Action, Change, Changes, Import } from './roster-types';

/** Who among the missing is to be marked as having left. */
interface Leave {
  left: string[];
  setLeft: (codes: string[]) => void;
  allLeft: boolean;
  setAllLeft: (all: boolean) => void;
}

type Only = Action | 'touched';

/** What an import would change, or changed: one thing a row, field by field, fifty at a time. */
export function Changed(p: { one: Import; path: string; leave?: Leave; touched?: boolean }): VNode | null {
  const there = (['added', 'changed', 'removed', 'left', 'missing'] as Action[]).filter((a) => p.one.counts[a]);
  const shown: Only[] = p.touched ? ['touched', ...there] : there;
  const [only, setOnly] = useState<Only | undefined>(shown[0]);
  if (!only) return null;
  return (
    <section class="stack">
      <div class="line" role="group" aria-label={t('admin.roster.show')}>
        {shown.map((each) => (
          <button class="chip" aria-pressed={only === each} onClick={() => setOnly(each)}>
            {each === 'touched' ? t('admin.roster.show.touched') : t(`admin.roster.count.${each}`, { n: number(p.one.counts[each]!) })}
          </button>
        ))}
      </div>
      {only === 'missing' && p.leave && <Missing leave={p.leave} />}
      <List path={p.path} only={only} leave={only === 'missing' ? p.leave : undefined} key={only} />
    </section>
  );
}

const Missing = ({ leave }: { leave: Leave }): VNode => (
  <>
    <p class="small">{t('admin.roster.missing.what')}</p>
    <label class="choice">
      <input type="checkbox" checked={leave.allLeft} onChange={(e) => leave.setAllLeft(e.currentTarget.checked)} />
      <span>{t('admin.roster.missing.all')}</span>
    </label>
  </>
);

function List({ path, only, leave }: { path: string; only: Only; leave: Leave | undefined }): VNode {
  const [pages, setPages] = useState<Changes[]>([]);
  const [trouble, setTrouble] = useState(false);
  const next = pages[pages.length - 1]?.next;
  const ask = async (after?: number) => {
    try {
      const { ok, data } = await call<Changes>(
        `${path}/changes?only=${only}${after === undefined ? '' : `&after=${after}`}`,
        { timeout: 20_000 },
      );
      setTrouble(!ok);
      if (ok) setPages((before) => (after === undefined ? [data] : [...before, data]));
    } catch {
      setTrouble(true);
    }
  };
  useEffect(() => void ask(), []);
  const changes = pages.flatMap((page) => page.changes);
  return (
    <>
      <ul class="rows">
        {changes.map((change) => (
          <li class="row one">
            <One change={change} leave={leave} />
          </li>
        ))}
      </ul>
      <div role="alert">{trouble && <p>{t('admin.roster.unreachable')}</p>}</div>
      {(next !== undefined || trouble) && (
        <button class="btn out slim" onClick={() => void ask(next)}>
          {t('admin.roster.more')}
        </button>
      )}
    </>
  );
}

function One({ change, leave }: { change: Change; leave: Leave | undefined }): VNode {
  const who = (
    <span>
      <b>{change.name ?? change.code}</b>
      {change.name && <span class="soft"> · {change.code}</span>}
      {change.line > 0 && <span class="small soft"> · {t('admin.roster.line', { n: number(change.line) })}</span>}
    </span>
  );
  if (leave) {
    const marked = leave.allLeft || leave.left.includes(change.code);
    const mark = (on: boolean) =>
      leave.setLeft(on ? [...leave.left, change.code] : leave.left.filter((code) => code !== change.code));
    return (
      <label class="choice">
        <input type="checkbox" checked={marked} disabled={leave.allLeft} onChange={(e) => mark(e.currentTarget.checked)} />
        <span>
          {who} {t('admin.roster.has-left')}
        </span>
      </label>
    );
  }
  return (
    <div>
      {who}
      <dl class="fields">
        {change.fields.map((field) => (
          <div>
            <dt>{t(`admin.roster.column.${field.field}`)}</dt>
            <dd>
              {change.action !== 'added' && field.field !== 'first_pin' && (
                <>
                  <span class="sr">{t('admin.roster.was')}</span>
                  <del>{field.had ?? '–'}</del> <span aria-hidden="true">→</span>{' '}
                </>
              )}
              {change.action === 'removed' ? null : field.field === 'first_pin' ? t('admin.roster.new') : (field.said ?? '–')}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
