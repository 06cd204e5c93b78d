import type { Deed, Lang } from '../shared/types';
import { base64url, utf8 } from './bytes';
import { call } from './net';
import { curve, Sealing, type Seal } from './sealing';
import type { Store } from './store';
import type { Vault } from './vault';

/**
 * Each worker has on each phone a key pair of her own, made here; the private half lies in her sealed store. The server
 * knows the public half by `id`, once it was registered, and has told its own keys to seal to.
 */
export interface PhoneKey {
  pair: { private: JsonWebKey; public: JsonWebKey };
  id: string | null;
  seals: Seal[];
  /** When the server was asked last, to learn in time of a new key of its. */
  asked: number;
}

const day = 86_400_000;
export const keyName = 'key';

export async function newKey(): Promise<PhoneKey> {
  const pair = (await crypto.subtle.generateKey(curve, true, ['deriveBits'])) as CryptoKeyPair;
  const [own, open] = await Promise.all([pair.privateKey, pair.publicKey].map((k) => crypto.subtle.exportKey('jwk', k)));
  const { kty, crv, x, y } = open!;
  return { pair: { private: own!, public: { kty, crv, x, y } as JsonWebKey }, id: null, seals: [], asked: 0 };
}

/** What her open store seals with; nothing while the server has not yet named her key and told its own. */
export async function sealingOf(vault: Vault): Promise<Sealing | undefined> {
  const key = vault.get<PhoneKey>(keyName);
  if (!key?.id || key.seals.length === 0) return undefined;
  const own = await crypto.subtle.importKey('jwk', key.pair.private, curve, false, ['deriveBits']);
  return new Sealing(own, key.id, key.seals);
}

/**
 * Registers the key if the server has not confirmed it lately, and tells on the way which language was chosen on this phone;
 * whether it did. Throws `Unreachable`.
 */
export async function register(vault: Vault, device: string, language?: Lang, now = Date.now()): Promise<boolean> {
  const key = vault.get<PhoneKey>(keyName)!;
  if (key.id && key.seals.length > 0 && Math.abs(now - key.asked) < day) return false;
  const body = { device, publicKey: key.pair.public, worker: vault.worker, ...(language && { language }) };
  const { ok, data } = await call<{ key: string; seal?: Seal }>('/api/phones', { method: 'POST', body });
  if (!ok) return false;
  const { seal } = data;
  const seals = seal ? [...key.seals.filter((s) => s.id !== seal.id), seal] : key.seals;
  await vault.put(keyName, { ...key, id: data.key, seals, asked: now } satisfies PhoneKey);
  return true;
}

/** The server does not know the key, or not its own, any more: asked anew at the next occasion. */
export async function forget(vault: Vault): Promise<void> {
  await vault.put(keyName, { ...vault.get<PhoneKey>(keyName)!, asked: 0 } satisfies PhoneKey);
}

/**
 * For what the first release recorded in the clear: the headers that say whose body this is, signed with the key of that
 * release; none when this worker has no registered one.
 */
export async function vouch(store: Store, deeds: Deed[], body: string): Promise<Record<string, string> | null> {
  const kept = await store.get<{ pair: CryptoKeyPair; id: string | null }>('kv', `key/${deeds[0]!.worker}`);
  if (!kept?.id) return null;
  const mark = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, kept.pair.privateKey, utf8(body));
  return { 'Kadam-Key': kept.id, 'Kadam-Signature': base64url(mark) };
}
