import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox, type Receipt, type Reply } from '../shell/outbox';
import { Store } from '../shell/store';
import type { Deed } from '../shared/types';

let number = 0;
async function open() {
  const store = await Store.open(`test-${++number}`);
  return { store, outbox: new Outbox(store, 'phone') };
}
const fill = async (outbox: Outbox, n: number, worker = 'sabina') => {
  for (let i = 0; i < n; i++) await outbox.record(worker, 'card.done', { card: `c${i}` });
};

/** A server that keeps what it was sent; `rule` may refuse a batch before it looks inside. */
class Server {
  readonly got = new Map<string, Deed>();
  readonly sizes: number[] = [];
  constructor(private readonly rule: (deeds: Deed[]) => Partial<Reply> | null | undefined = () => undefined) {}
  post = async (_worker: string, deeds: Deed[]): Promise<Reply | null> => {
    this.sizes.push(deeds.length);
    const ruled = this.rule(deeds);
    if (ruled === null) return null;
    if (ruled?.status && ruled.status !== 200) return { status: ruled.status, receipts: [] };
    const receipts: Receipt[] = deeds.map(({ id }) => ({ id, status: this.got.has(id) ? 'known' : 'accepted' }));
    for (const d of deeds) this.got.set(d.id, d);
    return { status: 200, receipts: ruled?.receipts ?? receipts };
  };
}

test('deeds are numbered without a gap, also when made at once, and stay in order', async () => {
  const { outbox } = await open();
  await Promise.all(Array.from({ length: 20 }, () => outbox.record('sabina', 'card.done', {})));
  const waiting = await outbox.waiting();
  assert.deepEqual(waiting.map((d) => d.seq), Array.from({ length: 20 }, (_, i) => i + 1));
  assert.deepEqual(waiting.map((d) => d.id), waiting.map((d) => d.id).sort());
});

test('the deed and the place it leaves her at are kept together', async () => {
  const { store, outbox } = await open();
  await outbox.record('sabina', 'card.done', {}, 'hash', { key: 'sabina/module/x', value: { at: 1 } });
  assert.deepEqual(await store.get('places', 'sabina/module/x'), { at: 1 });
});

test('a hundred go in one batch, the rest after it, and nothing is left', async () => {
  const { outbox } = await open();
  await fill(outbox, 130);
  const server = new Server();
  assert.deepEqual(await outbox.drain(server.post), { status: 200, settled: 130 });
  assert.deepEqual(server.sizes, [100, 30]);
  assert.equal((await outbox.waiting()).length, 0);
});

test('no answer: everything stays, and what arrived all the same is recognised the next time', async () => {
  const { outbox } = await open();
  await fill(outbox, 5);
  const server = new Server();
  const lost = async (worker: string, deeds: Deed[]): Promise<Reply> => {
    await server.post(worker, deeds);
    throw new Error('the answer never came');
  };
  await assert.rejects(outbox.drain(lost));
  assert.equal((await outbox.waiting()).length, 5);
  assert.equal((await outbox.drain(server.post)).settled, 5);
  assert.equal(server.got.size, 5);
  assert.equal((await outbox.waiting()).length, 0);
});

test('only what was answered for leaves the phone', async () => {
  const { outbox } = await open();
  await fill(outbox, 4);
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
  const { outbox } = await open();
  await fill(outbox, 1);
  const [only] = await outbox.waiting();
  const odd = new Server(() => ({ receipts: [{ id: only!.id, status: 'rejected' as never }] }));
  assert.equal((await outbox.drain(odd.post)).settled, 0);
  assert.equal((await outbox.waiting()).length, 1);
});

test('too large: the batch is halved until it fits', async () => {
  const { outbox } = await open();
  await fill(outbox, 90);
  const small = new Server((deeds) => (deeds.length > 30 ? { status: 413 } : undefined));
  assert.equal((await outbox.drain(small.post)).settled, 90);
  assert.equal(small.got.size, 90);
  assert.ok(small.sizes.filter((n) => n <= 30).length >= 4);
});

test('one that the server cannot read stays by itself and holds back no other', async () => {
  const { outbox } = await open();
  await fill(outbox, 9);
  const bad = (await outbox.waiting())[4]!.id;
  const picky = new Server((deeds) => (deeds.some((d) => d.id === bad) ? { status: 400 } : undefined));
  assert.equal((await outbox.drain(picky.post)).settled, 8);
  assert.deepEqual((await outbox.waiting()).map((d) => d.id), [bad]);
});

test('large deeds go in batches below the bytes that a server takes', async () => {
  const { outbox } = await open();
  for (let i = 0; i < 6; i++) await outbox.record('sabina', 'card.done', { note: 'क'.repeat(20_000) });
  const heavy = new Server((deeds) => (Buffer.byteLength(JSON.stringify(deeds)) > 256 * 1024 ? { status: 413 } : undefined));
  assert.equal((await outbox.drain(heavy.post)).settled, 6);
  assert.deepEqual(heavy.sizes, [3, 3]);
});

test('signed out or server in trouble: it stops and everything stays', async () => {
  for (const status of [401, 500, 503]) {
    const { outbox } = await open();
    await fill(outbox, 3);
    const closed = new Server(() => ({ status }));
    assert.deepEqual(await outbox.drain(closed.post), { status, settled: 0 });
    assert.deepEqual(closed.sizes, [3]);
    assert.equal((await outbox.waiting()).length, 3);
  }
});

test('one worker whose deeds are refused here does not hold back another', async () => {
  const { outbox } = await open();
  await fill(outbox, 2, 'sabina');
  await fill(outbox, 3, 'rekha');
  const strict = new Server((deeds) => (deeds[0]!.worker === 'sabina' ? { status: 403 } : undefined));
  assert.equal((await outbox.drain(strict.post)).settled, 3);
  assert.equal((await outbox.waiting()).length, 2);
});

test('quarantined: it leaves the outbox and is kept with its reason, to be told', async () => {
  const { outbox } = await open();
  await fill(outbox, 2);
  const [first, second] = await outbox.waiting();
  const careful = new Server(() => ({
    receipts: [
      { id: first!.id, status: 'quarantined', reason: 'clock' },
      { id: second!.id, status: 'accepted' },
    ],
  }));
  await outbox.drain(careful.post);
  assert.equal((await outbox.waiting()).length, 0);
  assert.deepEqual(await outbox.checked('sabina'), [{ deed: first, reason: 'clock' }]);
});

test('two workers on one phone: each batch is of one, and who cannot be vouched for waits', async () => {
  const { outbox } = await open();
  await fill(outbox, 2, 'sabina');
  await fill(outbox, 3, 'rekha');
  const server = new Server((deeds) => {
    assert.equal(new Set(deeds.map((d) => d.worker)).size, 1);
    return deeds[0]!.worker === 'sabina' ? null : undefined;
  });
  assert.equal((await outbox.drain(server.post)).settled, 3);
  assert.deepEqual((await outbox.waiting()).map((d) => d.worker), ['sabina', 'sabina']);
});
