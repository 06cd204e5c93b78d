import { call } from './net';
import { store } from './store';

/**
 * Each worker on each phone has a key of her own, made here and never leaving the browser's key store. What she does is
 * signed with it, so it counts as hers whoever is signed in when it is sent. Without WebCrypto (a page that is not served
 * securely) there is no key, and only the signed-in worker's own deeds are sent.
 */
interface Kept {
  pair: CryptoKeyPair;
  id: string | null;
}

const place = (worker: string) => `key/${worker}`;
const curve = { name: 'ECDSA', namedCurve: 'P-256' };

/** Makes the key if there is none, and registers it if the server has not confirmed it yet. */
export async function registerPhone(worker: string, device: string): Promise<void> {
  if (!globalThis.crypto?.subtle) return;
  const name = place(worker);
  let kept = await store.get<Kept>('kv', name);
  if (!kept) {
    const pair = (await crypto.subtle.generateKey(curve, false, ['sign', 'verify'])) as CryptoKeyPair;
    kept = { pair, id: null };
    await store.put('kv', name, kept);
  }
  if (kept.id) return;
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', kept.pair.publicKey);
  const answer = await call<{ key: string }>('/api/phones', {
    method: 'POST',
    body: { device, publicKey: { kty, crv, x, y } },
  });
  if (answer.ok) await store.put('kv', name, { ...kept, id: answer.data.key });
}

/** The server does not know the key any more: it is registered anew the next time that somebody asks. */
export async function forgetKey(worker: string): Promise<void> {
  const kept = await store.get<Kept>('kv', place(worker));
  if (kept) await store.put('kv', place(worker), { ...kept, id: null });
}

/** The headers that say whose body this is; none when this worker has no registered key on this phone. */
export async function vouch(worker: string, body: string): Promise<Record<string, string> | null> {
  const kept = await store.get<Kept>('kv', place(worker));
  if (!kept?.id) return null;
  const bytes = new TextEncoder().encode(body);
  const mark = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, kept.pair.privateKey, bytes);
  return { 'Kadam-Key': kept.id, 'Kadam-Signature': base64url(new Uint8Array(mark)) };
}

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
