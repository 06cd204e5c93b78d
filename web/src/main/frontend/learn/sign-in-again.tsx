import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Note } from '../shared/frame';
import { t } from '../shell/language';
import { goToSignIn, signInUrl } from '../shell/sign-in';
import { waiting } from '../shell/sync';

/** The server does not know her, or a colleague instead. Everything goes on; only what is new for her waits. */
export function SignInAgain(): VNode {
  const [away, setAway] = useState(false);
  const enter = (e: Event) => {
    e.preventDefault();
    goToSignIn().catch(() => setAway(true));
  };
  return (
    <Note icon="me">
      {t(away ? 'sign-in.away' : waiting.value.length > 0 ? 'sign-in.to-send' : 'sign-in.again')}{' '}
      <a class="btn bare slim" href={signInUrl()} onClick={enter}>
        {t('sign-in')}
      </a>
    </Note>
  );
}
