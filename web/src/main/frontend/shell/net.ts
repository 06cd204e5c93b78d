import { signal } from '@preact/signals';
import { me, session, signedIn } from './who';

/** Whether the last question got an answer at all. The browser's own opinion is not asked: it is too often wrong. */
export const reached = signal<boolean | undefined>(undefined);

export interface Answer<T> {
  status: number;
  ok: boolean;
  data: T;
}

/** No answer came, or none of ours: no signal, too slow, or a Wi-Fi's log-in page. */
export class Unreachable extends Error {}

interface Ask {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  timeout?: number | undefined;
  cache?: RequestCache;
  /** Asked whoever is signed in: what is the same for everybody, and what is sealed. */
  anyone?: boolean;
}

const nobody = { status: 401, ok: false, data: '' };

/** One question to our server. Waits eight seconds unless told otherwise; throws `Unreachable`, never anything else. */
export async function call<T>(path: string, ask: Ask = {}): Promise<Answer<T>> {
  const { status, ok, data } = await callText(path, ask);
  // an error may come from a proxy in plain HTML, but what we asked for is always JSON
  if (!ok || data === '') return { status, ok, data: undefined as never };
  try {
    return { status, ok, data: JSON.parse(data) };
  } catch {
    reached.value = false;
    throw new Unreachable();
  }
}

/**
 * The same, giving the answer's text as it came. What is asked for her says so, and the server refuses to answer it in a
 * colleague's session: no answer about one worker may come into another's store.
 */
export async function callText(path: string, ask: Ask = {}): Promise<Answer<string>> {
  const { method = 'GET', timeout = 8000, anyone = !path.startsWith('/api/') } = ask;
  const cache = ask.cache ?? (anyone ? 'default' : 'no-store');
  if (!anyone && session.value && signedIn.value === false) return nobody;
  const headers: Record<string, string> = { Accept: 'application/json', ...ask.headers };
  if (method !== 'GET') headers['X-Kadam'] = '1';
  if (!anyone && me.value) headers['Kadam-For'] = me.value.id;
  if (ask.body !== undefined) headers['Content-Type'] = 'application/json';
  const body = ask.body === undefined ? null : typeof ask.body === 'string' ? ask.body : JSON.stringify(ask.body);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout);
  try {
    const r = await fetch(path, { method, headers, body, cache, signal: stop.signal, credentials: 'same-origin' });
    const data = await r.text();
    reached.value = true;
    if (r.status === 401) session.value = null;
    return { status: r.status, ok: r.ok, data };
  } catch {
    reached.value = false;
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
}
