import type { VNode } from 'preact';
import { Frame, Icon, Note, call, date, say, t, useState } from '../shared/kit';
import { Wait, useAsked } from './asked';
import { Standing } from './offers';
import type { Flag, Flags } from './types';

type Decision = 'confirm' | 'not-now' | 'wrong';

/** One worker's offer as her helper reads it: the facts with their dates, and the decision. */
export function Offer({ id }: { id: string }): VNode {
  const { asked, again } = useAsked<Flags>('/api/flags');
  const flag = asked.data?.flags.find((f) => f.id === id);
  const title = flag?.worker?.name ?? t('office.offer');
  const [trouble, setTrouble] = useState('');
  const decide = async (decision: Decision) => {
    setTrouble('');
    try {
      const answer = await call(`/api/flags/${id}/decision`, { method: 'POST', body: { decision } });
      if (!answer.ok) setTrouble('office.refused');
    } catch {
      setTrouble('office.unreachable');
    }
    again();
  };
  return (
    <Frame title={title} back="#/offers" acts={flag?.state === 'accepted' ? <Acts decide={decide} /> : undefined}>
      <Wait asked={asked} again={again} />
      {asked.state === 'here' && !flag && <p>{t('office.offer.gone')}</p>}
      {flag && <Case flag={flag} />}
      {trouble && (
        <p class="note care" role="alert">
          <Icon name="look" />
          {t(trouble)}
        </p>
      )}
      <Note icon="eye">{t('office.offer.seen')}</Note>
    </Frame>
  );
}

function Case({ flag }: { flag: Flag }): VNode {
  const steps: [boolean, string, string | null | undefined][] = [
    [true, t('office.step.offered'), flag.raisedAt],
    [true, t('office.step.accepted'), flag.answeredAt],
    [flag.state !== 'accepted', t(`office.step.${flag.state === 'accepted' ? 'decide' : flag.state}`), flag.decidedAt],
  ];
  return (
    <>
      <article class="card offer">
        <h2>
          <Icon name="help" /> {say(flag.reason.title)}
        </h2>
        <p>
          <Standing flag={flag} />
        </p>
      </article>
      <section class="stack">
        <h2>{t('office.why')}</h2>
        <ul class="rows">
          {flag.reason.facts.map((fact) => (
            <li class="row">
              <Icon name={flag.kind === 'device' ? 'phone' : 'tap'} />
              <span>
                {say(fact.text)}
                <br />
                <span class="small soft">
                  {say(fact.source)}, {date(fact.date)}
                </span>
              </span>
            </li>
          ))}
        </ul>
        {flag.note && <p class="small">“{flag.note}”</p>}
      </section>
      <section class="stack">
        <h2>{t('office.so-far')}</h2>
        <ol class="trail">
          {steps.map(([done, text, at]) => (
            <li class={done ? 'done' : ''} aria-current={done ? undefined : 'step'}>
              <Icon name={done ? 'check' : 'clock'} />
              {text} {at && <span class="small soft">{date(at)}</span>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

const Acts = ({ decide }: { decide: (d: Decision) => void }): VNode => (
  <>
    <div class="two">
      <button class="btn help" onClick={() => decide('confirm')}>
        {t('office.confirm')}
      </button>
      <button class="btn help out" onClick={() => decide('not-now')}>
        {t('office.not-now')}
      </button>
    </div>
    <button class="btn bare slim" onClick={() => decide('wrong')}>
      {t('office.wrong')}
    </button>
  </>
);
