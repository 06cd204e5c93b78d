import { Chance } from './chance';
import type { Done, Learner } from './learner';
import { Phone, type Call, type Page, type Release, type Way } from './phone';
import type { Kadam } from './server';

type Weather = 'good' | 'patchy' | 'none';

/** What a network does to a request, by how good it is; `stalls`: nothing for now. */
const ways: Record<Weather, Partial<Record<Way | 'stalls', number>>> = {
  good: { through: 90, 'answer-lost': 4, twice: 3, stalls: 3 },
  patchy: { through: 32, lost: 16, 'answer-lost': 16, twice: 8, torn: 4, portal: 3, trouble: 10, stalls: 11 },
  none: { lost: 70, stalls: 30 },
};

const year = 365 * 86_400_000;

/** One random history of one phone, the same for the same seed, with a model of what must be there in the end. */
export class History {
  readonly log: string[] = [];
  readonly done: Done[] = [];
  readonly counts: Record<string, number> = {};
  readonly phone: Phone;
  private readonly chance: Chance;
  private weather: Weather = 'good';
  private release: Release;

  constructor(
    seed: number,
    kadam: Kadam,
    readonly learners: Learner[],
    private readonly releases: Release[],
  ) {
    this.chance = new Chance(seed);
    this.phone = new Phone(kadam, this.chance, this.chance.happens(0.8), this.chance.happens(0.5));
    this.release = this.chance.happens(0.4) ? releases[0]! : this.newest;
  }

  async run(): Promise<void> {
    await this.signIn(this.chance.one(this.learners));
    const steps = 30 + this.chance.below(90);
    for (let i = 0; i < steps; i++) {
      await this.step();
      await this.reload();
    }
    await this.heal();
  }

  private async step(): Promise<void> {
    if (this.phone.disk.full && this.chance.happens(0.2)) this.roomAgain();
    const page = this.phone.pages.length > 0 ? this.chance.one(this.phone.pages) : undefined;
    if (!page) return void (await this.open());
    switch (
      this.chance.weighted({
        learn: 36, many: 3, both: 4, network: 30, wait: 10, weather: 6, stir: 4, clock: 4, storage: 3, tab: 3, reload: 4, kill: 3,
        strike: 5, cut: 2, 'sign-in': 4, 'sign-out': 2, expire: 2, update: 2,
      })
    ) {
      case 'learn':
        return this.learn([page], 1);
      case 'many':
        return this.learn([page], 10 + this.chance.below(60));
      case 'both':
        return this.learn(this.phone.pages, 1 + this.chance.below(4));
      case 'network':
        return this.network(1 + this.chance.below(4));
      case 'wait': {
        const ms = this.chance.one([500, 3000, 40_000, 400_000]);
        this.note(`${ms / 1000} s go by`);
        return this.phone.wait(ms);
      }
      case 'weather':
        this.weather = this.chance.one(['good', 'patchy', 'patchy', 'none'] as const);
        return this.note(`the network is ${this.weather}`);
      case 'stir': {
        const what = this.chance.one(['online', 'visibilitychange'] as const);
        this.note(`${what}`);
        page.stir(what);
        return this.phone.rest();
      }
      case 'clock':
        this.phone.skew = this.chance.one([0, 60_000, -3_600_000, 86_400_000, 30 * year, -25 * year, year, -year]);
        return this.note(`the clock is ${this.phone.skew / 1000} s off`, 'clock set');
      case 'storage':
        this.phone.disk.full = true;
        return this.note('the storage is full', 'storage full');
      case 'tab':
        return void (this.phone.pages.length < 3 && (await this.open()));
      case 'reload':
        this.close(page, 'reloaded');
        return void (await this.open());
      case 'kill':
        return this.close(page, 'killed');
      case 'strike':
        return this.strike(page);
      case 'cut':
        this.note('the battery is dead', 'power cut');
        return this.phone.powerCut();
      case 'sign-in':
        this.close(page, 'left for the sign-in page');
        return this.signIn(this.chance.one(this.learners));
      case 'sign-out':
        return this.signOut(page);
      case 'expire':
        this.phone.session = null;
        return this.note('the session has ended', 'session ended');
      case 'update':
        if (this.release === this.newest) return;
        this.release = this.newest;
        return this.note('there is a new release', 'updated in the middle');
    }
  }

  private roomAgain(): void {
    this.phone.disk.full = false;
    this.note('the storage has room');
  }

  /** She does one thing after the other, or, faster than the phone, many at once, also in several tabs. */
  private async learn(pages: Page[], many: number): Promise<void> {
    const ready: { page: Page; learner: Learner }[] = [];
    for (const page of [...pages]) {
      if (page.dead || !page.opened) continue;
      const learner = this.learners.find((l) => l.id === page.shell.who());
      if (!learner) {
        await this.atTheDoor(page);
        continue;
      }
      await this.recollect(page, learner);
      ready.push({ page, learner });
    }
    const begun = ready.flatMap((by) => Array.from({ length: many }, () => ({ ...by, deed: this.plan(by.learner) })));
    if (ready.length > 1) this.note('in several tabs at once', 'several tabs at once');
    for (const { page, deed } of begun) {
      if (page.dead) continue;
      void page.shell.keep(deed.type, deed.body, deed.hash, `faults/${deed.n}`).then(
        () => page.dead || (deed.state = 'saved'),
        () => page.dead || (deed.state = 'refused'),
      );
    }
    await this.phone.rest();
    for (const page of new Set(begun.filter(({ deed }) => deed.state === 'open').map((b) => b.page))) {
      if (!page.dead) this.note(`${this.name(page)} does not say`, 'deed hangs');
    }
    for (const { learner, deed } of begun) this.note(`${learner.code} does ${deed.n}, ${deed.type}: ${deed.state}`, `deed ${deed.state}`);
    for (const { learner, deed } of begun.reverse()) if (deed.state === 'refused') this.refuse(learner, deed);
  }

  private plan(learner: Learner): Done {
    const step = learner.next();
    const n = this.done.length + 1;
    const at = new Date(this.phone.now()).toISOString();
    const deed: Done = { ...step, body: { ...step.body, n }, n, worker: learner.id, at, state: 'open' };
    this.done.push(deed);
    return deed;
  }

  /** Nobody's store is open: whoever holds the phone opens hers, or tries to. */
  private async atTheDoor(page: Page): Promise<void> {
    const { arrived, people } = page.shell.door();
    const learner = this.learners.find((l) => l.id === arrived && !people.includes(l.id)) ?? this.chance.one(this.learners);
    if (learner.id !== arrived && !people.includes(learner.id)) return;
    const wrong = people.includes(learner.id) && this.chance.happens(0.1);
    await this.enter(page, learner, wrong ? '000000' : learner.pin);
  }

  private async enter(page: Page, learner: Learner, pin: string): Promise<void> {
    void page.shell.enter(learner.id, pin).catch(() => undefined);
    await this.phone.rest();
    const opened = !page.dead && page.shell.who() === learner.id;
    this.note(`${learner.code} ${opened ? 'opens' : 'does not open'} her store`, `store ${opened ? '' : 'not '}opened`);
  }

  /** What pages have asked for: to be loaded anew. */
  private async reload(): Promise<void> {
    for (const page of this.phone.pages.filter((p) => p.reloads)) {
      this.close(page, 'loaded anew by itself');
      await this.open();
    }
  }

  private refuse(learner: Learner, deed: Done): void {
    const { n: _, ...body } = deed.body;
    learner.again({ type: deed.type, hash: deed.hash, body });
  }

  /** What the phone did not get to say she finds out from where she is: a deed and its place are kept together. */
  private async recollect(page: Page, learner: Learner): Promise<void> {
    for (const deed of this.done) {
      if (deed.state !== 'open' || deed.worker !== learner.id) continue;
      const left = await page.shell.left(learner.id, `faults/${deed.n}`).catch(() => undefined);
      if (left === undefined) return; // a page of before, which an update has shut out of the disk
      deed.state = left ? 'saved' : 'refused';
      this.note(`${learner.code} finds ${deed.n} ${deed.state}`, `deed found ${deed.state}`);
      if (deed.state === 'refused') this.refuse(learner, deed);
    }
  }

  /** The page dies within what comes next: before or after a commit, or around a request. */
  private async strike(page: Page): Promise<void> {
    if (this.chance.happens(0.3) && this.phone.calls.length > 0) {
      return this.deliver(this.chance.one(this.phone.calls), this.chance.one(['page-dies-before', 'page-dies-after'] as const));
    }
    const fate = this.chance.one(['dies-before', 'dies-after'] as const);
    const after = this.chance.below(3);
    this.note(`${this.name(page)} ${fate} the ${after + 1}. commit from now`, `page ${fate} a commit`);
    page.strike(after, fate);
    return this.learn([page], 1);
  }

  private async network(most: number): Promise<void> {
    for (let i = 0; i < most && this.phone.calls.length > 0; i++) {
      const way = this.chance.weighted<Way | 'stalls'>(ways[this.weather]);
      if (way !== 'stalls') await this.deliver(this.chance.one(this.phone.calls), way);
    }
  }

  private deliver(call: Call, way: Way): Promise<void> {
    this.note(`${call.asking.method} ${call.path} (${call.session ?? 'nobody'}${call.given ? ', late' : ''}): ${way}`, `request ${call.given && way === 'through' ? 'late' : way}`);
    return this.phone.deliver(call, way);
  }

  private async open(fromSignIn = false): Promise<Page> {
    if (this.phone.pages.length > 0) this.note('a further tab', 'further tab');
    const page = await this.phone.open(this.release, fromSignIn);
    this.note(`${this.name(page)} is opened: ${page.opened ? (page.shell.who() ?? 'nobody') : 'it does not open'}`);
    return page;
  }

  private close(page: Page, how: string): void {
    this.note(`${this.name(page)} is ${how}`, `page ${how}`);
    page.die();
  }

  private async signIn(learner: Learner): Promise<void> {
    this.phone.session = learner.code;
    this.note(`${learner.code} signs in`, 'sign-in');
    await this.open(true);
    await this.network(3);
  }

  private async signOut(page: Page): Promise<void> {
    const before = this.phone.session;
    this.note('signs out');
    void page.shell.signOut().catch(() => undefined);
    await this.phone.rest();
    await this.network(3);
    if (before && !this.phone.session) {
      this.close(page, 'left');
      await this.open();
    }
  }

  /** Everything is well again: each worker signs in, and all that waits is sent. */
  private async heal(): Promise<void> {
    this.note('-- everything is well again');
    this.roomAgain();
    this.weather = 'good';
    this.release = this.newest;
    while (this.phone.calls.length > 0) await this.deliver(this.chance.one(this.phone.calls), 'through');
    for (const page of [...this.phone.pages]) this.close(page, 'closed');
    for (let round = 0; round < 2; round++) {
      for (const learner of this.learners) await this.bring(learner);
    }
  }

  /** She signs in, opens her store, and waits until nothing more happens. */
  private async bring(learner: Learner): Promise<void> {
    this.phone.session = learner.code;
    this.note(`${learner.code} signs in`);
    await this.open(true);
    let page!: Page;
    for (let quiet = 0, tries = 0; quiet < 10; tries++) {
      while (this.phone.calls.length > 0) await this.deliver(this.phone.calls[0]!, 'through');
      await this.reload();
      page = this.phone.pages[0]!;
      if (page.shell.who() === learner.id) {
        quiet++;
        await this.phone.wait(20_000);
      } else {
        if (tries > 40) throw new Error(`${learner.code} cannot use the phone`);
        if (tries > 10) await this.phone.wait(1_900_000);
        await this.enter(page, learner, learner.pin);
      }
    }
    await this.recollect(page, learner);
    this.left = page.shell.waits();
    page.die();
  }

  /** How much still waits on the phone after healing. */
  left = 0;

  private get newest(): Release {
    return this.releases[this.releases.length - 1]!;
  }

  private readonly names = new Map<Page, number>();
  private name(page: Page): string {
    if (!this.names.has(page)) this.names.set(page, this.names.size + 1);
    return `page ${this.names.get(page)} (${page.release.name})`;
  }

  /** Writes into the history, and counts what kind of thing it was. */
  private note(line: string, kind?: string): void {
    this.log.push(line);
    if (kind) this.counts[kind] = (this.counts[kind] ?? 0) + 1;
  }
}
