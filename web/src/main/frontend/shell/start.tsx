import '@preact/signals';
import { render, type VNode } from 'preact';
import { App, ready } from './app';
import { guess, lang, speak, t } from './language';
import { land, me, meet, recall, register } from './session';
import { openStore } from './store';
import { onReceived, openOutbox, soon } from './sync';
import { keepOffline } from './offline';
import { justSignedIn } from './welcome';
import { recallLearning, refreshAfterSending, refreshLearning } from '../learn/learning';

// what the later parts of the app, loaded only by those who need them, are given of this one
export * from '../learn/kit';

async function start(): Promise<void> {
  await openStore();
  const known = await recall();
  while (!(await speak(known ?? guess(navigator.languages)))) await new Promise((go) => setTimeout(go, 2000));
  land();
  const comesBack = !!me.value;
  await openOutbox();
  onReceived.push(refreshAfterSending);
  if (me.value) await recallLearning();
  // she has just come back from the door: worth waiting for, however slow the network
  const atTheDoor = !me.value && justSignedIn();
  ready.value = !atTheDoor;
  show(<App />);
  await refresh(atTheDoor ? 60_000 : undefined);
  ready.value = true;
  keepOffline(comesBack);
}

function show(what: VNode): void {
  const root = document.getElementById('kadam-app')!;
  root.textContent = '';
  render(what, root);
}

let asked = 0;

/** What the server knows better, asked behind what is already on the screen. Ends as soon as it is known who she is. */
async function refresh(timeout?: number): Promise<void> {
  asked = Date.now();
  try {
    const found = await meet(timeout);
    if (!found) return;
    if (found.language !== lang.value) await speak(found.language); // if not, she reads on in the present one
    if (found.id === me.value?.id) {
      me.value = found;
    } else {
      ready.value = false;
      me.value = found;
      await recallLearning();
      ready.value = true;
    }
    land();
    void register().catch(() => undefined);
    void refreshLearning();
  } catch {
    asked = 0; // no answer: everything goes on from what is here, and the next occasion to ask is taken
  } finally {
    soon(0);
  }
}

const enough = 600_000;
const again = () => void (ready.value && document.visibilityState === 'visible' && Date.now() - asked > enough && refresh());
document.addEventListener('visibilitychange', again);
addEventListener('online', again);

start().catch(async () => {
  // a browser that keeps nothing (or nothing any more) is told so rather than left with an empty page
  await speak(guess(navigator.languages));
  show(<p class="page">{t('no-store')}</p>);
});
