/** Dice that fall the same way whenever they are thrown from the same seed (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
    for (let i = 0; i < 8; i++) this.next(); // neighbouring seeds begin alike
  }

  /** From 0 up to, but not, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }

  /** One of the names, each as likely as its weight. */
  weighted<K extends string>(weights: Partial<Record<K, number>>): K {
    const all = Object.entries(weights) as [K, number][];
    let rest = this.next() * all.reduce((sum, [, w]) => sum + w, 0);
    return (all.find(([, w]) => (rest -= w) < 0) ?? all[0]!)[0];
  }
}
