import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, openKept, openWith, people, recallPeople, setUp, waitAfter, waits, type Person } from '../shell/people';
import { readPin, rounds, Vault } from '../shell/vault';
import type { Room, Store } from '../shell/store';
import { newServer, newStore, pin, profile, somebody, turns } from './people';

const person = async (store: Store, worker = 'sabina') => (await store.get<Person>('people', worker))!;

/** Everything that lies on the disk, keys and values, as a reader with developer tools finds it. */
export async function readable(store: Store): Promise<string> {
  const seen: string[] = [];
  const look = (value: unknown): void => {
    if (value instanceof CryptoKey) seen.push(`key ${value.algorithm.name} ${value.extractable}`);
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) seen.push(Buffer.from(value as ArrayBuffer).toString('utf8'));
    else if (value && typeof value === 'object') for (const [k, v] of Object.entries(value)) (seen.push(k), look(v));
    else seen.push(String(value));
  };
  for (const room of ['kv', 'deeds', 'packages', 'places', 'people', 'hers'] as Room[]) {
    for (const [key, value] of await store.entries(room)) (seen.push(key), look(value));
  }
  return seen.join('\n');
}

test('what is put is there again when the PIN opens the store, and on the disk it says nothing', async () => {
  const store = await newStore();
  const vault = await setUp(store, profile('sabina', 'Sabina Khatun'), pin, false, undefined, turns);
  await vault.put('module/whatsapp-at-work/m1', { done: { c1: { answers: ['b'] } } });
  await vault.put('progress', { events: 7 });
  await vault.remove('progress');
  const text = await readable(store);
  for (const hers of ['Khatun', 'whatsapp', 'module', 'progress', 'answers', 'Kanti', 'events']) assert.ok(!text.includes(hers), hers);
  assert.ok(text.includes('SABI'), 'only the worker id tells whose it is');

  const again = (await openWith(store, await person(store), pin, false))!;
  assert.deepEqual(again.get('module/whatsapp-at-work/m1'), { done: { c1: { answers: ['b'] } } });
  assert.equal(again.get('progress'), undefined);
  assert.equal(again.get<{ name: string }>('me')!.name, 'Sabina Khatun');
});

test('names are listed by their beginning, in their order', async () => {
  const vault = await setUp(await newStore(), profile('sabina'), pin, false, undefined, turns);
  for (const n of [3, 1, 2]) await vault.put(`attempt/${n}`, n);
  assert.deepEqual(vault.all('attempt/'), [1, 2, 3]);
});

test('a wrong PIN opens nothing and wipes nothing; after four the waits grow, to half an hour at most', async () => {
  const store = await newStore();
  await setUp(store, profile('sabina'), pin, false, undefined, turns);
  for (let i = 0; i < 4; i++) {
    assert.equal(waits(await person(store)), 0);
    assert.equal(await openWith(store, await person(store), '111222', false), undefined);
  }
  const now = await person(store);
  assert.equal(now.wrong, 4);
  assert.ok(waits(now) > 25_000 && waits(now) <= 30_000);
  assert.equal(await openWith(store, now, pin, false), undefined, 'too early, even with the right one');
  assert.equal((await person(store)).wrong, 4, 'and that is not counted');
  await store.put('people', 'sabina', { ...now, next: Date.now() - 1 });
  assert.equal((await openWith(store, now, pin, false))!.worker, 'sabina');
  assert.equal((await person(store)).wrong, 0);
  assert.deepEqual([3, 4, 5, 6, 40].map(waitAfter), [0, 30_000, 60_000, 120_000, 1_800_000]);
});

test('a clock that was set back makes nobody wait longer', () => {
  const p = { wrong: 5, next: Date.UTC(2030, 0, 1) } as Person;
  assert.equal(waits(p, Date.UTC(2026, 0, 1)), 60_000);
});

test('on her own phone it stays open, with keys that nobody can take out, until somebody else comes', async () => {
  const store = await newStore();
  await setUp(store, profile('sabina'), pin, true, undefined, turns);
  await recallPeople(store);
  assert.equal((await openKept(store))!.get<{ id: string }>('me')!.id, 'sabina');
  assert.match(await readable(store), /key AES-GCM false/);
  assert.doesNotMatch(await readable(store), /key \S+ true/);
  await setUp(store, profile('rekha'), '748205', true, undefined, turns);
  assert.equal((await openKept(store))!.worker, 'rekha');
  assert.equal((await person(store)).open, undefined);
});

test('a store that another tab has made meanwhile is not replaced, by a new one or by what was known of the old', async () => {
  const store = await newStore();
  const first = await setUp(store, profile('sabina'), pin, true, undefined, turns);
  await first.put('a', 1);
  await assert.rejects(setUp(store, profile('sabina'), pin, true, undefined, turns));
  assert.equal((await openWith(store, await person(store), pin, true))!.get('a'), 1);

  const old = await person(store);
  await setUp(store, profile('sabina'), '748205', true, old, turns);
  assert.equal(await openWith(store, old, pin, true), undefined, 'there is only the new one');
  people.value = [old];
  await close(store);
  assert.notEqual((await person(store)).vault, old.vault, 'the new one is still hers');
});

test('on a shared phone nothing that opens a store lies on the disk', async () => {
  const store = await newStore();
  await setUp(store, profile('sabina'), pin, false, undefined, turns);
  assert.equal(await openKept(store), undefined);
  assert.doesNotMatch(await readable(store), /key AES-GCM/);
  assert.deepEqual(people.value.map((p) => p.code), ['SABI']);
});

test('two stores on one phone: neither key opens the other', async () => {
  const store = await newStore();
  const server = await newServer();
  const sabina = await somebody(store, server, 'sabina');
  const rekha = await somebody(store, server, 'rekha');
  await sabina.vault.put('secret', 'hers');
  await rekha.vault.look();
  assert.equal(rekha.vault.get('secret'), undefined);
  const swapped = { ...(await person(store, 'rekha')), wrapped: (await person(store)).wrapped };
  assert.equal(await openWith(store, swapped, '748205', false), undefined, 'what is wrapped is bound to its store');
});

test('a row that was moved to another place or changed is left alone, and the rest is read', async () => {
  const store = await newStore();
  const vault = await setUp(store, profile('sabina'), pin, false, undefined, turns);
  await vault.put('a', 1);
  await vault.put('b', 2);
  const rows = await store.entries<{ iv: Uint8Array; box: ArrayBuffer }>('hers');
  const before = new Set(rows.map(([, r]) => r.box.byteLength));
  assert.equal([...before].every((n) => (n - 16) % 256 === 0), true, 'lengths are in steps');
  const [key, row] = rows[0]!;
  await store.put('hers', key, { ...row, box: row.box.slice(0, -1) });
  const again = (await openWith(store, await person(store), pin, false))!;
  assert.equal(['me', 'key', 'a', 'b'].filter((name) => again.get(name) !== undefined).length, 3);
});

test('two tabs: what one writes the other sees, and changes made at once are both kept', async () => {
  const store = await newStore();
  const one = await setUp(store, profile('sabina'), pin, false, undefined, turns);
  const two = (await openWith(store, await person(store), pin, false))!;
  const add = (n: number) => (before: number[] | undefined) => [...(before ?? []), n];
  await Promise.all([one.alter('list', add(1)), two.alter('list', add(2)), one.alter('list', add(3)), two.alter('list', add(4))]);
  await one.look();
  assert.deepEqual([...one.get<number[]>('list')!].sort(), [1, 2, 3, 4]);
  await two.look();
  assert.deepEqual(two.get('list'), one.get('list'));
  await one.remove('list');
  await two.look();
  assert.equal(two.get('list'), undefined);
});

test('a PIN is six digits, in whatever script', () => {
  assert.deepEqual(['258036', '२५८०३६', '໒໕໘໐໓໖', ' 258036 '].map(readPin), Array(4).fill('258036'));
  assert.deepEqual(['25803', '2580367', 'abcdef', ''].map(readPin), Array(4).fill(undefined));
});

test('a new store takes the place of one with a forgotten PIN', async () => {
  const store = await newStore();
  const old = await setUp(store, profile('sabina'), pin, false, undefined, turns);
  await old.put('note', 'old');
  const fresh = await setUp(store, profile('sabina'), '748205', false, await person(store), turns);
  assert.equal(fresh.get('note'), undefined);
  assert.equal(await openWith(store, await person(store), pin, false), undefined);
  assert.ok(await openWith(store, await person(store), '748205', false));
  assert.equal((await store.keys('hers')).length, 2);
});

test('the PIN is stretched as long as is advised today', async () => {
  const store = await newStore();
  const vault = await setUp(store, profile('sabina'), pin, false, undefined);
  assert.ok(vault instanceof Vault);
  assert.equal((await person(store)).wrapped.rounds, rounds);
  assert.ok(rounds >= 600_000);
});
