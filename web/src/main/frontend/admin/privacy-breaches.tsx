import type { VNode } from 'preact';
import { Icon, Sheet, date, number, t, useState } from '../shared/kit';
import { Said, send, useDesk, type Trouble } from './privacy-asked';

interface Breach {
  id: string;
  happened: string;
  foundAt: string;
  affected: number;
  done?: string;
  boardDue: string;
  late: boolean;
  boardToldAt?: string;
  peopleToldAt?: string;
}

const time = (iso: string) => `${date(iso)} ${new Date(iso).toTimeString().slice(0, 5)}`;

/** Breaches of personal data: what happened, how many people, who was told when. */
export function Breaches(): VNode {
  const { data, trouble, again } = useDesk<{ breaches: Breach[] }>('/api/privacy/breaches');
  const [writing, write] = useState(false);
  const [wrong, setWrong] = useState<Trouble>('');
  const told = async (breach: Breach, whom: 'board' | 'people') => {
    setWrong(await send(`/api/privacy/breaches/${breach.id}/told`, { whom, at: new Date().toISOString() }));
    again();
  };
  return (
    <section class="stack">
      <p class="small">{t('admin.privacy.breach.lead')}</p>
      <Said trouble={trouble || wrong} />
      <button class="btn out" onClick={() => write(true)}>
        {t('admin.privacy.breach.write')}
      </button>
      {data?.breaches.length === 0 && <p>{t('admin.privacy.breach.none')}</p>}
      {data?.breaches.map((breach) => (
        <article class="card">
          <p>{breach.happened}</p>
          {breach.done && <p class="small">{breach.done}</p>}
          <p class="small soft">
            {t('admin.privacy.breach.found', { time: time(breach.foundAt), n: number(breach.affected) })}
          </p>
          <Told
            breach={breach}
            at={breach.boardToldAt}
            label={t('admin.privacy.breach.board')}
            due={t('admin.privacy.breach.due', { time: time(breach.boardDue) })}
            tell={() => void told(breach, 'board')}
          />
          <Told
            breach={breach}
            at={breach.peopleToldAt}
            label={t('admin.privacy.breach.people')}
            due={t('admin.privacy.breach.at-once')}
            tell={() => void told(breach, 'people')}
          />
        </article>
      ))}
      {writing && (
        <Write
          close={() => {
            write(false);
            again();
          }}
        />
      )}
    </section>
  );
}

const Told = (p: { breach: Breach; at: string | undefined; label: string; due: string; tell: () => void }): VNode =>
  p.at ? (
    <p class="small">
      <Icon name="got" /> {t('admin.privacy.breach.told', { whom: p.label, time: time(p.at) })}
    </p>
  ) : (
    <button class="btn out slim" onClick={p.tell}>
      {t('admin.privacy.breach.tell', { whom: p.label, due: p.due })}
    </button>
  );

function Write({ close }: { close: () => void }): VNode {
  const [happened, setHappened] = useState('');
  const [done, setDone] = useState('');
  const [affected, setAffected] = useState('');
  const [found, setFound] = useState('');
  const [trouble, setTrouble] = useState<Trouble>('');
  const save = async () => {
    const wrong = await send('/api/privacy/breaches', {
      happened, done, affected: Number(affected), foundAt: found ? new Date(found).toISOString() : '',
    });
    setTrouble(wrong);
    if (!wrong) close();
  };
  return (
    <Sheet title={t('admin.privacy.breach.write')} close={close}>
      <div class="field">
        <label for="happened">{t('admin.privacy.breach.happened')}</label>
        <textarea id="happened" rows={4} maxLength={4000} value={happened} onInput={(e) => setHappened(e.currentTarget.value)} />
      </div>
      <div class="field">
        <label for="found">{t('admin.privacy.breach.when')}</label>
        <input id="found" type="datetime-local" value={found} onInput={(e) => setFound(e.currentTarget.value)} />
      </div>
      <div class="field">
        <label for="affected">{t('admin.privacy.breach.affected')}</label>
        <input id="affected" inputMode="numeric" value={affected} onInput={(e) => setAffected(e.currentTarget.value)} />
      </div>
      <div class="field">
        <label for="done">{t('admin.privacy.breach.done')}</label>
        <textarea id="done" rows={3} maxLength={4000} value={done} onInput={(e) => setDone(e.currentTarget.value)} />
      </div>
      <Said trouble={trouble} />
      <button class="btn" disabled={!happened.trim() || !found || !/^\d+$/.test(affected)} onClick={() => void save()}>
        {t('admin.privacy.breach.save')}
      </button>
    </Sheet>
  );
}
