import type { VNode } from 'preact';
import { Frame, Icon, Note, Sheet, call, date, t, useState } from '../shared/kit';
import { Wait, useAsked } from './asked';
import type { Kind, Request, Requests } from './types';

const paths: Record<Kind, string> = { correction: 'corrections', grievance: 'grievances', erasure: 'erasure' };

/** Have it corrected, complain, have it erased; and what came of it. */
export function AskPage(): VNode {
  const { asked, again } = useAsked<Requests>('/api/me/requests');
  const [asking, ask] = useState<Kind>();
  const officer = asked.data?.officer;
  return (
    <Frame title={t('mine.ask')} back="#/mine">
      <div class="stack">
        {(['correction', 'grievance', 'erasure'] as const).map((kind) => (
          <button class="btn out" onClick={() => ask(kind)}>
            {t(`mine.ask.${kind}`)}
          </button>
        ))}
      </div>
      {officer && <Note icon="people">{t('mine.officer', { officer })}</Note>}
      <Wait asked={asked} again={again} />
      {asked.data && asked.data.requests.length > 0 && (
        <section class="stack">
          <h2>{t('mine.asked')}</h2>
          <ul class="rows">
            {asked.data.requests.map((request) => (
              <Line request={request} />
            ))}
          </ul>
        </section>
      )}
      {asking && <Words kind={asking} close={() => ask(undefined)} done={again} />}
    </Frame>
  );
}

const Line = ({ request }: { request: Request }): VNode => (
  <li class="row">
    <Icon name={request.state === 'open' ? 'clock' : 'got'} />
    <span>
      <b>{t(`mine.ask.${request.kind}`)}</b>
      {request.text && <p class="small">{request.text}</p>}
      <p class="small soft">
        {request.state === 'open'
          ? t('mine.due', { date: date(request.dueOn) })
          : t(request.state === 'done' ? 'mine.done' : 'mine.declined')}
      </p>
      {request.answer && <p class="small">{request.answer}</p>}
    </span>
    <span />
  </li>
);

/** What she writes; for an erasure she need not write anything, and is told first what it means. */
function Words({ kind, close, done }: { kind: Kind; close: () => void; done: () => void }): VNode {
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState('');
  const send = async () => {
    if (kind !== 'erasure' && !text.trim()) return setTrouble('mine.write-something');
    try {
      const answer = await call(`/api/me/${paths[kind]}`, { method: 'POST', body: { text } });
      if (!answer.ok) return setTrouble('mine.refused');
      close();
      done();
    } catch {
      setTrouble('mine.unreachable');
    }
  };
  return (
    <Sheet title={t(`mine.ask.${kind}`)} close={close}>
      <p class="small">{t(`mine.ask.${kind}.what`)}</p>
      <div class="field">
        <label for="words">{t(kind === 'erasure' ? 'mine.words.if' : 'mine.words')}</label>
        <textarea
          id="words"
          rows={4}
          maxLength={2000}
          aria-describedby="who-reads"
          value={text}
          onInput={(e) => setText(e.currentTarget.value)}
        />
        <p id="who-reads" class="small soft">
          {t('mine.words.who')}
        </p>
      </div>
      <p role="alert">{trouble && t(trouble)}</p>
      <button class="btn" onClick={() => void send()}>
        {t('mine.send')}
      </button>
    </Sheet>
  );
}
