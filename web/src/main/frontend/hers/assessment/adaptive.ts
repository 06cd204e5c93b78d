import type { AdaptivePlan } from '../../learn/content';
import type { Came } from './score';

/** No further item. */
export const DONE = -1;
/** An answer that says nothing of her ability: somebody helped, and yet it was not done. */
export const NOTHING_SAID = -1;
/** Done with help: she does it at least with help, where the plan knows how likely that is. */
export const WITH_HELP = -2;

const scale = 10_000;
const step = 0x6d2b79f5;

/** Whether this program knows what the plan asks of it. Of version 1 are attempts begun when help said nothing. */
export const understood = (plan: AdaptivePlan): boolean =>
  (plan.version === 1 || plan.version === 2) && plan.criterion === 'epv';

/** The seed of an attempt's draws: the four words of its id. */
export const seedOf = (attempt: string): number =>
  attempt
    .replace(/-/g, '')
    .match(/.{8}/g)!
    .reduce((seed, word) => seed ^ parseInt(word, 16), 0);

/** A whole number from 0 to below `most`: the one after so many others from this seed. */
function draw(seed: number, after: number, most: number): number {
  const state = (seed + Math.imul(after + 1, step)) | 0;
  let z = Math.imul(state ^ (state >>> 15), state | 1);
  z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
  return (((z ^ (z >>> 14)) >>> 16) * most) >>> 16;
}

/** What came of an item, as its number. */
export const outcomeOf = (test: AdaptiveTest, item: number, came: Came): number =>
  ({ done: test.outcomes(item) - 1, helped: WITH_HELP, 'not-done': 0, 'helped-not-done': NOTHING_SAID })[came];

/**
 * One assessment under way, item by item. The server has the same program (AdaptiveTest); every step is additions,
 * multiplications and comparisons in the same order there, so that both choose alike to the last bit, which a test of
 * 10,000 simulated takers holds them to. Items, areas and outcomes are numbers, as in the plan.
 */
export class AdaptiveTest {
  answered = 0;
  private readonly points: number[];
  private readonly rows: number[][][];
  private readonly helped: (number[] | undefined)[];
  private readonly below: number[][];
  private posterior: number[];
  private readonly given: boolean[];
  private readonly missing: number[];
  private readonly observedLeft: number[];
  private observedMissing: number;
  private alone = false;

  /** `avoided`: for each item whether she had it last time, so that it comes only when no other can. */
  constructor(
    private readonly plan: AdaptivePlan,
    private readonly seed: number,
    private readonly avoided: boolean[] = [],
  ) {
    this.points = plan.grid.map((point) => point / 100);
    const sum = plan.prior.reduce((all, weight) => all + weight, 0);
    this.posterior = plan.prior.map((weight) => weight / sum);
    this.rows = plan.rows.map((rows) => outcomes(rows, plan.parts));
    this.helped = (plan.helped ?? []).map((row) => (row.length > 0 ? outcomes([row], plan.parts)[1] : undefined));
    this.below = plan.below.map((row) => row.map((weight) => weight / scale));
    this.given = plan.items.map(() => false);
    this.missing = plan.minimum.slice();
    this.observedMissing = plan.tasks;
    this.observedLeft = plan.minimum.map(() => 0);
    plan.area.forEach((area, item) => (this.observedLeft[area]! += plan.observed[item]!));
  }

  /** The item to give now, or `DONE`. Asking again gives the same. */
  next(): number {
    const { most, least } = this.plan;
    if (this.answered >= most || (this.answered >= least && this.certain())) return DONE;
    // new ones that leave room for the minimums, any that leave room, any new ones, any
    for (let wish = 0; wish < 4; wish++) {
      let found = this.answered === 0 ? this.pick(this.plan.first.filter((item) => this.allowed(item, wish))) : DONE;
      if (found === DONE) found = this.pick(this.best(wish));
      if (found !== DONE) return found;
    }
    return DONE;
  }

  /** Takes an answer: an item and its outcome, `WITH_HELP` or `NOTHING_SAID`. */
  answer(item: number, outcome: number): void {
    this.given[item] = true;
    this.answered++;
    const area = this.plan.area[item]!;
    this.missing[area]!--;
    this.observedMissing -= this.plan.observed[item]!;
    this.observedLeft[area]! -= this.plan.observed[item]!;
    if (outcome >= 0) this.alone = true;
    const row = outcome === WITH_HELP ? this.helped[item] : this.rows[item]![outcome];
    if (!row) return;
    const mass = this.posterior.map((p, q) => p * row[q]!);
    let total = 0;
    for (const m of mass) total += m;
    this.posterior = mass.map((m) => m / total);
  }

  /** How many outcomes an item has; the last is to have done it all. */
  outcomes = (item: number): number => this.rows[item]!.length;

  /** The expected ability, in logits. */
  ability(): number {
    let mean = 0;
    this.posterior.forEach((p, q) => (mean += this.points[q]! * p));
    return mean;
  }

  /** Its standard error, in logits. */
  error(): number {
    const mean = this.ability();
    let variance = 0;
    this.posterior.forEach((p, q) => {
      const away = this.points[q]! - mean;
      variance += away * away * p;
    });
    return Math.sqrt(variance);
  }

  /** The probability of each level, from 0 upwards. */
  levels(): number[] {
    let before = 0;
    const levels = this.below.map((row) => {
      let upTo = 0;
      row.forEach((weight, q) => (upTo += weight * this.posterior[q]!));
      const level = upTo - before;
      before = upTo;
      return level;
    });
    return [...levels, 1 - before];
  }

  /** The most probable level; of equal ones the lower. */
  level(): number {
    const levels = this.levels();
    return levels.indexOf(Math.max(...levels));
  }

  /** Nothing is certain before she did or tried anything alone: without that there is no result. */
  private certain(): boolean {
    if (!this.alone) return false;
    const certainty = this.plan.certainty / scale;
    const error = this.plan.error / scale;
    return (certainty < 1 && Math.max(...this.levels()) >= certainty) || (error > 0 && this.error() <= error);
  }

  private pick = (items: number[]): number =>
    items.length === 0 ? DONE : items[draw(this.seed, this.answered, items.length)]!;

  /** The few with the smallest expected posterior variance; of equal ones the earlier in the bank. */
  private best(wish: number): number[] {
    const found: { item: number; value: number }[] = [];
    for (let item = 0; item < this.given.length; item++) {
      if (!this.allowed(item, wish)) continue;
      const value = this.expectedVariance(item);
      let place = found.length;
      while (place > 0 && value < found[place - 1]!.value) place--;
      if (place < this.plan.among) {
        found.splice(place, 0, { item, value });
        if (found.length > this.plan.among) found.pop();
      }
    }
    // in the order of the bank, so that rounding matters only where it changes which they are
    return found.map((one) => one.item).sort((a, b) => a - b);
  }

  private allowed(item: number, wish: number): boolean {
    return !this.given[item] && (wish % 2 === 1 || !this.avoided[item]) && (wish >= 2 || this.leavesRoom(item));
  }

  /** Whether after this item every minimum, of areas and of observed tasks, can still be met before it may stop. */
  private leavesRoom(item: number): boolean {
    const its = this.plan.area[item]!;
    const observed = this.plan.observed[item]!;
    let needed = 0;
    let observedNeeded = this.observedMissing - observed;
    this.missing.forEach((missing, area) => {
      const lacks = Math.max(0, missing - (area === its ? 1 : 0));
      needed += lacks;
      observedNeeded -= Math.min(lacks, this.observedLeft[area]! - (area === its ? observed : 0));
    });
    return needed + Math.max(0, observedNeeded) <= Math.max(0, this.plan.least - this.answered - 1);
  }

  private expectedVariance(item: number): number {
    const { points, posterior } = this;
    let sum = 0;
    for (const row of this.rows[item]!) {
      let all = 0;
      let first = 0;
      let second = 0;
      for (let q = 0; q < points.length; q++) {
        const point = points[q]!;
        const mass = row[q]! * posterior[q]!;
        all += mass;
        first += point * mass;
        second += point * point * mass;
      }
      sum += all > 0 ? second - (first * first) / all : 0;
    }
    return sum;
  }
}

/** P(outcome) of every outcome at each point; the last is what the others leave. */
function outcomes(rows: number[][], parts: number): number[][] {
  const left = rows[0]!.map(() => parts);
  const all = rows.map((differences) => {
    let slope = 0;
    let sum = 0;
    return differences.map((difference, q) => {
      slope += difference;
      sum += slope;
      left[q]! -= sum;
      return sum / parts;
    });
  });
  return [...all, left.map((rest) => rest / parts)];
}
