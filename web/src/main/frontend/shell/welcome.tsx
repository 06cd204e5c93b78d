import type { VNode } from 'preact';
import { Languages } from '../shared/frame';
import { Mark } from '../shared/icons';
import { lang, t } from './language';

/** Nobody is known on this phone: three languages, one sentence, one way in. */
export function Welcome(): VNode {
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
      </main>
      <footer class="acts">
        <a class="btn" href={`/sign-in?ui_locales=${lang.value}`} onClick={remember}>
          {t('sign-in')}
        </a>
        <p class="small soft">{t('welcome.shared')}</p>
      </footer>
    </div>
  );
}

const mark = 'kadam.signing-in';
const remember = () => sessionStorage.setItem(mark, '1');

/** She has just come back from the door, so the server will know her: worth waiting a moment. */
export const justSignedIn = (): boolean => {
  const back = sessionStorage.getItem(mark) !== null;
  sessionStorage.removeItem(mark);
  return back;
};

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
