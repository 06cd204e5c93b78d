import type { Deed } from '../shared/types';
import type { Store } from './store';
import { uuidv7 } from './uuid';

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
/** Sends deeds of one worker; throws when no answer came; `null`: these cannot be sent now (nobody may vouch for them). */
export type Post = (worker: string, deeds: Deed[]) => Promise<Reply | null>;

/** A deed that the server keeps apart until somebody has looked at it. */
export interface Checked {
  deed: Deed;
  reason: string;
}

const most = 100;
const mostBytes = 200_000;

/** What workers did on this phone and the server has not yet acknowledged. Nothing leaves it without a receipt. */
export class Outbox {
  constructor(
    private readonly store: Store,
    private readonly device: string,
  ) {}

  /** Writes the deed to the disk, with its number on this phone and the place where it leaves her; only then resolves. */
  async record(
    worker: string,
    type: string,
    body: Deed['body'],
    contentHash: string | null = null,
    place?: { key: string; value: unknown },
  ): Promise<Deed> {
    return this.store.atomically(['kv', 'deeds', 'places'], async (inside) => {
      const seq = ((await inside.get<number>('kv', 'seq')) ?? 0) + 1;
      const at = new Date().toISOString();
      const deed: Deed = { id: uuidv7(), type, v: 1, worker, device: this.device, seq, at, contentHash, body };
      inside.put('kv', 'seq', seq);
      inside.put('deeds', deed.id, deed);
      if (place) inside.put('places', place.key, place.value);
      return deed;
    });
  }

  async waiting(): Promise<Deed[]> {
    return (await this.store.all<Deed>('deeds')).sort((a, b) => a.seq - b.seq);
  }

  /** Kept under "checked/<worker>/<id>", so that she can be told the truth about them. */
  checked(worker: string): Promise<Checked[]> {
    return this.store.all<Checked>('kv', `checked/${worker}/`);
  }

  /**
   * Sends all that waits, worker by worker. Stops at the first answer that concerns everything (401, 5xx: the status is
   * returned) or at no answer (throws). A batch that is refused as such is halved until the one at fault stands alone;
   * that one stays and the rest goes on. 403 keeps back the one worker.
   */
  async drain(post: Post): Promise<{ status: number; settled: number }> {
    const byWorker = new Map<string, Deed[]>();
    for (const d of await this.waiting()) byWorker.set(d.worker, [...(byWorker.get(d.worker) ?? []), d]);
    let settled = 0;
    for (const [worker, deeds] of byWorker) {
      let queue = deeds;
      let size = most;
      while (queue.length > 0) {
        const batch = fitting(queue.slice(0, size));
        const reply = await post(worker, batch);
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

  private async settle(batch: Deed[], receipts: Receipt[]): Promise<number> {
    const sent = new Map(batch.map((d) => [d.id, d]));
    const known = receipts.filter((r) => sent.has(r.id) && /^(accepted|known|quarantined)$/.test(r.status));
    await this.store.atomically(['kv', 'deeds'], async (inside) => {
      for (const { id, status, reason } of known) {
        const deed = sent.get(id)!;
        if (status === 'quarantined') {
          inside.put('kv', `checked/${deed.worker}/${id}`, { deed, reason: reason ?? '' } satisfies Checked);
        }
        inside.remove('deeds', id);
      }
    });
    return known.length;
  }
}

/** As many of the deeds, from the first, as stay within the bytes that a server takes; at least one. */
function fitting(deeds: Deed[]): Deed[] {
  const utf8 = new TextEncoder();
  let bytes = 0;
  const end = deeds.findIndex((d) => (bytes += utf8.encode(JSON.stringify(d)).length) > mostBytes);
  return end < 0 ? deeds : deeds.slice(0, Math.max(1, end));
}
