import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox, type Batch, type Receipt, type Reply, type Writer } from '../shell/outbox';
import type { Store } from '../shell/store';
import { setUp } from '../shell/people';
import type { Vault } from '../shell/vault';
import type { Deed } from '../shared/types';
import { card, fill, newServer, newStore, pin, profile, registered, somebody, turns, type Server as Sealed } from './people';

async function open() {
  const [store, server] = [await newStore(), await newServer()];
  return { store, server, outbox: new Outbox(store, 'phone'), sabina: await somebody(store, server, 'sabina') };
}

const ids = (batch: Batch): string[] =>
  'sealed' in batch ? batch.sealed.map((entry) => entry.split('.')[3]!) : batch.events.map((d) => d.id);

/** A server that keeps what it was sent; `rule` may refuse a batch before it looks inside. */
class Server {
  readonly got = new Map<string, string | Deed>();
  readonly sizes: number[] = [];
  constructor(private readonly rule: (ids: string[], batch: Batch) => Partial<Reply> | null | undefined = () => undefined) {}
  post = async (batch: Batch): Promise<Reply | null> => {
    const sent = ids(batch);
    this.sizes.push(sent.length);
    const ruled = this.rule(sent, batch);
    if (ruled === null) return null;
    if (ruled?.status && ruled.status !== 200) return { status: ruled.status, receipts: [] };
    const receipts: Receipt[] = sent.map((id) => ({ id, status: this.got.has(id) ? 'known' : 'accepted' }));
    sent.forEach((id, i) => this.got.set(id, 'sealed' in batch ? batch.sealed[i]! : batch.events[i]!));
    return { status: 200, receipts: ruled?.receipts ?? receipts };
  };
}

test('deeds are numbered without a gap, also when made at once, and stay in order', async () => {
  const { outbox, sabina } = await open();
  await Promise.all(Array.from({ length: 20 }, (_, i) => outbox.record(sabina, 'card.done', 'module/x', card(i))));
  const waiting = await outbox.waiting(sabina);
  assert.deepEqual(waiting.map((d) => d.seq), Array.from({ length: 20 }, (_, i) => i + 1));
  assert.deepEqual(waiting.map((d) => d.id), waiting.map((d) => d.id).sort());
  assert.deepEqual(waiting.map((d) => d.deed!.body.card), Array.from({ length: 20 }, (_, i) => `c${i}`));
});

test('two tabs at once: one numbering, and neither takes back what the other did', async () => {
  const { store, server, outbox, sabina } = await open();
  const other = await inAnotherTab(store, server, sabina.vault);
  const second = new Outbox(store, 'phone');
  await Promise.all([fill(outbox, sabina, 6), fill(second, other, 6)]);
  const waiting = await outbox.waiting(sabina);
  assert.deepEqual(waiting.map((d) => d.seq), Array.from({ length: 12 }, (_, i) => i + 1));
  await sabina.vault.look();
  assert.equal(sabina.vault.get<{ done: number[] }>('module/x')!.done.length, 12);
});

async function inAnotherTab(store: Store, server: Sealed, vault: Vault): Promise<Writer> {
  const { openWith } = await import('../shell/people');
  const again = (await openWith(store, (await store.get('people', vault.worker))!, pin, false))!;
  return registered(again, server);
}

test('the deed and the place it leaves her at are kept together; a second touch finds that it is done', async () => {
  const { outbox, sabina } = await open();
  const once = (before: { at: number } | undefined) => (before ? undefined : { value: { at: 1 }, body: {}, contentHash: 'hash' });
  const [first, second] = await Promise.all([1, 2].map(() => outbox.record(sabina, 'module.started', 'module/x', once)));
  assert.equal(first!.contentHash, 'hash');
  assert.equal(second, undefined);
  assert.deepEqual(sabina.vault.get('module/x'), { at: 1 });
  assert.equal((await outbox.waiting()).length, 1);
});

test('nothing of what waits can be read on the disk, and of others only that something waits', async () => {
  const { store, server, outbox, sabina } = await open();
  await outbox.record(sabina, 'item.answered', 'attempt/1', () => ({ value: {}, body: { note: 'a secret' }, contentHash: null }));
  const [row] = await store.all<object>('deeds');
  assert.deepEqual(Object.keys(row!).sort(), ['entry', 'id', 'seq', 'worker']);
  assert.doesNotMatch(JSON.stringify(row), /secret|item|answered/);
  const rekha = await somebody(store, server, 'rekha');
  assert.deepEqual((await outbox.waiting(rekha)).map((w) => [w.worker, w.deed]), [['sabina', undefined]]);
});

test('a hundred go in one batch, the rest after it, and nothing is left', async () => {
  const { outbox, sabina } = await open();
  await fill(outbox, sabina, 130);
  const server = new Server();
  assert.deepEqual(await outbox.drain(server.post), { status: 200, settled: 130 });
  assert.deepEqual(server.sizes, [100, 30]);
  assert.equal((await outbox.waiting()).length, 0);
});

test('no answer: everything stays, and what arrived all the same is recognised the next time', async () => {
  const { outbox, sabina } = await open();
  await fill(outbox, sabina, 5);
  const server = new Server();
  const lost = async (batch: Batch): Promise<Reply> => {
    await server.post(batch);
    throw new Error('the answer never came');
  };
  await assert.rejects(outbox.drain(lost));
  assert.equal((await outbox.waiting()).length, 5);
  assert.equal((await outbox.drain(server.post)).settled, 5);
  assert.equal(server.got.size, 5);
  assert.equal((await outbox.waiting()).length, 0);
});

test('only what was answered for leaves the phone', async () => {
  const { outbox, sabina } = await open();
  await fill(outbox, sabina, 4);
  const [first] = await outbox.waiting();
  const partly = new Server(() => ({
    receipts: [
      { id: first!.id, status: 'accepted' },
      { id: 'a stranger', status: 'accepted' },
    ],
  }));
  assert.equal((await outbox.drain(partly.post)).settled, 1);
  assert.equal((await outbox.waiting()).length, 3);
  assert.ok((await outbox.waiting()).every((d) => d.id !== first!.id));
});

test('an unknown kind of receipt settles nothing', async () => {
  const { outbox, sabina } = await open();
  await fill(outbox, sabina, 1);
  const [only] = await outbox.waiting();
  const odd = new Server(() => ({ receipts: [{ id: only!.id, status: 'rejected' as never }] }));
  assert.equal((await outbox.drain(odd.post)).settled, 0);
  assert.equal((await outbox.waiting()).length, 1);
});

test('too large: the batch is halved until it fits', async () => {
  const { outbox, sabina } = await open();
  await fill(outbox, sabina, 90);
  const small = new Server((sent) => (sent.length > 30 ? { status: 413 } : undefined));
  assert.equal((await outbox.drain(small.post)).settled, 90);
  assert.equal(small.got.size, 90);
  assert.ok(small.sizes.filter((n) => n <= 30).length >= 4);
});

test('one that the server cannot read stays by itself and holds back no other', async () => {
  const { outbox, sabina } = await open();
  await fill(outbox, sabina, 9);
  const bad = (await outbox.waiting())[4]!.id;
  const picky = new Server((sent) => (sent.includes(bad) ? { status: 400 } : undefined));
  assert.equal((await outbox.drain(picky.post)).settled, 8);
  assert.deepEqual((await outbox.waiting()).map((d) => d.id), [bad]);
});

test('large deeds go in batches below the bytes that a server takes', async () => {
  const { outbox, sabina } = await open();
  const note = 'क'.repeat(20_000);
  for (let i = 0; i < 6; i++) await outbox.record(sabina, 'card.done', 'module/x', () => ({ value: i, body: { note }, contentHash: null }));
  const heavy = new Server((_, batch) => (Buffer.byteLength(JSON.stringify(batch)) > 256 * 1024 ? { status: 413 } : undefined));
  assert.equal((await outbox.drain(heavy.post)).settled, 6);
  assert.deepEqual(heavy.sizes, [2, 2, 2]);
});

test('signed out or server in trouble: it stops and everything stays', async () => {
  for (const status of [401, 500, 503]) {
    const { outbox, sabina } = await open();
    await fill(outbox, sabina, 3);
    const closed = new Server(() => ({ status }));
    assert.deepEqual(await outbox.drain(closed.post), { status, settled: 0 });
    assert.deepEqual(closed.sizes, [3]);
    assert.equal((await outbox.waiting()).length, 3);
  }
});

test('quarantined: it leaves the outbox and is kept with its reason, to be told to her and to nobody else', async () => {
  const { store, server, outbox, sabina } = await open();
  await fill(outbox, sabina, 2);
  const [first, second] = await outbox.waiting(sabina);
  const careful = new Server(() => ({
    receipts: [
      { id: first!.id, status: 'quarantined', reason: 'sealed-unreadable' },
      { id: second!.id, status: 'accepted' },
    ],
  }));
  await outbox.drain(careful.post);
  assert.equal((await outbox.waiting()).length, 0);
  assert.deepEqual((await outbox.checked(sabina)).map((c) => [c.deed, c.reason]), [[first!.deed, 'sealed-unreadable']]);
  assert.deepEqual(await outbox.checked(await somebody(store, server, 'rekha')), []);
});

test('two workers on one phone: what both did goes together, whoever sends it', async () => {
  const { store, server, outbox, sabina } = await open();
  const rekha = await somebody(store, server, 'rekha');
  await fill(outbox, sabina, 2);
  await fill(outbox, rekha, 3);
  const receiving = new Server();
  assert.equal((await outbox.drain(receiving.post)).settled, 5);
  assert.deepEqual(receiving.sizes, [5]);
  const read = await Promise.all([...receiving.got.values()].map(async (e) => [await sabina.sealing!.open(e as string), await rekha.sealing!.open(e as string)]));
  assert.deepEqual(read.map(([s, r]) => (s ?? r)!.worker), ['sabina', 'sabina', 'rekha', 'rekha', 'rekha']);
  assert.ok(read.every(([s, r]) => !s !== !r), 'each is one worker’s alone');
});

test('before the server has told its key, deeds wait in her own store; then they are sealed, numbered as they were', async () => {
  const [store, server] = [await newStore(), await newServer()];
  const outbox = new Outbox(store, 'phone');
  const vault = await setUp(store, profile('sabina'), pin, false, undefined, turns);
  await fill(outbox, { vault, sealing: undefined }, 3);
  assert.equal((await store.keys('deeds')).length, 0);
  assert.equal((await outbox.waiting({ vault, sealing: undefined })).length, 3);
  assert.equal((await outbox.drain(new Server().post)).settled, 0);
  const by = await registered(vault, server);
  await outbox.sealWaiting(by);
  await fill(outbox, by, 1);
  assert.deepEqual((await outbox.waiting(by)).map((w) => [w.seq, w.deed!.body.card]), [[1, 'c0'], [2, 'c1'], [3, 'c2'], [4, 'c0']]);
  assert.equal((await outbox.drain(new Server().post)).settled, 4);
  assert.equal((await outbox.waiting(by)).length, 0);
});

test('a forgotten PIN costs nothing that waits: after a new store it is still sent', async () => {
  const { store, server, outbox, sabina } = await open();
  await fill(outbox, sabina, 3);
  const anew = await registered(await setUp(store, profile('sabina'), '748205', false, await store.get('people', 'sabina'), turns), server, 'another-key');
  await fill(outbox, anew, 1);
  const waiting = await outbox.waiting(anew);
  assert.deepEqual(waiting.map((w) => w.worker), Array(4).fill('sabina'));
  const receiving = new Server();
  assert.equal((await outbox.drain(receiving.post)).settled, 4);
});

test('the file that is the last way out holds every entry, in order', async () => {
  const { outbox, sabina } = await open();
  await fill(outbox, sabina, 3);
  const entries = await outbox.entries();
  assert.deepEqual(entries.map((e) => e.split('.')[3]), (await outbox.waiting()).map((w) => w.id));
});

test('the disk takes nothing more: nothing is half kept, and what was there stays', async () => {
  const { store, outbox, sabina } = await open();
  await fill(outbox, sabina, 1);
  const whole = store.atomically.bind(store);
  store.atomically = async (rooms, work) =>
    whole(rooms, async (inside) => {
      await work(inside);
      throw new DOMException('full', 'QuotaExceededError');
    });
  await assert.rejects(fill(outbox, sabina, 1), { name: 'QuotaExceededError' });
  store.atomically = whole;
  assert.equal((await outbox.waiting()).length, 1);
  assert.deepEqual(sabina.vault.get('module/x'), { done: [0] });
  await fill(outbox, sabina, 1);
  assert.deepEqual((await outbox.waiting()).map((w) => w.seq), [1, 2]);
});
