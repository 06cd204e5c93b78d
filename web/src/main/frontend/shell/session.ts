import { signal } from '@preact/signals';
import type { Lang, Me } from '../shared/types';
import { base64url, random } from './bytes';
import { lang, languages, speak } from './language';
import { call } from './net';
import { close, openKept, openWith, people, recallPeople, setUp, type Person } from './people';
import { register as registerKey } from './phone-key';
import { store } from './store';
import { sealAgain, tell, vault, write } from './sync';
import { uuidv7 } from './uuid';
import type { Vault } from './vault';
import { me, session } from './who';

export let device = '';
/** This phone has never seen Kadam before. */
export let fresh = false;
/** Whether this phone is one worker's own; `undefined`: nobody has said yet. */
export const own = signal<boolean | undefined>(undefined);
/** The server's session is of somebody who has no open store here: she may make one, or open hers. */
export const arrived = signal<Me | undefined>(undefined);

const isLang = (x: unknown): x is Lang => languages.some(([code]) => code === x);

/** What the phone knows by itself: who has a store here, and which language is read. */
export async function recall(): Promise<Lang | undefined> {
  device = (await store.get<string>('kv', 'device')) ?? '';
  fresh = !device;
  if (fresh) await store.put('kv', 'device', (device = uuidv7()));
  own.value = await store.get<boolean>('kv', 'own');
  await recallPeople(store);
  const language = await store.get<string>('kv', 'language');
  // the first release knew one worker, and kept her in the clear: she makes her store now, with or without a network
  const worker = await store.get<string>('kv', 'worker');
  if (worker) arrived.value = await store.get<Me>('kv', `me/${worker}`);
  return isLang(language) ? language : undefined;
}

/** The store that stayed open on her own phone, if there is one. */
export async function reopen(may = true): Promise<boolean> {
  const kept = may ? await openKept(store) : undefined;
  if (kept) await enter(kept);
  else show();
  return !!kept;
}

/** The right PIN opens her store; whether it was right. */
export async function open(person: Person, pin: string): Promise<boolean> {
  const opened = await openWith(store, person, pin, !!own.value);
  if (opened) await enter(opened);
  return !!opened;
}

/** Makes a store for who has just signed in, and opens it. */
export async function begin(pin: string, turns?: number): Promise<void> {
  const found = arrived.value!;
  const known = people.value.find((p) => p.worker === found.id);
  const made = setUp(store, found, pin, !!own.value, known, turns);
  made.catch(() => recallPeople(store)); // if another tab was quicker, she is asked for the PIN of that store
  await enter(await made);
}

/** What tells the server that her store is open: only with it does her session answer more than whose it is. */
const proof = 'proof';

function show(value?: string): void {
  const { protocol } = location;
  const how = `path=/api; SameSite=Strict${protocol === 'https:' ? '; Secure' : ''}`;
  document.cookie = `kadam-store=${value ?? ''}; ${how}${value ? '' : '; Max-Age=0'}`;
}

/** Nobody's store is open any more, in this tab and for the server. */
export async function closeAll(): Promise<void> {
  show();
  await close(store);
  tell('locked');
}

async function enter(opened: Vault): Promise<void> {
  await write(opened);
  if (!opened.get(proof)) await opened.put(proof, base64url(random(32)));
  show(opened.get<string>(proof));
  const atTheDoor = await store.get<Lang>('kv', 'chosen');
  if (atTheDoor) {
    await opened.put('chosen', atTheDoor);
    await store.remove('kv', 'chosen');
  }
  const found = arrived.value?.id === opened.worker ? arrived.value : undefined;
  await greet(found ?? opened.get<Me>('me')!, !!found);
  arrived.value = undefined;
  land();
  tell('opened', opened.worker);
}

/** Somebody else has signed in: whose store is open here is closed, and she is at the door. */
export async function otherCame(): Promise<boolean> {
  if (!me.value || !session.value || session.value === me.value.id) return false;
  await closeAll();
  return true;
}

export async function chooseOwn(is: boolean): Promise<void> {
  own.value = is;
  await store.put('kv', 'own', is);
  if (!is) await close(store);
}

/** Asks the server who is signed in. Throws when there is no answer. */
export async function meet(timeout?: number): Promise<Me | undefined> {
  const answer = await call<Me>('/api/me', { timeout, anyone: true, cache: 'no-store' });
  if (!answer.ok) return undefined;
  const found = answer.data;
  session.value = found.id;
  // a session whose store is locked says no more than whose it is
  if (!me.value && found.code) arrived.value = found;
  if (me.value?.id !== found.id) return undefined;
  await greet(found, true);
  return me.value;
}

/** She is on the screen, as the server knows her, or as her store does. */
async function greet(found: Me, fromServer: boolean): Promise<void> {
  // a language that she chose on this phone wins over the one that the server remembers
  const chosen = vault().get<Lang>('chosen');
  const profile = { ...found, language: chosen ?? found.language };
  if (fromServer) await vault().put('me', profile);
  await store.put('kv', 'language', profile.language);
  me.value = profile;
  if (fromServer && chosen === found.language) await vault().remove('chosen');
}

let telling: Promise<void> | undefined;

/** One at a time, so that her last word is also the last that arrives. */
const tellLanguage = (): Promise<void> => (telling ??= tellChosen().finally(() => (telling = undefined)));

async function tellChosen(): Promise<void> {
  for (let language; (language = vault().get<Lang>('chosen')); ) {
    const put = await call('/api/me/language', { method: 'PUT', body: { language } }).catch(() => undefined);
    if (!put?.ok) return;
    if (vault().get<Lang>('chosen') === language) await vault().remove('chosen');
  }
}

/** Tells the server her key and learns its own, when that is due; and which language she chose, if it does not know yet. */
export async function register(): Promise<void> {
  await telling;
  await (telling = tellAll().finally(() => (telling = undefined)));
}

async function tellAll(): Promise<void> {
  const chosen = vault().get<Lang>('chosen');
  if (await registerKey(vault(), device, chosen).catch(() => false)) {
    if (chosen && vault().get<Lang>('chosen') === chosen) await vault().remove('chosen');
    await sealAgain();
  }
  await tellChosen();
}

/** Another language; whether its words are here. The server learns of it when it can be reached. */
export async function choose(language: Lang): Promise<boolean> {
  if (!(await speak(language))) return false;
  await store.put('kv', 'language', language);
  land();
  if (me.value) {
    me.value = { ...me.value, language };
    await vault().put('chosen', language);
    await vault().put('me', me.value);
    void tellLanguage();
  } else {
    await store.put('kv', 'chosen', language);
  }
  return true;
}

/**
 * Leaves by the server's door; throws when it cannot be reached, for then she would only seem to have left. What she
 * did stays on the phone, sealed, and is sent whoever signs in next.
 */
export async function signOut(): Promise<void> {
  await call('/api/me', { anyone: true, cache: 'no-store' });
  await closeAll();
  // the server's session has run out by itself: there is nothing to end
  if (session.value === null) return location.replace('/');
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/sign-out';
  document.body.append(form);
  form.submit();
}

/** Marigold in Bihar, champa in Laos; before anyone is known, by the language. */
export function land(): void {
  document.documentElement.dataset.land = me.value?.land ?? (lang.value === 'lo' ? 'la' : 'in');
}
