import type { VNode } from 'preact';
import { Frame, Icon, Sheet, call, date, number, t, useEffect, useState } from '../shared/kit';
import { Said, type Trouble } from './privacy-asked';

interface Entry {
  id: number;
  reason: string;
  receivedAt: string;
  type?: string;
  version?: number;
  claimedWorker?: string;
  bytes: number;
}

interface Page {
  reasons: Record<string, number>;
  entries: Entry[];
  next?: number;
}

const own = [
  'altered',
  'not-yours',
  'bad-signature',
  'unknown-key',
  'unknown-seal',
  'sealed-unreadable',
  'help-ended',
];

/** The reason in plain words; what is wrong with the form alone has one text and its code. */
const why = (reason: string): string =>
  own.includes(reason) ? t(`admin.quarantine.why.${reason}`) : t('admin.quarantine.form', { code: reason });

/** What arrived and could not be accepted: why, and a second try. */
export function Quarantine(): VNode {
  const [page, show] = useState<Page>();
  const [reason, filter] = useState('');
  const [trouble, setTrouble] = useState<Trouble>('');
  const [open, set] = useState<Entry>();
  const ask = async (only: string, before?: Page) => {
    const query = new URLSearchParams(before?.next ? { after: `${before.next}` } : {});
    if (only) query.set('reason', only);
    try {
      const answer = await call<Page>(`/api/quarantine?${query}`, { timeout: 20_000, cache: 'no-store' });
      setTrouble(answer.ok ? '' : 'admin.privacy.refused');
      if (answer.ok) show({ ...answer.data, entries: [...(before?.entries ?? []), ...answer.data.entries] });
    } catch {
      setTrouble('admin.privacy.unreachable');
    }
  };
  useEffect(() => void ask(reason), [reason]);
  const close = (gone: boolean) => {
    set(undefined);
    if (gone) void ask(reason);
  };
  return (
    <Frame title={t('admin.quarantine')} back="#/desk">
      <p>{t('admin.quarantine.lead')}</p>
      <div class="field">
        <label for="reason">{t('admin.quarantine.reason')}</label>
        <select id="reason" value={reason} onChange={(e) => filter(e.currentTarget.value)}>
          <option value="">{t('admin.quarantine.all')}</option>
          {Object.entries(page?.reasons ?? {}).map(([code, n]) => (
            <option value={code}>{`${why(code)} (${number(n)})`}</option>
          ))}
        </select>
      </div>
      <Said trouble={trouble} />
      {page?.entries.length === 0 && <p>{t('admin.quarantine.none')}</p>}
      <ul class="rows">
        {page?.entries.map((entry) => (
          <li class="row">
            <Icon name="look" />
            <span>
              <b>{why(entry.reason)}</b>
              <p class="small soft">{about(entry)}</p>
            </span>
            <button class="btn out slim" aria-label={`${t('admin.quarantine.open')}: ${about(entry)}`} onClick={() => set(entry)}>
              {t('admin.quarantine.open')}
            </button>
          </li>
        ))}
      </ul>
      {page?.next && (
        <button class="btn out" onClick={() => void ask(reason, page)}>
          {t('admin.quarantine.more')}
        </button>
      )}
      {open && <One entry={open} close={close} />}
    </Frame>
  );
}

const about = (entry: Entry): string =>
  [
    date(entry.receivedAt),
    entry.claimedWorker,
    entry.type && `${entry.type} ${entry.version ?? ''}`.trim(),
    t('admin.quarantine.bytes', { n: number(entry.bytes) }),
  ]
    .filter(Boolean)
    .join(' · ');

/** Its content only when asked for; a second try only when confirmed, and what came of it. */
function One({ entry, close }: { entry: Entry; close: (gone: boolean) => void }): VNode {
  const [raw, show] = useState<string>();
  const [sure, ask] = useState(false);
  const [result, say] = useState<{ status: string; reason?: string }>();
  const [trouble, setTrouble] = useState<Trouble>('');
  const path = `/api/quarantine/${entry.id}`;
  const go = async <T,>(url: string, method: string, then: (data: T) => void) => {
    try {
      const answer = await call<T>(url, { method, timeout: 30_000, cache: 'no-store' });
      setTrouble(answer.ok ? '' : 'admin.privacy.refused');
      if (answer.ok) then(answer.data);
    } catch {
      setTrouble('admin.privacy.unreachable');
    }
  };
  const gone = result !== undefined && result.reason !== entry.reason;
  return (
    <Sheet title={why(entry.reason)} close={() => close(gone)}>
      <p class="small soft">{about(entry)}</p>
      {raw === undefined ? (
        <button class="btn out" onClick={() => void go<{ raw: string }>(path, 'GET', (kept) => show(kept.raw))}>
          {t('admin.quarantine.show')}
        </button>
      ) : (
        <pre tabIndex={0}>{raw}</pre>
      )}
      <Said trouble={trouble} />
      <div role="status">
        {result && (
          <p class="note">
            {result.status === 'quarantined'
              ? `${t('admin.quarantine.stays')} ${why(result.reason ?? '')}`
              : t(result.status === 'known' ? 'admin.quarantine.known' : 'admin.quarantine.accepted')}
          </p>
        )}
      </div>
      {!result && !sure && (
        <button class="btn" onClick={() => ask(true)}>
          {t('admin.quarantine.again')}
        </button>
      )}
      {!result && sure && (
        <>
          <p>{t('admin.quarantine.sure')}</p>
          <div class="two">
            <button class="btn" onClick={() => void go<{ status: string; reason?: string }>(`${path}/readmit`, 'POST', say)}>
              {t('admin.quarantine.yes')}
            </button>
            <button class="btn out" onClick={() => ask(false)}>
              {t('admin.quarantine.no')}
            </button>
          </div>
        </>
      )}
    </Sheet>
  );
}
