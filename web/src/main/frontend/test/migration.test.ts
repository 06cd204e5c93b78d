import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../shell/outbox';
import { setUp } from '../shell/people';
import { vouch } from '../shell/phone-key';
import { Store } from '../shell/store';
import type { Deed } from '../shared/types';
import { fill, newServer, pin, profile, registered, turns } from './people';

let number = 0;
const deed = (seq: number, worker = 'sabina'): Deed => ({
  id: `0190a000-0000-7000-8000-00000000000${seq}`,
  type: 'card.done',
  v: 1,
  worker,
  device: 'phone',
  seq,
  at: '2026-11-22T04:00:00.000Z',
  contentHash: null,
  body: { course: 'whatsapp-at-work', module: 'm1', card: `c${seq}` },
});

/** A phone as the first release left it: version 1 of the database, everything in the clear. */
async function first(values: [room: string, key: string, value: unknown][]): Promise<string> {
  const name = `first-${++number}`;
  const db = await new Promise<IDBDatabase>((ok, no) => {
    const r = indexedDB.open(name, 1);
    r.onupgradeneeded = () => ['kv', 'deeds', 'packages', 'places'].forEach((room) => r.result.createObjectStore(room));
    r.onsuccess = () => ok(r.result);
    r.onerror = () => no(r.error);
  });
  const tx = db.transaction(['kv', 'deeds', 'packages', 'places'], 'readwrite');
  for (const [room, key, value] of values) tx.objectStore(room).put(value, key);
  await new Promise((ok) => (tx.oncomplete = ok));
  db.close();
  return name;
}

const place = { course: 'whatsapp-at-work', module: 'm1', done: { c1: {} }, finishedAt: null };
const left = async (): Promise<[string, string, unknown][]> => {
  const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])) as CryptoKeyPair;
  return [
    ['kv', 'device', 'phone'],
    ['kv', 'seq', 3],
    ['kv', 'worker', 'sabina'],
    ['kv', 'me/sabina', profile('sabina', 'Sabina Khatun')],
    ['kv', 'progress/sabina', { events: 12, modules: [], attempts: [] }],
    ['kv', 'flags/sabina', [{ id: 'f1' }]],
    ['kv', 'checked/sabina/old', { deed: deed(9), reason: 'clock' }],
    ['kv', 'key/sabina', { pair, id: 'old-key' }],
    ['kv', 'catalogue', { courses: [], assessment: null }],
    ['places', 'sabina/module/whatsapp-at-work/m1', place],
    ['places', 'sabina/attempt/a1', { attempt: 'a1' }],
    ['places', 'rekha/module/whatsapp-at-work/m1', { hers: true }],
    ['packages', 'whatsapp-at-work/m1/structure/abc', { kind: 'module' }],
    ['deeds', deed(1).id, deed(1)],
    ['deeds', deed(2).id, deed(2)],
    ['deeds', deed(3, 'rekha').id, deed(3, 'rekha')],
  ];
};

test('her places and what the server told move into her store, and stand nowhere in the clear any more', async () => {
  const store = await Store.open(await first(await left()));
  const vault = await setUp(store, profile('sabina', 'Sabina Khatun'), pin, true, undefined, turns);
  assert.deepEqual(vault.get('module/whatsapp-at-work/m1'), place);
  assert.deepEqual(vault.get('attempt/a1'), { attempt: 'a1' });
  assert.equal(vault.get<{ events: number }>('progress')!.events, 12);
  assert.deepEqual(vault.get('flags'), [{ id: 'f1' }]);
  assert.deepEqual((await new Outbox(store, 'phone').checked({ vault, sealing: undefined })).map((c) => c.deed), [deed(9)]);
  assert.deepEqual(await store.keys('places'), ['rekha/module/whatsapp-at-work/m1']);
  assert.deepEqual((await store.keys('kv')).sort(), ['device', 'key/sabina', 'seq']);
  assert.deepEqual(await store.keys('packages'), ['whatsapp-at-work/m1/structure/abc']);
});

test('her deeds wait where they are; they are sent signed with the key of that release', async () => {
  const store = await Store.open(await first(await left()));
  await setUp(store, profile('sabina'), pin, true, undefined, turns);
  const sent: [string, number, unknown][] = [];
  const outbox = new Outbox(store, 'phone');
  await outbox.drain(async (batch) => {
    assert.ok('events' in batch);
    const headers = await vouch(store, batch.events, JSON.stringify(batch));
    sent.push([batch.events[0]!.worker, batch.events.length, headers?.['Kadam-Key']]);
    return headers && { status: 200, receipts: batch.events.map(({ id }) => ({ id, status: 'accepted' as const })) };
  });
  assert.deepEqual(sent, [['sabina', 2, 'old-key'], ['rekha', 1, undefined]]);
  assert.deepEqual((await outbox.waiting()).map((w) => w.worker), ['rekha']);
});

test('or they are sealed as they are, with their ids and numbers, and the next one follows on', async () => {
  const store = await Store.open(await first(await left()));
  const vault = await setUp(store, profile('sabina'), pin, true, undefined, turns);
  const by = await registered(vault, await newServer());
  const outbox = new Outbox(store, 'phone');
  await outbox.sealWaiting(by);
  await fill(outbox, by, 1);
  const waiting = await outbox.waiting(by);
  assert.deepEqual(waiting.map((w) => w.seq), [1, 2, 3, 4]);
  assert.deepEqual(waiting.slice(0, 2).map((w) => w.deed), [deed(1), deed(2)]);
  assert.equal((await outbox.entries()).length, 3, 'a colleague’s wait for her, or to be sent signed');
});

test('somebody who had nothing here begins with nothing', async () => {
  const store = await Store.open(await first([]));
  const vault = await setUp(store, profile('sabina'), pin, false, undefined, turns);
  assert.deepEqual(vault.all(''), [vault.get('key'), vault.get('me')]);
});
