import '@preact/signals';
import { render } from 'preact';
import { App, ready } from './app';
import { guess, lang, speak } from './language';
import { land, me, meet, recall, register } from './session';
import { openStore } from './store';
import { onReceived, openOutbox, soon } from './sync';
import { keepOffline } from './offline';
import { justSignedIn } from './welcome';
import { recallLearning, refreshAfterSending, refreshLearning } from '../learn/learning';

// what the later parts of the app, loaded only by those who need them, are given of this one
export * from '../shared/kit';

async function start(): Promise<void> {
  await openStore();
  const known = await recall();
  while (!(await speak(known ?? guess(navigator.languages)))) await new Promise((go) => setTimeout(go, 2000));
  land();
  const comesBack = !!me.value;
  await openOutbox();
  onReceived.push(refreshAfterSending);
  if (me.value) await recallLearning();
  if (!me.value && justSignedIn()) await refresh();
  else void refresh();
  ready.value = true;
  render(<App />, document.body);
  keepOffline(comesBack);
}

let asked = 0;

/** What the server knows better, asked behind what is already on the screen. Ends as soon as it is known who she is. */
async function refresh(): Promise<void> {
  asked = Date.now();
  try {
    const found = await meet();
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
    // no answer: everything goes on from what is here
  } finally {
    soon(0);
  }
}

const while10Minutes = 600_000;
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && ready.value && Date.now() - asked > while10Minutes) void refresh();
});

void start();
