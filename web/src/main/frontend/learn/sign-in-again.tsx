import type { VNode } from 'preact';
import { Note } from '../shared/frame';
import { lang, t } from '../shell/language';
import { waiting } from '../shell/sync';

/** The server no longer knows who this is. Everything goes on; only sending waits. */
export const SignInAgain = (): VNode => (
  <Note icon="me">
    {t(waiting.value.length > 0 ? 'sign-in.to-send' : 'sign-in.again')}{' '}
    <a class="btn bare slim" href={`/sign-in?ui_locales=${lang.value}`}>
      {t('sign-in')}
    </a>
  </Note>
);
