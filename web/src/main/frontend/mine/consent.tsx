import type { VNode } from 'preact';
import { Frame, Icon, Note, call, date, say, t, useState } from '../shared/kit';
import { Wait, useAsked } from './asked';
import type { Consent, Consents } from './types';

/** What she is asked, each by itself. Yes and no are buttons of one size, and either can be pressed at any time. */
export function ConsentPage(): VNode {
  const { asked, again, tell } = useAsked<Consents>('/api/me/consents');
  const [trouble, setTrouble] = useState('');
  const answer = async (consent: Consent, given: boolean) => {
    setTrouble('');
    try {
      const { purpose, version } = consent;
      const said = await call<Consents>('/api/me/consents', { method: 'PUT', body: { purpose, version, given } });
      if (said.ok) tell(said.data);
      else setTrouble('mine.refused');
    } catch {
      setTrouble('mine.unreachable');
    }
  };
  return (
    <Frame title={t('mine.consent')} back="#/mine">
      <Wait asked={asked} again={again} />
      {asked.data && <Note icon="lock">{say(asked.data.no)}</Note>}
      {trouble && (
        <p class="note care" role="alert">
          <Icon name="look" />
          {t(trouble)}
        </p>
      )}
      {asked.data?.consents.map((consent) => (
        <One consent={consent} answer={(given) => void answer(consent, given)} />
      ))}
    </Frame>
  );
}

const One = ({ consent, answer }: { consent: Consent; answer: (given: boolean) => void }): VNode => {
  const id = `c-${consent.purpose}`;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{say(consent.title)}</h2>
      <p class="small">{say(consent.text)}</p>
      <div class="two" role="group" aria-labelledby={id}>
        <button class="btn out pick" aria-pressed={consent.given} onClick={() => answer(true)}>
          {t('mine.yes')}
        </button>
        <button class="btn out pick" aria-pressed={!consent.given} onClick={() => answer(false)}>
          {t('mine.not-now')}
        </button>
      </div>
      <p class="small soft" role="status">
        {consent.given && consent.saidAt ? t('mine.said-yes', { date: date(consent.saidAt) }) : t('mine.off')}
      </p>
    </section>
  );
};
