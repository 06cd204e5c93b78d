import type { VNode } from 'preact';
import { Frame, Icon, Note, Sheet, call, roles, signal, t, tn, to, useEffect, useState } from '../shared/kit';
import { pages, trouble as told, who, type Trouble, type Worker, type Workers } from './account-asked';
import { Wrong } from './account-parts';

const most = 120;
const found = signal<Workers | undefined>(undefined);
const chosen = signal<ReadonlySet<string>>(new Set());
/** The pages made last; kept in this browser until the next are made or the page is left. */
const made = signal('');

/** Who gets slips: a helper chooses among her workers, an administrator looks them up first. */
export function Slips(): VNode {
  const [trouble, setTrouble] = useState<Trouble>('');
  const [word, setWord] = useState('');
  const [sure, setSure] = useState(false);
  const byName = roles().helper && !roles().admin;
  const ask = async (query = '') => {
    setTrouble('');
    try {
      const answer = await call<Workers>(`/api/workers${query}`, { timeout: 20_000, cache: 'no-store' });
      if (answer.ok) found.value = answer.data;
      else setTrouble(answer.status === 404 ? 'admin.account.wrong' : told(answer.status));
    } catch {
      setTrouble('admin.account.unreachable');
    }
  };
  useEffect(() => {
    void ask();
    return () => {
      URL.revokeObjectURL(made.value);
      made.value = '';
    };
  }, []);
  const needle = word.toLowerCase();
  const shown = (found.value?.workers ?? []).filter((w) => who(w).toLowerCase().includes(needle));
  const n = chosen.value.size;
  return (
    <Frame
      title={t('admin.slips')}
      back={byName ? to('offers') : to('desk')}
      acts={
        n > 0 && !made.value ? (
          <button class="btn" onClick={() => setSure(true)}>
            {tn('admin.slips.make', n)}
          </button>
        ) : undefined
      }
    >
      {made.value ? (
        <Made />
      ) : (
        <>
          <p>{t('admin.slips.what')}</p>
          {roles().helper && (
            <a class="btn out" href={to('sheet')}>
              {t('admin.sheet')}
            </a>
          )}
          {byName ? (
            <div class="field">
              <label for="word">{t('admin.slips.search')}</label>
              <input id="word" type="search" value={word} onInput={(e) => setWord(e.currentTarget.value)} />
            </div>
          ) : (
            <Find find={(query) => void ask(query)} />
          )}
          <Wrong trouble={trouble} />
          {found.value && <List workers={shown} more={!!found.value.next} />}
        </>
      )}
      {sure && <Sure close={() => setSure(false)} />}
    </Frame>
  );
}

function Find({ find }: { find: (query: string) => void }): VNode {
  const [code, setCode] = useState('');
  const [unit, setUnit] = useState('');
  const search = (e: Event) => {
    e.preventDefault();
    find(`?code=${encodeURIComponent(code)}&unit=${encodeURIComponent(unit)}`);
  };
  return (
    <form class="stack" onSubmit={search}>
      <div class="two">
        <div class="field">
          <label for="code">{t('admin.slips.code')}</label>
          <input id="code" value={code} onInput={(e) => setCode(e.currentTarget.value)} />
        </div>
        <div class="field">
          <label for="unit">{t('admin.slips.unit')}</label>
          <input id="unit" value={unit} onInput={(e) => setUnit(e.currentTarget.value)} />
        </div>
      </div>
      <button class="btn out">
        <Icon name="look" />
        {t('admin.slips.find')}
      </button>
    </form>
  );
}

function List({ workers, more }: { workers: Worker[]; more: boolean }): VNode {
  const here = workers.filter((w) => w.active).map((w) => w.id);
  const all = here.length > 0 && here.every((id) => chosen.value.has(id));
  const choose = (ids: string[], yes: boolean) => {
    const next = new Set(chosen.value);
    for (const id of ids) yes ? next.add(id) : next.delete(id);
    chosen.value = next;
  };
  if (workers.length === 0) return <p role="status">{t('admin.slips.none')}</p>;
  return (
    <>
      <label class="row pick">
        <input type="checkbox" checked={all} onChange={(e) => choose(here, e.currentTarget.checked)} />
        <b>{tn('admin.slips.all', here.length)}</b>
      </label>
      <ul class="rows">
        {workers.map((worker) => (
          <li class="row pick">
            <input
              id={worker.id}
              type="checkbox"
              disabled={!worker.active}
              checked={chosen.value.has(worker.id)}
              onChange={(e) => choose([worker.id], e.currentTarget.checked)}
            />
            <label for={worker.id}>
              {who(worker)}
              {!worker.active && <span class="soft"> · {t('admin.slips.left')}</span>}
            </label>
            <a class="btn bare slim" href={to('slips', worker.id)} aria-label={`${t('admin.slips.more-of')}: ${who(worker)}`}>
              <Icon name="down" />
            </a>
          </li>
        ))}
      </ul>
      {more && <p class="small">{t('admin.slips.more')}</p>}
    </>
  );
}

function Sure({ close }: { close: () => void }): VNode {
  const [trouble, setTrouble] = useState<Trouble>('');
  const [making, setMaking] = useState(false);
  const n = chosen.value.size;
  const make = async () => {
    setMaking(true);
    setTrouble('');
    const answer = await pages('/api/slips', { workers: [...chosen.value] });
    setMaking(false);
    setTrouble(answer.trouble);
    if (answer.href) {
      made.value = answer.href;
      chosen.value = new Set();
      close();
    }
  };
  return (
    <Sheet title={tn('admin.slips.make', n)} close={close}>
      <p>{t('admin.slips.sure')}</p>
      {n > most && <p role="alert">{t('admin.slips.too-many')}</p>}
      <Wrong trouble={trouble} />
      <p role="status">{making && t('admin.slips.making')}</p>
      <button class="btn" disabled={making || n > most} onClick={() => void make()}>
        {t('admin.slips.yes')}
      </button>
    </Sheet>
  );
}

const Made = (): VNode => (
  <section class="stack" role="status">
    <h2>{t('admin.slips.ready')}</h2>
    <a class="btn" href={made.value} download="kadam-slips.pdf">
      <Icon name="down" />
      {t('admin.slips.get')}
    </a>
    <Note icon="lock">{t('admin.slips.after')}</Note>
    <button class="btn out" onClick={() => (made.value = '')}>
      {t('admin.slips.again')}
    </button>
  </section>
);
