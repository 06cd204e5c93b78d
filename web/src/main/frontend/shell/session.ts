import { signal } from '@preact/signals';
import type { Lang, Me } from '../shared/types';
import { lang, languages, speak } from './language';
import { call, signedIn } from './net';
import { registerPhone } from './phone-key';
import { store } from './store';
import { uuidv7 } from './uuid';

/** Who learns on this phone now; `undefined`: nobody is known here. Known without a network, from the last time. */
export const me = signal<Me | undefined>(undefined);
export let device = '';

const isLang = (x: unknown): x is Lang => languages.some(([code]) => code === x);

/** What the phone knows by itself: whose it is now, and in which language she reads. */
export async function recall(): Promise<Lang | undefined> {
  device = (await store.get<string>('kv', 'device')) ?? '';
  if (!device) await store.put('kv', 'device', (device = uuidv7()));
  const worker = await store.get<string>('kv', 'worker');
  me.value = worker ? await store.get<Me>('kv', `me/${worker}`) : undefined;
  const language = await store.get<string>('kv', 'language');
  land();
  return isLang(language) ? language : undefined;
}

/** Asks the server who is signed in; nobody if it says so. Throws when there is no answer. */
export async function meet(timeout?: number): Promise<Me | undefined> {
  const answer = await call<Me>('/api/me', { timeout });
  if (!answer.ok) return undefined;
  signedIn.value = true;
  const found = answer.data;
  // a language that she chose on this phone wins over the one that the server remembers
  const chosen = await store.get<Lang>('kv', 'chosen');
  if (chosen === found.language) {
    await store.remove('kv', 'chosen');
  } else if (chosen) {
    found.language = chosen;
    void tell(chosen);
  }
  await store.put('kv', `me/${found.id}`, found);
  await store.put('kv', 'worker', found.id);
  await store.put('kv', 'language', found.language);
  return found;
}

async function tell(language: Lang): Promise<void> {
  const put = await call('/api/me/language', { method: 'PUT', body: { language } }).catch(() => undefined);
  if (put?.ok) await store.remove('kv', 'chosen');
}

export const register = (): Promise<void> => registerPhone(me.value!.id, device);

/** Another language; whether its words are here. The server learns of it when it can be reached. */
export async function choose(language: Lang): Promise<boolean> {
  if (!(await speak(language))) return false;
  await store.put('kv', 'language', language);
  await store.put('kv', 'chosen', language);
  land();
  if (me.value) {
    me.value = { ...me.value, language };
    await store.put('kv', `me/${me.value.id}`, me.value);
    void tell(language);
  }
  return true;
}

/**
 * Leaves by the server's door; throws when it cannot be reached, for then she would only seem to have left. What she
 * did stays on the phone under her id, and is sent whoever signs in next.
 */
export async function signOut(): Promise<void> {
  await call('/api/me');
  await store.remove('kv', 'worker');
  await store.remove('kv', 'chosen');
  // the server's session has run out by itself: there is nothing to end
  if (signedIn.value === false) return location.replace('/');
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
