import type { VNode } from 'preact';
import { Frame, Icon, Note, Saved, Sheet, date, flags, pending, respond, say, stateOf, t, useState } from '../learn/kit';
import type { Flag } from '../shared/types';

/** An offer of help: the question, why it is asked, and two answers of one size. */
export function Offer({ id }: { id: string }): VNode {
  const flag = flags.value.find((f) => f.id === id);
  if (!flag) {
    return (
      <Frame title={t('offer')} back="#/">
        <p>{t('offer.gone')}</p>
      </Frame>
    );
  }
  const state = stateOf(flag);
  return (
    <Frame title={t('offer')} back="#/" acts={<Answers flag={flag} state={state} />}>
      <article class="card offer">
        <h2>
          <Icon name="help" /> {say(flag.reason.title)}
        </h2>
        <p>{say(flag.reason.text)}</p>
      </article>
      {state !== 'offered' && (
        <div role="status" class="stack">
          <p>
            <b>{t(`offer.is.${state}`)}</b>
          </p>
          {pending.value.some((p) => p.flag === id) && (
            <p class="line">
              <Saved />
            </p>
          )}
        </div>
      )}
      <section class="stack">
        <h2>{t('offer.why')}</h2>
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
      </section>
      <Note icon="eye">{t('offer.promise')}</Note>
    </Frame>
  );
}

function Answers({ flag, state }: { flag: Flag; state: Flag['state'] }): VNode {
  const [asking, ask] = useState(false);
  const [note, setNote] = useState('');
  if (state !== 'offered') {
    const hers = state === 'accepted' || state === 'declined' || state === 'contested';
    return (
      <div class={hers ? 'two' : 'stack'}>
        {hers && (
          <button class="btn out" onClick={() => void respond(flag, 'undo')}>
            {t('offer.undo')}
          </button>
        )}
        <a class="btn" href="#/">
          {t('to-today')}
        </a>
      </div>
    );
  }
  return (
    <>
      <div class="two">
        <button class="btn help" onClick={() => void respond(flag, 'accept')}>
          {t('offer.yes')}
        </button>
        <button class="btn help out" onClick={() => void respond(flag, 'decline')}>
          {t('offer.not-now')}
        </button>
      </div>
      <button class="btn bare slim" onClick={() => ask(true)}>
        {t('offer.not-right')}
      </button>
      {asking && (
        <Sheet title={t('offer.not-right')} close={() => ask(false)}>
          <div class="field">
            <label for="note">{t('offer.what')}</label>
            <textarea
              id="note"
              rows={3}
              maxLength={300}
              aria-describedby="note-who"
              value={note}
              onInput={(e) => setNote(e.currentTarget.value)}
            />
            <p id="note-who" class="small soft">
              {t('offer.note-who')}
            </p>
          </div>
          <button
            class="btn"
            onClick={() => {
              ask(false);
              void respond(flag, 'contest', note.trim());
            }}
          >
            {t('offer.say')}
          </button>
        </Sheet>
      )}
    </>
  );
}
