import { base64url, disclose, enclose, keyFor, random, text, utf8, type Bytes } from './bytes';
import type { Inside, Room, Store } from './store';

/** What opens a store: not extractable, so that it can lie in the browser's own key store while a phone stays open. */
export interface Keys {
  seal: CryptoKey;
  names: CryptoKey;
}

/** A value as it lies on the disk: AES-GCM over the name and the value together, bound to its place. */
export interface Row {
  iv: Bytes;
  box: ArrayBuffer;
}

interface Known {
  value: unknown;
  iv: Bytes;
}

/** Both keys from the store's one secret of 32 random bytes. */
export async function keysFrom(secret: BufferSource): Promise<Keys> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8('kadam-names-1') };
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const names = await crypto.subtle.deriveKey(how, from, hmac, false, ['sign']);
  return { seal: await keyFor(secret, 'kadam-store-1'), names };
}

const same = (a: Bytes | undefined, b: Bytes | undefined): boolean => String(a) === String(b);

/**
 * One worker's sealed store on this phone, open. All of it is in memory; what is written is on the disk before it is
 * here. On the disk a value has a name that tells nothing (HMAC), and a length in steps of 256 bytes.
 */
export class Vault {
  private readonly known = new Map<string, Known>();
  private readonly places = new Map<string, string>();
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly worker: string,
    private readonly id: string,
    private readonly keys: Keys,
    private readonly store: Store,
  ) {}

  static async open(worker: string, id: string, keys: Keys, store: Store): Promise<Vault> {
    const vault = new Vault(worker, id, keys, store);
    await vault.look();
    return vault;
  }

  /** Reads what another tab has written meanwhile. */
  async look(): Promise<void> {
    const rows = await this.store.entries<Row>('hers', `${this.id}/`);
    const before = new Map([...this.known].map(([name, { iv }]) => [String(iv), name]));
    for (const [place, row] of rows) {
      if (before.delete(String(row.iv))) continue;
      const plain = await disclose(this.keys.seal, row.iv, row.box, utf8(place)).catch(() => undefined);
      if (!plain) continue; // not ours, or damaged: left alone
      const [name, value] = JSON.parse(text(plain)) as [string, unknown];
      this.known.set(name, { value, iv: row.iv });
      this.places.set(name, place);
    }
    const now = new Set(rows.map(([place]) => place));
    for (const [name, place] of this.places) if (this.known.has(name) && !now.has(place)) this.known.delete(name);
  }

  get<T>(name: string): T | undefined {
    return this.known.get(name)?.value as T | undefined;
  }

  /** All values whose names begin so, in the order of the names. */
  all<T>(prefix: string): T[] {
    const names = [...this.known.keys()].filter((name) => name.startsWith(prefix)).sort();
    return names.map((name) => this.get<T>(name)!);
  }

  put(name: string, value: unknown): Promise<void> {
    return this.change(async () => {
      const row = await this.seal(name, value);
      await this.store.put('hers', row.place, row.row);
      this.keep(name, value, row.row);
    });
  }

  remove(name: string): Promise<void> {
    return this.change(async () => {
      await this.store.remove('hers', await this.place(name));
      this.known.delete(name);
    });
  }

  /** Changes a value after what is there now, perhaps from another tab. Nothing is to be done when nothing is returned. */
  alter<T>(name: string, next: (before: T | undefined) => T | undefined): Promise<void> {
    return this.change(async () => {
      for (;;) {
        const value = next(this.get<T>(name));
        if (value === undefined) return;
        const { place, row } = await this.seal(name, value);
        const written = await this.store.atomically(['hers'], async (inside) => {
          const current = await this.current(inside, name, place);
          if (current) inside.put('hers', place, row);
          return current;
        });
        if (written) return this.keep(name, value, row);
        await this.look();
      }
    });
  }

  /** Takes a value away in the same moment in which it is written elsewhere. */
  move(name: string, rooms: Room[], elsewhere: (inside: Inside) => void): Promise<void> {
    return this.change(async () => {
      const place = await this.place(name);
      await this.store.atomically(['hers', ...rooms], async (inside) => {
        inside.remove('hers', place);
        elsewhere(inside);
      });
      this.known.delete(name);
    });
  }

  /** One change after the other. */
  change<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** For changes of several rooms at once: where a value will lie, and how. */
  async seal(name: string, value: unknown): Promise<{ place: string; row: Row }> {
    const place = await this.place(name);
    const plain = utf8(JSON.stringify([name, value]));
    const padded = new Uint8Array(Math.ceil(plain.length / 256) * 256).fill(32);
    padded.set(plain);
    return { place, row: await enclose(this.keys.seal, padded, utf8(place)) };
  }

  /** Whether on the disk is what we have read last, and no other tab has been quicker. */
  async current(inside: Inside, name: string, place: string): Promise<boolean> {
    return same((await inside.get<Row>('hers', place))?.iv, this.known.get(name)?.iv);
  }

  /** What has just been written is known now. */
  keep(name: string, value: unknown, row: Row): void {
    this.known.set(name, { value, iv: row.iv });
  }

  private async place(name: string): Promise<string> {
    let place = this.places.get(name);
    if (!place) {
      place = `${this.id}/${base64url(await crypto.subtle.sign('HMAC', this.keys.names, utf8(name)))}`;
      this.places.set(name, place);
    }
    return place;
  }
}

/** How often the PIN is turned over; as many as the advice for PBKDF2 with SHA-256 is today (OWASP). */
export const rounds = 600_000;

/** A store's secret, wrapped by a PIN. */
export interface Wrapped extends Row {
  salt: Bytes;
  rounds: number;
}

const digits = (pin: string): string =>
  pin.replace(/[०-९]/g, (d) => String(d.charCodeAt(0) - 0x966)).replace(/[໐-໙]/g, (d) => String(d.charCodeAt(0) - 0xed0));

/** Six digits, in whatever script they were typed; nothing if it is anything else. */
export const readPin = (typed: string): string | undefined => /^\d{6}$/.exec(digits(typed.trim()))?.[0];

async function pinKey(pin: string, salt: Bytes, turns: number): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: turns };
  return crypto.subtle.deriveKey(how, from, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** A new secret and its keys; the secret itself is left nowhere but wrapped. */
export async function wrapNew(pin: string, bound: string, turns = rounds): Promise<{ wrapped: Wrapped; keys: Keys }> {
  const secret = random(32);
  const salt = random(16);
  const row = await enclose(await pinKey(pin, salt, turns), secret, utf8(bound));
  const keys = await keysFrom(secret);
  secret.fill(0);
  return { wrapped: { ...row, salt, rounds: turns }, keys };
}

/** The keys, or nothing when the PIN is another. */
export async function unwrap(pin: string, bound: string, w: Wrapped): Promise<Keys | undefined> {
  const key = await pinKey(pin, w.salt, w.rounds);
  const secret = await disclose(key, w.iv, w.box, utf8(bound)).catch(() => undefined);
  return secret && keysFrom(secret);
}
