import type { VNode } from 'preact';
import { Icon, Sheet, call, date, number, t, useState } from '../shared/kit';
import { Said, send, useDesk, type Trouble } from './privacy-asked';

interface Request {
  id: string;
  worker: string;
  code: string;
  kind: 'correction' | 'grievance' | 'erasure';
  text?: string;
  dueOn: string;
  late: boolean;
}

/** What workers ask about their data, what is due first. */
export function PrivacyRequests(): VNode {
  const { data, trouble, again } = useDesk<{ requests: Request[]; next?: string }>('/api/privacy/requests');
  const [open, set] = useState<Request>();
  const close = () => {
    set(undefined);
    again();
  };
  return (
    <section class="stack">
      <Said trouble={trouble} />
      {data?.requests.length === 0 && <p>{t('admin.privacy.none')}</p>}
      <ul class="rows">
        {data?.requests.map((request) => (
          <li class="row">
            <Icon name={request.late ? 'look' : 'clock'} />
            <span>
              <b>
                {t(`admin.privacy.kind.${request.kind}`)} · {request.code}
              </b>
              {request.text && <p class="small">{request.text}</p>}
              <p class="small soft">
                {t(request.late ? 'admin.privacy.late' : 'admin.privacy.due', { date: date(request.dueOn) })}
              </p>
            </span>
            <button class="btn out slim" aria-label={`${t('admin.privacy.open')}: ${request.code}`} onClick={() => set(request)}>
              {t('admin.privacy.open')}
            </button>
          </li>
        ))}
      </ul>
      {data?.next && <p class="small">{t('admin.privacy.more')}</p>}
      {open && (open.kind === 'erasure' ? <Erase request={open} close={close} /> : <Answer request={open} close={close} />)}
    </section>
  );
}

function Answer({ request, close }: { request: Request; close: () => void }): VNode {
  const [answer, write] = useState('');
  const [trouble, setTrouble] = useState<Trouble>('');
  const say = async (state: 'done' | 'refused') => {
    const wrong = await send(`/api/privacy/requests/${request.id}/answer`, { state, answer });
    setTrouble(wrong);
    if (!wrong) close();
  };
  return (
    <Sheet title={`${t(`admin.privacy.kind.${request.kind}`)} · ${request.code}`} close={close}>
      {request.text && <p>{request.text}</p>}
      <div class="field">
        <label for="answer">{t('admin.privacy.answer')}</label>
        <textarea id="answer" rows={4} maxLength={2000} value={answer} onInput={(e) => write(e.currentTarget.value)} />
      </div>
      <Said trouble={trouble} />
      <div class="two">
        <button class="btn" disabled={!answer.trim()} onClick={() => void say('done')}>
          {t('admin.privacy.done')}
        </button>
        <button class="btn out" disabled={!answer.trim()} onClick={() => void say('refused')}>
          {t('admin.privacy.decline')}
        </button>
      </div>
    </Sheet>
  );
}

/** Two steps: how much it is, then her code typed once more. */
function Erase({ request, close }: { request: Request; close: () => void }): VNode {
  const path = `/api/workers/${request.worker}/erase`;
  const { data, trouble: away } = useDesk<{ code: string; rows: Record<string, number> }>(path);
  const [confirm, write] = useState('');
  const [trouble, setTrouble] = useState<Trouble>('');
  const rows = Object.values(data?.rows ?? {}).reduce((sum, n) => sum + n, 0);
  const erase = async () => {
    try {
      const answer = await call(path, { method: 'POST', body: { confirm }, timeout: 60_000 });
      if (answer.ok) close();
      else setTrouble('admin.privacy.refused');
    } catch {
      setTrouble('admin.privacy.unreachable');
    }
  };
  return (
    <Sheet title={`${t('admin.privacy.kind.erasure')} · ${request.code}`} close={close}>
      {data && <p>{t('admin.privacy.erase.what', { n: number(rows) })}</p>}
      <div class="field">
        <label for="confirm">{t('admin.privacy.erase.confirm', { code: request.code })}</label>
        <input id="confirm" autocomplete="off" value={confirm} onInput={(e) => write(e.currentTarget.value)} />
      </div>
      <Said trouble={trouble || away} />
      <button class="btn" disabled={confirm.trim().toUpperCase() !== request.code} onClick={() => void erase()}>
        {t('admin.privacy.erase')}
      </button>
    </Sheet>
  );
}
