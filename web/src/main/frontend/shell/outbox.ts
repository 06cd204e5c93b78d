import type { Deed } from '../shared/types';
import type { Sealing } from './sealing';
import type { Inside, Store } from './store';
import { uuidv7 } from './uuid';
import type { Vault } from './vault';

/** One answer of the server about one deed. */
export interface Receipt {
  id: string;
  status: 'accepted' | 'known' | 'quarantined';
  reason?: string;
}
export interface Reply {
  status: number;
  receipts: Receipt[];
}

/** What waits: who did it and when on this phone, and all else sealed to the server. */
export interface Entry {
  id: string;
  seq: number;
  worker: string;
  entry: string;
}
/** What lies in the room: entries, and from the first release whole deeds in the clear. */
type Lying = Entry | Deed;
const isEntry = (d: Lying): d is Entry => 'entry' in d;

/** Sealed entries of whomever, or clear deeds of one worker from the first release. */
export type Batch = { sealed: string[] } | { events: Deed[] };
/** Sends a batch; throws when no answer came; `null`: it cannot be sent now (nobody may vouch for it). */
export type Post = (batch: Batch) => Promise<Reply | null>;

/** What waits, as far as it can be read here: her own deeds while her store is open, of others only that there is one. */
export interface Waiting {
  id: string;
  seq: number;
  worker: string;
  deed?: Deed | undefined;
}

/** A deed that the server keeps apart until somebody has looked at it. */
export interface Checked {
  id: string;
  worker: string;
  reason: string;
  entry?: string;
  deed?: Deed | undefined;
}

/** Her open store, and what seals to the server once that is known. */
export interface Writer {
  vault: Vault;
  sealing: Sealing | undefined;
}

/** What a deed changes: the value under a name in her store, and what the server is told of it. */
export interface Step<T> {
  value: T;
  body: Deed['body'];
  contentHash: string | null;
}

const most = 100;
const mostBytes = 200_000;
/** Deeds that wait in her own store until there is something to seal them with. */
const unsealed = 'deed/';

/** What workers did on this phone and the server has not yet acknowledged. Nothing leaves it without a receipt. */
export class Outbox {
  /** What was already opened of the one whose store is open. */
  private readonly read = new Map<string, Deed>();

  constructor(
    private readonly store: Store,
    private readonly device: string,
  ) {}

  /**
   * Writes what she did to the disk, with its number on this phone and what it changes in her store, all or nothing; only
   * then resolves. `change` is given what is there now, perhaps from another tab, and may find that nothing is to be done.
   */
  record<T>(by: Writer, type: string, name: string, change: (before: T | undefined) => Step<T> | undefined): Promise<Deed | undefined> {
    const { vault, sealing } = by;
    return vault.change(async () => {
      for (;;) {
        const step = change(vault.get<T>(name));
        if (!step) return undefined;
        const { value, body, contentHash } = step;
        const seq = ((await this.store.get<number>('kv', 'seq')) ?? 0) + 1;
        const at = new Date().toISOString();
        const deed: Deed = { id: uuidv7(), type, v: 1, worker: vault.worker, device: this.device, seq, at, contentHash, body };
        const entry = sealing && (await sealing.seal(deed));
        const own = sealing ? undefined : await vault.seal(unsealed + deed.id, deed);
        const kept = await vault.seal(name, value);
        // sealing takes its time, and a transaction does not wait for it: whoever was quicker meanwhile is looked at again
        const written = await this.store.atomically(['kv', 'deeds', 'hers'], async (inside) => {
          if (((await inside.get<number>('kv', 'seq')) ?? 0) !== seq - 1) return false;
          if (!(await vault.current(inside, name, kept.place))) return false;
          inside.put('kv', 'seq', seq);
          inside.put('hers', kept.place, kept.row);
          if (entry) inside.put('deeds', deed.id, { id: deed.id, seq, worker: vault.worker, entry } satisfies Entry);
          if (own) inside.put('hers', own.place, own.row);
          return true;
        });
        if (!written) {
          await vault.look();
          continue;
        }
        vault.keep(name, value, kept.row);
        if (own) vault.keep(unsealed + deed.id, deed, own.row);
        return deed;
      }
    });
  }

  /** All that waits here, in the order in which it was done. */
  async waiting(by?: Writer): Promise<Waiting[]> {
    const lying = await this.store.all<Lying>('deeds');
    const seen = await Promise.all(
      lying.map(async (d): Promise<Waiting> => {
        const hers = d.worker === by?.vault.worker;
        const deed = !hers ? undefined : isEntry(d) ? await this.reading(by!, d) : d;
        return { id: d.id, seq: d.seq, worker: d.worker, deed };
      }),
    );
    const own = by?.vault.all<Deed>(unsealed).map((deed) => ({ id: deed.id, seq: deed.seq, worker: deed.worker, deed })) ?? [];
    return [...seen, ...own].sort((a, b) => a.seq - b.seq);
  }

  private async reading({ sealing }: Writer, { id, entry }: Entry): Promise<Deed | undefined> {
    const deed = this.read.get(id) ?? (await sealing?.open(entry));
    if (deed) this.read.set(id, deed);
    return deed;
  }

  /** All sealed entries, for the file that is the last way out. */
  async entries(): Promise<string[]> {
    const lying = await this.store.all<Lying>('deeds');
    return lying.filter(isEntry).sort((a, b) => a.seq - b.seq).map((d) => d.entry);
  }

  /** Of the one whose store is open: kept apart at the server; so that she can be told the truth about it. */
  async checked({ vault, sealing }: Writer): Promise<Checked[]> {
    const kept = await this.store.all<Checked>('kv', `checked/${vault.worker}/`);
    const opened = kept.map(async (c) => ({ ...c, deed: c.deed ?? (c.entry ? await sealing?.open(c.entry) : undefined) }));
    return [...vault.all<Checked>('checked/'), ...(await Promise.all(opened))];
  }

  /**
   * Once there is something to seal with: what waited in her own store goes among the entries, and what the first release
   * recorded in the clear becomes one.
   */
  async sealWaiting({ vault, sealing }: Writer): Promise<void> {
    if (!sealing) return;
    for (const d of await this.store.all<Lying>('deeds')) {
      if (d.worker !== vault.worker || isEntry(d)) continue;
      const { id, seq, worker } = d;
      const entry = await sealing.seal(d);
      await this.store.atomically(['deeds'], async (inside) => {
        // not if it was received meanwhile
        if (await inside.get('deeds', id)) inside.put('deeds', id, { id, seq, worker, entry } satisfies Entry);
      });
    }
    for (const deed of vault.all<Deed>(unsealed)) {
      const entry = await sealing.seal(deed);
      const { id, seq, worker } = deed;
      await vault.move(unsealed + id, ['deeds'], (inside) => inside.put('deeds', id, { id, seq, worker, entry } satisfies Entry));
    }
  }

  /**
   * Sends all that waits, whoever did it. Stops at the first answer that concerns everything (401, 5xx: the status is
   * returned) or at no answer (throws). A batch that is refused as such is halved until the one at fault stands alone;
   * that one stays and the rest goes on. 403 keeps back one batch's kind.
   */
  async drain(post: Post): Promise<{ status: number; settled: number }> {
    const queues = new Map<string, Lying[]>();
    for (const d of (await this.store.all<Lying>('deeds')).sort((a, b) => a.seq - b.seq)) {
      const kind = isEntry(d) ? '' : d.worker;
      queues.set(kind, [...(queues.get(kind) ?? []), d]);
    }
    let settled = 0;
    for (const lying of queues.values()) {
      let queue = lying;
      let size = most;
      while (queue.length > 0) {
        const batch = fitting(queue.slice(0, size));
        const reply = await post(batchOf(batch));
        if (reply === null || reply.status === 403) break;
        if (reply.status === 413 || reply.status === 400 || reply.status === 422) {
          if (batch.length > 1) {
            size = Math.floor(batch.length / 2);
          } else {
            queue = queue.slice(1);
            size = most;
          }
        } else if (reply.status !== 200) {
          return { status: reply.status, settled };
        } else {
          settled += await this.settle(batch, reply.receipts);
          queue = queue.slice(batch.length);
        }
      }
    }
    return { status: 200, settled };
  }

  private async settle(batch: Lying[], receipts: Receipt[]): Promise<number> {
    const sent = new Map(batch.map((d) => [d.id, d]));
    const known = receipts.filter((r) => sent.has(r.id) && /^(accepted|known|quarantined)$/.test(r.status));
    await this.store.atomically(['kv', 'deeds'], async (inside) => {
      for (const receipt of known) this.settleOne(inside, sent.get(receipt.id)!, receipt);
    });
    return known.length;
  }

  private settleOne(inside: Inside, d: Lying, { id, status, reason = '' }: Receipt): void {
    if (status === 'quarantined') {
      const { worker } = d;
      const kept: Checked = isEntry(d) ? { id, worker, reason, entry: d.entry } : { id, worker, reason, deed: d };
      inside.put('kv', `checked/${worker}/${id}`, kept);
    }
    inside.remove('deeds', id);
  }
}

const batchOf = (lying: Lying[]): Batch =>
  isEntry(lying[0]!) ? { sealed: (lying as Entry[]).map((d) => d.entry) } : { events: lying as Deed[] };

/** As many, from the first, as stay within the bytes that a server takes; at least one. */
function fitting(lying: Lying[]): Lying[] {
  const utf8 = new TextEncoder();
  let bytes = 0;
  const weight = (d: Lying) => (isEntry(d) ? d.entry.length + 3 : utf8.encode(JSON.stringify(d)).length);
  const end = lying.findIndex((d) => (bytes += weight(d)) > mostBytes);
  return end < 0 ? lying : lying.slice(0, Math.max(1, end));
}
