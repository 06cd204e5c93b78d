import assert from 'node:assert/strict';
import { createDecipheriv, diffieHellman, hkdfSync, createPublicKey, KeyObject } from 'node:crypto';
import { test } from 'node:test';
import { keyName, type PhoneKey } from '../shell/phone-key';
import { Sealing } from '../shell/sealing';
import type { Deed } from '../shared/types';
import { newServer, newStore, somebody } from './people';

const deed: Deed = {
  id: '0190a000-0000-7000-8000-000000000001',
  type: 'card.done',
  v: 1,
  worker: 'sabina',
  device: 'phone',
  seq: 1,
  at: '2026-11-22T04:00:00.000Z',
  contentHash: null,
  body: { card: 'क1', outcome: { answers: ['b'] } },
};

test('an entry is what the format says: the server opens it with nothing but its own key, by other means', async () => {
  const server = await newServer();
  const { vault, sealing } = await somebody(await newStore(), server);
  const entry = await sealing!.seal(deed);
  const [version, seal, key, event, iv, box, ...more] = entry.split('.');
  assert.deepEqual([version, seal, key, event, more], ['1', 's1', 'key-of-sabina', deed.id, []]);

  const publicKey = createPublicKey({ key: vault.get<PhoneKey>(keyName)!.pair.public as never, format: 'jwk' });
  const secret = diffieHellman({ privateKey: KeyObject.from(server.privateKey as never), publicKey });
  assert.equal(secret.length, 32);
  const aes = hkdfSync('sha256', secret, Buffer.alloc(0), `kadam-outbox-1|${key}|${seal}`, 32);
  const sealed = Buffer.from(box!, 'base64url');
  const opening = createDecipheriv('aes-256-gcm', Buffer.from(aes), Buffer.from(iv!, 'base64url'));
  opening.setAAD(Buffer.from(`${key}.${event}`));
  opening.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]).toString('utf8');
  assert.deepEqual(JSON.parse(plain), deed);
});

test('she reads her own entries, nobody else does, and a changed bit opens nothing', async () => {
  const server = await newServer();
  const store = await newStore();
  const sabina = await somebody(store, server, 'sabina');
  const rekha = await somebody(store, server, 'rekha');
  const entry = await sabina.sealing!.seal(deed);
  assert.deepEqual(await sabina.sealing!.open(entry), deed);
  assert.equal(await rekha.sealing!.open(entry), undefined);
  const parts = entry.split('.');
  const otherId = [...parts.slice(0, 3), '0190a000-0000-7000-8000-000000000002', ...parts.slice(4)].join('.');
  assert.equal(await sabina.sealing!.open(otherId), undefined);
  const last = entry.slice(-3, -2) === 'A' ? 'B' : 'A';
  assert.equal(await sabina.sealing!.open(entry.slice(0, -3) + last + entry.slice(-2)), undefined);
  assert.equal(await sabina.sealing!.open('nonsense'), undefined);
});

test('no two entries have the same bytes, and none shows what is in it', async () => {
  const { sealing } = await somebody(await newStore(), await newServer());
  const [a, b] = [await sealing!.seal(deed), await sealing!.seal(deed)];
  assert.notEqual(a.split('.')[5], b.split('.')[5]);
  assert.doesNotMatch(Buffer.from(a.split('.')[5]!, 'base64url').toString('latin1'), /card|answers|sabina/);
});

test('a new key of the server is used from when it is told; what was sealed to the old one can still be read', async () => {
  const [old, fresh] = [await newServer(), await newServer()];
  const { vault, sealing } = await somebody(await newStore(), old);
  const before = await sealing!.seal(deed);
  const jwk = vault.get<PhoneKey>(keyName)!.pair.private;
  const own = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const both = new Sealing(own, 'key-of-sabina', [old, { id: 's2', publicKey: fresh.publicKey }]);
  assert.equal((await both.seal(deed)).split('.')[1], 's2');
  assert.deepEqual(await both.open(before), deed);
});
