/**
 * The phone's own store (IndexedDB). `kv`: single values by name, nobody's in particular. `deeds`: what waits to be
 * received, sealed. `packages`: content by hash. `people`: who has a store of her own here, by worker. `hers`: the sealed
 * stores, `<vault>/<a name that tells nothing>`. `places`: what the first release kept there in the clear.
 */
const rooms = ['kv', 'deeds', 'packages', 'places', 'people', 'hers'] as const;
export type Room = (typeof rooms)[number];
export interface Inside {
  get<T>(room: Room, key: string): Promise<T | undefined>;
  put(room: Room, key: string, value: unknown): void;
  remove(room: Room, key: string): void;
}

const asked = <T>(r: IDBRequest<T>) =>
  new Promise<T>((ok, no) => {
    r.onsuccess = () => ok(r.result);
    r.onerror = () => no(r.error);
  });

export class Store {
  private constructor(private readonly db: IDBDatabase) {}

  /** `outdated`: called when a newer version of the app, in another tab, changes the rooms; this one is closed then. */
  static async open(name = 'kadam', outdated = () => {}): Promise<Store> {
    const r = indexedDB.open(name, 2);
    r.onupgradeneeded = () => {
      for (const room of rooms) if (!r.result.objectStoreNames.contains(room)) r.result.createObjectStore(room);
    };
    const db = await asked(r);
    db.onversionchange = () => {
      db.close();
      outdated();
    };
    return new Store(db);
  }

  close(): void {
    this.db.close();
  }

  get<T>(room: Room, key: string): Promise<T | undefined> {
    return asked(this.db.transaction(room).objectStore(room).get(key) as IDBRequest<T | undefined>);
  }

  /** All values of a room whose keys start with the prefix, in the order of the keys. */
  all<T>(room: Room, prefix = ''): Promise<T[]> {
    return asked(this.db.transaction(room).objectStore(room).getAll(within(prefix)) as IDBRequest<T[]>);
  }

  keys(room: Room, prefix = ''): Promise<string[]> {
    return asked(this.db.transaction(room).objectStore(room).getAllKeys(within(prefix)) as IDBRequest<string[]>);
  }

  /** Keys and values of one moment. */
  async entries<T>(room: Room, prefix = ''): Promise<[string, T][]> {
    const from = this.db.transaction(room).objectStore(room);
    const [keys, values] = await Promise.all([asked(from.getAllKeys(within(prefix))), asked(from.getAll(within(prefix)))]);
    return keys.map((key, i) => [key as string, values[i] as T]);
  }

  put(room: Room, key: string, value: unknown): Promise<void> {
    return this.atomically([room], async (inside) => inside.put(room, key, value));
  }

  remove(room: Room, key: string): Promise<void> {
    return this.atomically([room], async (inside) => inside.remove(room, key));
  }

  /**
   * Runs the work in one transaction; resolves only when it is on the disk, rejects when nothing of it is. The work may
   * wait for nothing but what it asks of `inside`.
   */
  async atomically<T>(rooms: Room[], work: (inside: Inside) => Promise<T>): Promise<T> {
    // 'strict': the browser waits for the disk, so that a dead battery loses nothing that was shown as saved
    const open = this.db.transaction.bind(this.db) as (r: Room[], m: string, o: object) => IDBTransaction;
    const tx = open(rooms, 'readwrite', { durability: 'strict' });
    const done = new Promise<void>((ok, no) => {
      tx.oncomplete = () => ok();
      tx.onerror = tx.onabort = () => no(tx.error ?? new Error('not saved'));
    });
    const result = work({
      get: (room, key) => asked(tx.objectStore(room).get(key)),
      put: (room, key, value) => void tx.objectStore(room).put(value, key),
      remove: (room, key) => void tx.objectStore(room).delete(key),
    });
    result.catch(() => {
      try {
        tx.abort();
      } catch {
        // already over
      }
    });
    const [value] = await Promise.all([result, done]);
    return value;
  }
}

const within = (prefix: string) => (prefix ? IDBKeyRange.bound(prefix, prefix + '\uffff') : undefined);

export let store: Store;
export async function openStore(): Promise<void> {
  store = await Store.open('kadam', () => location.reload());
}
