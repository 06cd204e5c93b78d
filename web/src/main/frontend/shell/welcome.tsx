import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Languages, Note } from '../shared/frame';
import { Mark } from '../shared/icons';
import { t } from './language';
import { goToSignIn, signInUrl } from './sign-in';

/** Three languages, one sentence, and the way in: on one's own phone or on a shared one. */
export function Welcome({ back }: { back?: () => void }): VNode {
  const [away, setAway] = useState(false);
  const enter = (own: boolean) => (e: Event) => {
    e.preventDefault();
    goToSignIn(own).catch(() => setAway(true));
  };
  return (
    <div class="app">
      <header class="bar">
        <Mark size={40} />
        <h1 class="name">
          {t('kadam')}
          <br />
          <small>{t('kadam.says')}</small>
        </h1>
      </header>
      <main class="page">
        <Stair />
        <p>{t('welcome')}</p>
        <Languages />
        {away && <Note icon="look">{t('sign-in.away')}</Note>}
      </main>
      <footer class="acts">
        <a class="btn" href={signInUrl(true)} onClick={enter(true)}>
          {t('phone.mine')}
        </a>
        <a class="btn out" href={signInUrl(false)} onClick={enter(false)}>
          {t('phone.shared')}
        </a>
        <p class="small soft">{t('welcome.shared')}</p>
        {back && (
          <button class="btn bare slim" onClick={back}>
            {t('back')}
          </button>
        )}
      </footer>
    </div>
  );
}

const Stair = (): VNode => (
  <svg class="pic" viewBox="0 0 328 150" aria-hidden="true">
    <path fill="#e3f0ee" d="M16 136h84v-34h76V68h76V32h76v104z" />
    <path
      fill="none"
      stroke="#0b5355"
      stroke-width="6"
      stroke-linecap="round"
      stroke-linejoin="round"
      d="M16 136h84v-34h76V68h76V32h60"
    />
    <circle cx="286" cy="14" r="10" fill="#f2a900" />
  </svg>
);
