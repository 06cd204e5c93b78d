import { IDBKeyRange } from 'fake-indexeddb';
import { Chance } from './chance';
import { Disk, type Fate, type Owner } from './disk';
import type { Answer, Asking, Kadam } from './server';

/** A release of the shell: the bundled code of page.ts, and its name. */
export interface Release {
  name: string;
  code: string;
}
type Shell = typeof import('./page');

/** A request on its way. The session is the browser's when it left, as a cookie is. */
export interface Call {
  page: Page;
  path: string;
  asking: Asking;
  session: string | null;
  /** Nobody waits for the answer any more. */
  given: boolean;
  take(answer: Answer): void;
  fail(): void;
}

/** What a network does with a request. */
export type Way =
  'through' | 'lost' | 'answer-lost' | 'twice' | 'torn' | 'portal' | 'trouble' | 'page-dies-before' | 'page-dies-after';

interface Timer {
  page: Page;
  at: number;
  work: () => void;
}

/** One phone: a disk, a clock that may be wrong, a browser with a session and with pages, a network. */
export class Phone {
  readonly disk = new Disk();
  readonly devices = new Set<string>();
  readonly calls: Call[] = [];
  pages: Page[] = [];
  /** The worker's code whose session the browser has. */
  session: string | null = null;
  /** Milliseconds by which the phone's clock is wrong. */
  skew = 0;
  private readonly epoch = Date.now();
  private passed = 0;
  private timers: Timer[] = [];
  private locks: Promise<unknown> = Promise.resolve();

  /** `modern`: the browser has Web Locks and BroadcastChannel. `own`: the phone is one worker's own, or is said to be. */
  constructor(
    readonly kadam: Kadam,
    readonly chance: Chance,
    private readonly modern: boolean,
    readonly own: boolean,
  ) {}

  /** What the phone's clock says. */
  now(): number {
    return this.epoch + this.passed + this.skew;
  }

  /** A page of the app in a tab of its own; the shell knows what the phone knows when it resolves. */
  async open(release: Release, fromSignIn = false): Promise<Page> {
    const page = new Page(this, release);
    this.pages.push(page);
    void page.shell.open(fromSignIn ? this.own : undefined).then(
      () => (page.opened = true),
      () => undefined,
    );
    await this.rest();
    if (page.opened) this.devices.add(page.shell.deviceOf());
    return page;
  }

  /** Time goes by, and what was to happen in it happens. */
  async wait(ms: number): Promise<void> {
    const end = this.passed + ms;
    for (;;) {
      const due = this.timers.filter((t) => t.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.timers.splice(this.timers.indexOf(due), 1);
      this.passed = Math.max(this.passed, due.at);
      due.work();
      await this.rest();
    }
    this.passed = end;
  }

  /** Until nothing goes on any more but what waits for the network or for time to go by. */
  async rest(): Promise<void> {
    for (let still = 0; still < 4; still++) {
      await new Promise((go) => setImmediate(go));
      if (this.disk.busy || this.pages.some((p) => p.thinking > 0)) still = -1;
    }
  }

  async deliver(call: Call, way: Way): Promise<void> {
    const at = this.calls.indexOf(call);
    if (at >= 0) this.calls.splice(at, 1);
    const ask = () => this.kadam.ask(call.session, call.path, call.asking);
    if (way === 'page-dies-before') call.page.die();
    if (way === 'lost') call.fail();
    else if (way === 'portal') call.take({ status: 200, text: '<html><title>Free Wi-Fi</title></html>' });
    else if (way === 'trouble') call.take({ status: 503, text: '<html>503</html>' });
    else {
      const [answer] = await Promise.all(way === 'twice' ? [ask(), ask()] : [ask()]);
      if (way === 'page-dies-after') call.page.die();
      if (way === 'answer-lost') call.fail();
      else call.take(way === 'torn' ? { ...answer, text: answer.text.slice(0, -1 - (answer.text.length >> 1)) } : answer);
    }
    await this.rest();
  }

  /** The battery is dead. */
  powerCut(): void {
    for (const page of [...this.pages]) page.die();
    this.disk.powerCut();
  }

  later(page: Page, work: () => void, ms: number): Timer {
    const timer = { page, at: this.passed + Math.max(0, ms), work };
    this.timers.push(timer);
    return timer;
  }

  never(gone: (timer: Timer) => boolean): void {
    this.timers = this.timers.filter((t) => !gone(t));
  }

  /** What the browser lends to a page besides the network, the disk and time. */
  navigator(page: Page): object {
    const request = <T>(_name: string, work: () => Promise<T>): Promise<T> => {
      const mine = this.locks.then(() => (page.dead ? undefined! : work()));
      this.locks = Promise.race([mine, page.death]).catch(() => undefined);
      return mine;
    };
    return { languages: ['hi'], ...(this.modern ? { locks: { request } } : {}) };
  }

  channel(page: Page): unknown {
    if (!this.modern) return undefined;
    const phone = this;
    return class {
      onmessage: ((event: unknown) => void) | null = null;
      constructor() {
        page.channels.push(this);
      }
      postMessage(data: unknown): void {
        if (page.dead) return;
        for (const other of phone.pages) {
          if (other !== page) queueMicrotask(() => other.dead || other.channels.forEach((c) => c.onmessage?.({ data })));
        }
      }
    };
  }
}

/** One run of the app, from its start until it is closed, killed or left for another. */
export class Page implements Owner {
  readonly shell: Shell;
  readonly window = new EventTarget();
  readonly channels: { onmessage: ((event: unknown) => void) | null }[] = [];
  opened = false;
  dead = false;
  /** It wants to be loaded anew. */
  reloads = false;
  /** Work of the browser's for this page that is not finished. */
  thinking = 0;
  death: Promise<void>;
  /** Set beforehand: the page dies at the commit after so many. */
  private blow: { after: number; fate: Fate } | undefined;
  private buried!: () => void;

  constructor(
    readonly phone: Phone,
    readonly release: Release,
  ) {
    this.death = new Promise((over) => (this.buried = over));
    const given = this.given();
    this.shell = new Function(...Object.keys(given), `${release.code}; return shell`)(...Object.values(given)) as Shell;
  }

  strike(after: number, fate: Fate): void {
    this.blow = { after, fate };
  }

  committing(): Fate {
    return this.blow && this.blow.after-- === 0 ? this.blow.fate : 'kept';
  }

  /** Nothing that the page still does has an effect from now on. */
  die(): void {
    if (this.dead) return;
    this.dead = true;
    this.thinking = 0;
    this.phone.pages = this.phone.pages.filter((p) => p !== this);
    this.phone.never((t) => t.page === this);
    this.phone.disk.abandon(this);
    this.buried();
  }

  /** The tab is shown again, or the phone thinks that there is a network. */
  stir(what: 'online' | 'visibilitychange'): void {
    this.window.dispatchEvent(new Event(what));
  }

  private fetch(path: string, init: RequestInit): Promise<unknown> {
    return new Promise((ok, no) => {
      if (this.dead) return;
      const call: Call = {
        page: this,
        path,
        asking: {
          method: init.method ?? 'GET',
          headers: init.headers as Record<string, string>,
          body: (init.body as string | null) ?? null,
        },
        session: this.phone.session,
        given: false,
        take: ({ status, text }) => {
          if (call.given || this.dead) return;
          call.given = true;
          ok({ status, ok: status >= 200 && status < 300, text: async () => text, json: async () => JSON.parse(text) as unknown });
        },
        fail: () => {
          if (call.given || this.dead) return;
          call.given = true;
          no(new TypeError('Failed to fetch'));
        },
      };
      init.signal?.addEventListener('abort', () => call.fail());
      this.phone.calls.push(call);
    });
  }

  /** Counts the browser's work, so that it is known when the page has come to rest. */
  private counted<T extends object>(of: T): T {
    return new Proxy(of, {
      get: (target, name) => {
        const work = Reflect.get(target, name) as (...a: unknown[]) => Promise<unknown>;
        return (...a: unknown[]) => {
          this.thinking++;
          return work.apply(target, a).finally(() => {
            if (!this.dead) this.thinking--;
          });
        };
      },
    });
  }

  /** The browser as the shell meets it, by the names that it uses. */
  private given(): Record<string, unknown> {
    const { phone } = this;
    class PageDate extends Date {
      constructor(...a: [] | [number | string]) {
        super(...((a.length === 0 ? [phone.now()] : a) as [number]));
      }
      static override now = () => phone.now();
    }
    const chance = new Chance(phone.chance.below(2 ** 32));
    const document = Object.assign(new EventTarget(), {
      documentElement: { dataset: {}, lang: '' },
      body: { append: () => undefined, hidden: false },
      visibilityState: 'visible',
      createElement: () => ({ submit: () => (phone.session = null) }),
      addEventListener: this.window.addEventListener.bind(this.window),
    });
    const given: Record<string, unknown> = {
      indexedDB: phone.disk.of(this),
      IDBKeyRange,
      fetch: (path: string, init: RequestInit) => this.fetch(path, init),
      crypto: {
        getRandomValues: crypto.getRandomValues.bind(crypto),
        randomUUID: crypto.randomUUID.bind(crypto),
        subtle: this.counted(crypto.subtle),
      },
      Date: PageDate,
      Math: Object.create(Math, { random: { value: () => chance.next() } }),
      setTimeout: (work: () => void, ms = 0) => (this.dead ? undefined : phone.later(this, work, ms)),
      setInterval: (work: () => void, ms: number) => {
        const again = () => {
          if (this.dead) return;
          phone.later(this, again, ms);
          work();
        };
        phone.later(this, again, ms);
      },
      clearTimeout: (timer: unknown) => phone.never((t) => t === timer),
      navigator: phone.navigator(this),
      document,
      location: { replace: () => undefined, reload: () => (this.reloads = true), hash: '', origin: 'http://kadam' },
      history: { replaceState: () => undefined },
      addEventListener: this.window.addEventListener.bind(this.window),
      scrollTo: () => undefined,
      BroadcastChannel: phone.channel(this),
    };
    const window: Record<string, unknown> = { ...given };
    if (window['BroadcastChannel'] === undefined) delete window['BroadcastChannel'];
    return { ...given, window, self: window, globalThis: window };
  }
}
