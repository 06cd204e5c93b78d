import type { VNode } from 'preact';
import { Frame, Icon, Languages, Note, Sheet, SignInAgain, checked, lock, me, progress, say, signOut, signedIn, soon, t, tn, to, useState, waiting } from '../learn/kit';
import type { IconName } from '../shared/icons';
import { Files } from './file';
import { Pause } from './pause';
import { Room } from '../play/kit';

/** Her language, what is on this phone, who sees what, and the way out. */
export function Me(): VNode {
  const who = me.value!;
  const [leaving, leave] = useState(false);
  const [away, setAway] = useState(false);
  const mine = waiting.value.filter((d) => d.worker === who.id).length;
  return (
    <Frame title={t('me')} tabs>
      <section class="stack">
        <h2>{who.name}</h2>
        <p class="soft">
          {who.code} · {say(who.place.name)}
        </p>
        {who.helper && <p class="small">{t('me.helper', { helper: who.helper.name })}</p>}
      </section>
      {signedIn.value === false && <SignInAgain />}
      <section class="stack">
        <h2>{t('language')}</h2>
        <Languages />
      </section>
      <section class="stack">
        <h2>{t('me.learning')}</h2>
        <ul class="rows">
          <li>
            <a class="row" href={to('ahead')}>
              <Icon name="book" />
              <span>
                {t('ahead')}
                <br />
                <span class="small soft">{t('ahead.what')}</span>
              </span>
              <Icon name="go" />
            </a>
          </li>
          <Pause />
        </ul>
      </section>
      <section class="stack">
        <h2>{t('me.phone')}</h2>
        <ul class="rows">
          <li class="row">
            <Icon name={mine > 0 ? 'phone' : 'got'} />
            <span>
              {mine > 0 ? tn('waiting', mine) : t('me.all-received')}
              <br />
              <span class="small soft">{mine > 0 ? t('waiting.goes') : tn('me.received', progress.value?.events ?? 0)}</span>
            </span>
            {mine > 0 ? (
              <button class="btn out slim" onClick={() => soon(0)}>
                {t('me.send')}
              </button>
            ) : (
              <span />
            )}
          </li>
          {checked.value.length > 0 && <Line icon="look" main={tn('checked', checked.value.length)} />}
          <Room />
          <Files />
        </ul>
      </section>
      <section class="stack">
        <h2>{t('me.who-sees')}</h2>
        <ul class="rows">
          <Line icon="me" main={t('me.you')} more={t('me.you-see')} />
          <Line icon="help" main={who.helper?.name ?? t('me.your-helper')} more={t('me.helper-sees')} />
          <Line icon="people" main={t('me.district')} more={t('me.district-sees')} />
          <Line icon="lock" main={t('me.nobody')} more={t('me.nobody-sees')} />
        </ul>
      </section>
      <a class="btn out" href="#/mine">
        {t('me.mine')}
      </a>
      <button class="btn out" onClick={() => void lock()}>
        {t('lock')}
      </button>
      <button class="btn bare" onClick={() => leave(true)}>
        {t('sign-out')}
      </button>
      {leaving && (
        <Sheet title={t('sign-out.ask')} close={() => leave(false)}>
          <p>{mine > 0 ? tn('sign-out.waiting', mine) : t('sign-out.nothing-waits')}</p>
          {away && <Note icon="look">{t('sign-out.away')}</Note>}
          <button class="btn" onClick={() => void signOut().catch(() => setAway(true))}>
            {t('sign-out')}
          </button>
        </Sheet>
      )}
    </Frame>
  );
}

const Line = (p: { icon: IconName; main: string; more?: string }): VNode => (
  <li class="row">
    <Icon name={p.icon} />
    <span>
      {p.main}
      {p.more && (
        <>
          <br />
          <span class="small soft">{p.more}</span>
        </>
      )}
    </span>
  </li>
);
