import '@preact/signals';
import { effect } from '@preact/signals';
import { render, type VNode } from 'preact';
import { App, ready } from './app';
import { anew, chosen } from './door';
import { guess, lang, speak, t } from './language';
import { goOnBringing } from './later';
import { watch, whereSheWas } from './lock';
import { keepOffline, takeNewest } from './offline';
import { go } from './router';
import { chooseOwn, device, fresh, land, meet, otherCame, recall, register, reopen } from './session';
import { cameBack, goOn } from './sign-in';
import { openStore } from './store';
import { measure, onReceived, openOutbox, soon } from './sync';
import { people } from './people';
import { me, session } from './who';
import { recallLearning, refreshAfterSending, refreshLearning } from '../learn/learning';

// what the later parts of the app, loaded when they are needed, are given of this one
export * from '../learn/kit';

async function start(): Promise<void> {
  if (goOn() || (await takeNewest())) return;
  if (!globalThis.crypto?.subtle) throw new Error('not a secure context');
  await openStore();
  const known = await recall();
  while (!(await speak(known ?? guess(navigator.languages)))) await new Promise((go) => setTimeout(go, 2000));
  land();
  const comesBack = people.value.length > 0;
  await openOutbox(device);
  onReceived.push(refreshAfterSending);
  const back = cameBack();
  if (back) await chooseOwn(back.own);
  await reopen(!back?.anew);
  // she has just come back from the door: worth waiting for, however slow the network
  const atTheDoor = !me.value && !!back;
  if (me.value) await recallLearning();
  ready.value = !atTheDoor;
  show(<App />);
  watch();
  if (!fresh) await refresh(atTheDoor ? 60_000 : undefined);
  if (back && (await otherCame())) return location.reload();
  if (atTheDoor) {
    anew.value = !!session.value && back.anew === session.value;
    if (!anew.value && people.value.some((p) => p.worker === session.value)) chosen.value = session.value!;
  }
  ready.value = true;
  if (comesBack) keepOffline(true);
  void measure();
}

function show(what: VNode): void {
  const root = document.getElementById('kadam-app')!;
  root.textContent = '';
  render(what, root);
}

let asked = 0;

/** What the server knows better, asked behind what is already on the screen. */
async function refresh(timeout?: number): Promise<void> {
  asked = Date.now();
  try {
    if (await meet(timeout)) await catchUp();
  } catch {
    asked = 0; // no answer: everything goes on from what is here, and the next occasion to ask is taken
  } finally {
    soon(0);
  }
}

/** The server's session is hers: her language, her key, and what there is for her. */
async function catchUp(): Promise<void> {
  const { language } = me.value!;
  if (language !== lang.value) await speak(language); // if not, she reads on in the present one
  land();
  void register().catch(() => undefined);
  void refreshLearning().then(goOnBringing);
}

// somebody has just opened her store at the door
let entered: string | undefined;
effect(() => {
  const now = me.value?.id;
  if (now === entered) return;
  entered = now;
  if (now && ready.value) void enter();
});

async function enter(): Promise<void> {
  keepOffline(people.value.length > 1);
  await recallLearning();
  const here = await whereSheWas();
  if (here && location.hash.length <= 2) go(here, true);
  if (session.value === me.value!.id) await catchUp();
  else if (me.value!.language !== lang.value) await speak(me.value!.language);
  soon(0);
}

const enough = 600_000;
const again = () => void (ready.value && document.visibilityState === 'visible' && Date.now() - asked > enough && refresh());
document.addEventListener('visibilitychange', again);
addEventListener('online', again);

start().catch(async () => {
  // a browser that keeps nothing (or nothing any more) is told so rather than left with an empty page
  await speak(guess(navigator.languages));
  show(<p class="page">{t(globalThis.crypto?.subtle ? 'no-store' : 'no-secure')}</p>);
});
