/**
 * The phone's own store (IndexedDB). `kv`: single values by name. `deeds`: what waits to be received. `packages`:
 * content by hash. `places`: where each worker is in each module and attempt, `<worker>/<what>`.
 */
export type Room = 'kv' | 'deeds' | 'packages' | 'places';
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

  static async open(name = 'kadam'): Promise<Store> {
    const r = indexedDB.open(name, 1);
    r.onupgradeneeded = () => {
      for (const room of ['kv', 'deeds', 'packages', 'places']) r.result.createObjectStore(room);
    };
    const db = await asked(r);
    db.onversionchange = () => db.close(); // a newer version of the app, in another tab, wants to change the rooms
    return new Store(db);
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

  put(room: Room, key: string, value: unknown): Promise<void> {
    return this.atomically([room], async (inside) => inside.put(room, key, value));
  }

  remove(room: Room, key: string): Promise<void> {
    return this.atomically([room], async (inside) => inside.remove(room, key));
  }

  /** Runs the work in one transaction; resolves only when it is on the disk, rejects when nothing of it is. */
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
  store = await Store.open();
}
