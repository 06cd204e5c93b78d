import { signal } from '@preact/signals';
import type { Me } from '../shared/types';
import { base64url, random } from './bytes';
import type { Checked } from './outbox';
import { keyName, newKey } from './phone-key';
import type { Inside, Store } from './store';
import { rounds, unwrap, Vault, wrapNew, type Keys, type Wrapped } from './vault';

/** Somebody who has a store of her own on this phone: of her only the worker id is told, until she opens it. */
export interface Person {
  worker: string;
  code: string;
  /** The store's random name. */
  vault: string;
  wrapped: Wrapped;
  /** Wrong PINs since the last right one, and when the next may be tried (Unix milliseconds). */
  wrong: number;
  next: number;
  /** On her own phone the store stays open until she locks it. */
  open?: Keys;
}

export const people = signal<Person[]>([]);

const byCode = (a: Person, b: Person) => (a.code < b.code ? -1 : 1);

export async function recallPeople(store: Store): Promise<void> {
  people.value = (await store.all<Person>('people')).sort(byCode);
}

/** Keeps what has changed about her store, unless another tab has made her a new one meanwhile. */
async function keep(store: Store, person: Person): Promise<void> {
  await store.atomically(['people'], async (inside) => {
    const there = await inside.get<Person>('people', person.worker);
    if (there?.vault === person.vault) inside.put('people', person.worker, person);
  });
  await recallPeople(store);
}

/** Nobody's store stays open, except this one's. */
export async function close(store: Store, except?: string): Promise<void> {
  for (const { open, ...closed } of people.value) if (open && closed.worker !== except) await keep(store, closed);
}

/**
 * Makes a store for her, with a key to seal with, and brings into it what the first release left of hers in the clear,
 * but for her deeds, which wait where they are until they are sent or sealed. All of it or nothing. What a store of hers
 * with a forgotten PIN held is gone with it; what waited to be sent lies outside, sealed, and stays. `known`: the store
 * that she means to leave behind; nothing is done when there is another, which another tab has made meanwhile.
 */
export async function setUp(
  store: Store,
  profile: Me,
  pin: string,
  stays: boolean,
  known: Person | undefined,
  turns = rounds,
): Promise<Vault> {
  const id = base64url(random(12));
  const { wrapped, keys } = await wrapNew(pin, id, turns);
  const vault = await Vault.open(profile.id, id, keys, store);
  const { moved, clear } = await earlier(store, profile.id);
  const rows = await Promise.all(
    Object.entries({ ...moved, me: profile, [keyName]: await newKey() }).map(([name, value]) => vault.seal(name, value)),
  );
  const person: Person = { worker: profile.id, code: profile.code, vault: id, wrapped, wrong: 0, next: 0 };
  const gone = known ? await store.keys('hers', `${known.vault}/`) : [];
  await store.atomically(['people', 'hers', 'kv', 'places'], async (inside) => {
    if ((await inside.get<Person>('people', profile.id))?.vault !== known?.vault) throw new Error('there is another store');
    for (const { place, row } of rows) inside.put('hers', place, row);
    inside.put('people', profile.id, stays ? { ...person, open: keys } : person);
    for (const place of gone) inside.remove('hers', place);
    clear(inside);
  });
  await vault.look();
  await recallPeople(store);
  await close(store, profile.id);
  return vault;
}

const first = 4;
const longest = 30 * 60_000;
/** Four tries are free; then the waits are 30 seconds, one minute, two, … at most half an hour. */
export const waitAfter = (wrong: number): number => (wrong < first ? 0 : Math.min(longest, 30_000 * 2 ** (wrong - first)));

/** How long she has to wait before the next try, in milliseconds; a clock that was set back makes it no longer. */
export const waits = (p: Person, now = Date.now()): number => Math.max(0, Math.min(p.next - now, waitAfter(p.wrong)));

/** Opens her store; nothing when the PIN is another, which is counted, or when it is too early to try. */
export async function openWith(store: Store, person: Person, pin: string, stays: boolean): Promise<Vault | undefined> {
  const now = (await store.get<Person>('people', person.worker)) ?? person;
  if (waits(now) > 0) return undefined;
  const keys = await unwrap(pin, now.vault, now.wrapped);
  if (!keys) {
    const wrong = now.wrong + 1;
    await keep(store, { ...now, wrong, next: Date.now() + waitAfter(wrong) });
    return undefined;
  }
  const { open, ...closed } = { ...now, wrong: 0, next: 0 };
  await keep(store, stays ? { ...closed, open: keys } : closed);
  await close(store, now.worker);
  return Vault.open(now.worker, now.vault, keys, store);
}

/** The store that stayed open on somebody's own phone. */
export async function openKept(store: Store): Promise<Vault | undefined> {
  const person = people.value.find((p) => p.open);
  return person && Vault.open(person.worker, person.vault, person.open!, store);
}

/** What the first release kept of hers in the clear: by its name in a sealed store, and how to clear it away. */
async function earlier(store: Store, worker: string): Promise<{ moved: Record<string, unknown>; clear: (inside: Inside) => void }> {
  const moved: Record<string, unknown> = {};
  const kv: string[] = [`me/${worker}`];
  for (const name of ['progress', 'flags', 'answers']) {
    const value = await store.get('kv', `${name}/${worker}`);
    kv.push(`${name}/${worker}`);
    if (value) moved[name] = value;
  }
  const catalogue = await store.get('kv', 'catalogue');
  if (catalogue) moved.catalogue = catalogue;
  const places = await store.entries('places', `${worker}/`);
  for (const [key, value] of places) moved[key.slice(worker.length + 1)] = value;
  const checked = await store.entries<Checked>('kv', `checked/${worker}/`);
  for (const [key, value] of checked) {
    if (value.deed) moved[`checked/${value.deed.id}`] = { ...value, id: value.deed.id, worker };
    if (value.deed) kv.push(key);
  }
  return {
    moved,
    clear: (inside) => {
      for (const key of [...kv, 'catalogue', 'worker']) inside.remove('kv', key);
      for (const [key] of places) inside.remove('places', key);
    },
  };
}
