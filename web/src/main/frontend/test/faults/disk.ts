import { IDBFactory, IDBTransaction } from 'fake-indexeddb';

/** What becomes of a transaction that is about to be committed. */
export type Fate = 'kept' | 'dies-before' | 'dies-after';

/** Whose transactions these are: a page that may die in the middle of one. */
export interface Owner {
  committing(): Fate;
  die(): void;
}

/** What must be known of a transaction's insides to fail where a browser can fail. */
interface Inner extends IDBTransaction {
  _state: string;
  _started: boolean;
  _requests: { request: IDBRequest }[];
  _rollbackLog: (() => void)[];
  _abort(name: string | null): void;
  _start(): void;
}
interface InnerFactory extends IDBFactory {
  _databases: Map<string, { transactions: Inner[] }>;
}

const owned = new WeakMap<object, { disk: Disk; owner: Owner }>();

/**
 * The storage of one phone. What was committed stays when a page dies. What the browser had not been asked to put on
 * the disk at once (a durability other than 'strict') is gone after a power cut, unless something later was.
 */
export class Disk {
  full = false;
  private readonly factory = new IDBFactory() as InnerFactory;
  private readonly connections = new Map<Owner, IDBDatabase[]>();
  private unsynced: Inner[] = [];
  private opening = 0;

  /** The `indexedDB` of a page. */
  of(owner: Owner) {
    const own = (db: IDBDatabase) => {
      owned.set(db, { disk: this, owner });
      this.connections.set(owner, [...(this.connections.get(owner) ?? []), db]);
    };
    return {
      open: (name: string, version?: number): IDBOpenDBRequest => {
        const request = this.factory.open(name, version);
        let waits = true;
        const over = () => {
          if (waits) this.opening--;
          waits = false;
        };
        this.opening++;
        request.addEventListener('blocked', over); // it may wait for another tab for ever
        request.addEventListener('error', over);
        request.addEventListener('upgradeneeded', () => own(request.result));
        request.addEventListener('success', () => {
          over();
          own(request.result);
        });
        return request;
      },
      deleteDatabase: (name: string) => this.factory.deleteDatabase(name),
      databases: () => this.factory.databases(),
      cmp: (a: unknown, b: unknown) => this.factory.cmp(a, b),
    };
  }

  /** Whether something is still to be read or written. */
  get busy(): boolean {
    return this.opening > 0 || this.unfinished().length > 0;
  }

  /** Ends what a page had begun and not committed, and lets it begin nothing more. */
  abandon(owner: Owner): void {
    for (const tx of this.unfinished()) if (owned.get(tx.db)?.owner === owner) tx._abort(null);
    for (const db of this.connections.get(owner) ?? []) db.close();
    this.connections.delete(owner);
  }

  powerCut(): void {
    for (const tx of this.unsynced.reverse()) tx._rollbackLog.reverse().forEach((undo) => undo());
    this.unsynced = [];
  }

  /** Commits, or does what fate has in store instead. */
  commit(tx: Inner, owner: Owner, commit: () => void): void {
    if (tx.mode === 'readonly') return commit();
    const fate = owner.committing();
    if (fate === 'dies-before') return owner.die();
    if (this.full && tx.mode === 'readwrite') return tx._abort('QuotaExceededError');
    if (tx.durability === 'strict') this.unsynced = [];
    else if (tx.mode === 'readwrite') this.unsynced.push(tx);
    commit();
    if (fate === 'dies-after') owner.die();
  }

  private unfinished(): Inner[] {
    return [...this.factory._databases.values()].flatMap((db) => db.transactions.filter((tx) => tx._state !== 'finished'));
  }
}

const prototype = IDBTransaction.prototype as Inner;
const start = prototype._start;

/** Called for each request of a transaction, and once more when there is none left. */
prototype._start = function (this: Inner) {
  const place = owned.get(this.db);
  const last = this._state !== 'finished' && this._requests.every(({ request }) => request.readyState === 'done');
  if (!place || !last) return start.call(this);
  this._started = true;
  place.disk.commit(this, place.owner, () => start.call(this));
};
