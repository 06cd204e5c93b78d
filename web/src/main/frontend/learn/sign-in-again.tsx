import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Note } from '../shared/frame';
import { t } from '../shell/language';
import { goToSignIn, signInUrl } from '../shell/sign-in';
import { waiting } from '../shell/sync';
import { me } from '../shell/who';

/** The server does not know her, or a colleague instead. Everything goes on; only what is new for her waits. */
export function SignInAgain(): VNode | null {
  const [away, setAway] = useState(false);
  const enter = (e: Event) => {
    e.preventDefault();
    goToSignIn().catch(() => setAway(true));
  };
  if (me.value?.helped) return null; // her helper's session is as it must be
  return (
    <Note icon="me">
      {t(away ? 'sign-in.away' : waiting.value.length > 0 ? 'sign-in.to-send' : 'sign-in.again')}{' '}
      <a class="btn bare slim" href={signInUrl()} onClick={enter}>
        {t('sign-in')}
      </a>
    </Note>
  );
}
