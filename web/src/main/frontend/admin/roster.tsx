import type { VNode } from 'preact';
import { Frame, Icon, Note, call, date, go, number, t, tn, to, useState } from '../shared/kit';
import { send, useAsked } from './roster-net';
import { Trouble } from './roster-parts';
import type { History, Import } from './roster-types';

const LARGEST = 24 * 1024 * 1024;

/** Where a roster is sent from, and all that came before. */
export function Roster(): VNode {
  const [asked, again] = useAsked<History>('/api/roster/imports');
  return (
    <Frame title={t('admin.roster')} back={to('desk')} tabs>
      <Send />
      <Trouble asked={asked} again={again} />
      {asked.data && <Before history={asked.data} />}
    </Frame>
  );
}

function Send(): VNode {
  const [share, setShare] = useState<number | null>(null);
  const [trouble, setTrouble] = useState('');
  const pick = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setTrouble('');
    if (file.size > LARGEST) return setTrouble(t('admin.roster.too-large'));
    setShare(0);
    const id = await send(file, setShare);
    setShare(null);
    input.value = '';
    if (id) go(to('roster', id));
    else setTrouble(t('admin.roster.not-sent'));
  };
  return (
    <section class="card next">
      <h2>{t('admin.roster.send')}</h2>
      <p class="small">{t('admin.roster.send.what')}</p>
      <div class="field">
        <label for="roster-file">{t('admin.roster.file')}</label>
        <input
          id="roster-file"
          type="file"
          accept=".csv,text/csv"
          disabled={share !== null}
          onChange={(e) => void pick(e.currentTarget)}
        />
      </div>
      <div role="status">
        {share !== null && (
          <label>
            {t('admin.roster.sending')}
            <progress value={share} />
          </label>
        )}
      </div>
      <div role="alert">{trouble && <Note icon="look" care>{trouble}</Note>}</div>
      <p class="small soft">{t('admin.roster.nothing-yet')}</p>
    </section>
  );
}

function Before({ history }: { history: History }): VNode | null {
  const [more, setMore] = useState<History[]>([]);
  const pages = [history, ...more];
  const next = pages[pages.length - 1]!.next;
  const ask = async () => {
    const { ok, data } = await call<History>(`/api/roster/imports?before=${next}`, { timeout: 20_000 });
    if (ok) setMore([...more, data]);
  };
  if (!history.imports.length) return null;
  return (
    <section class="stack">
      <h2>{t('admin.roster.before')}</h2>
      <ul class="rows">
        {pages.flatMap((page) => page.imports).map((one) => (
          <li>
            <Line one={one} />
          </li>
        ))}
      </ul>
      {next && (
        <button class="btn out slim" onClick={() => void ask().catch(() => undefined)}>
          {t('admin.roster.more')}
        </button>
      )}
    </section>
  );
}

const Line = ({ one }: { one: Import }): VNode => (
  <a class="row" href={to('roster', one.id)}>
    <Icon name={one.state === 'done' ? 'check' : one.state === 'undone' ? 'undo' : 'clock'} />
    <span>
      <b>{t(`admin.roster.kind.${one.kind ?? 'unknown'}`)}</b> · {t(`admin.roster.state.${one.state}`)}
      <br />
      <span class="small soft">
        {date(one.at)}
        {one.rows > 0 && ` · ${tn('admin.roster.rows', one.rows)}`}
        {one.by && ` · ${one.by}`}
        {one.counts.added ? ` · ${t('admin.roster.count.added', { n: number(one.counts.added) })}` : ''}
        {one.counts.changed ? ` · ${t('admin.roster.count.changed', { n: number(one.counts.changed) })}` : ''}
      </span>
    </span>
    <Icon name="go" />
  </a>
);
