import 'fake-indexeddb/auto';
import { setUp } from '../shell/people';
import { keyName, sealingOf, type PhoneKey } from '../shell/phone-key';
import { curve } from '../shell/sealing';
import { Outbox, type Writer } from '../shell/outbox';
import { Store } from '../shell/store';
import type { Vault } from '../shell/vault';
import type { Deed, Me } from '../shared/types';

let number = 0;
export const newStore = (): Promise<Store> => Store.open(`test-${++number}`);

export const pin = '258036';
export const turns = 10; // the PIN's stretching costs a second by design; what it does is the same

export const profile = (id: string, name = 'Sabina'): Me => ({
  id,
  code: id.slice(0, 4).toUpperCase(),
  name,
  roles: ['worker'],
  language: 'hi',
  land: 'in',
  cadre: 'asha',
  place: { code: 'KNT', name: { en: 'Kanti', hi: 'कांटी', lo: 'Kanti' } },
  assignments: [],
  helper: null,
});

/** A server's key to seal to; it reads what was sealed with its own private half, as the real one does. */
export async function newServer() {
  const pair = (await crypto.subtle.generateKey(curve, true, ['deriveBits'])) as CryptoKeyPair;
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { id: 's1', publicKey: { kty, crv, x, y } as JsonWebKey, privateKey: pair.privateKey };
}
export type Server = Awaited<ReturnType<typeof newServer>>;

/** What the phone does when the server has answered POST /api/phones. */
export async function registered(vault: Vault, server: Server, key = `key-of-${vault.worker}`): Promise<Writer> {
  const { id, publicKey } = server;
  await vault.put(keyName, { ...vault.get<PhoneKey>(keyName)!, id: key, seals: [{ id, publicKey }], asked: Date.now() });
  return { vault, sealing: await sealingOf(vault) };
}

export async function somebody(store: Store, server: Server, worker = 'sabina'): Promise<Writer> {
  return registered(await setUp(store, profile(worker), pin, false, undefined, turns), server);
}

export const card = (n: number) => (before: { done: number[] } | undefined) => ({
  value: { done: [...(before?.done ?? []), n] },
  body: { card: `c${n}` } as Deed['body'],
  contentHash: null,
});

export const fill = async (outbox: Outbox, by: Writer, n: number): Promise<void> => {
  for (let i = 0; i < n; i++) await outbox.record(by, 'card.done', 'module/x', card(i));
};
