/**
 * When something is worth asking again: FSRS-6 (open-spaced-repetition, as in py-fsrs 6.3.1) with its published weights.
 * A memory is how long it lasts, `stability`, in days until one in ten would have forgotten, and how hard it is, from 1 to
 * 10. Days are whole days; there are no steps of minutes here, for a day is the shortest that Kadam waits.
 */
export interface Memory {
  stability: number;
  difficulty: number;
}

/** How it went: not, with help, well, easily. */
export type Rating = 1 | 2 | 3 | 4;

const w = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014,
  1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
] as const;
const decay = -w[20];
const factor = 0.9 ** (1 / decay) - 1;
const longest = 36_500;
const leastStability = 0.001;

const clamp = (least: number, x: number, most: number): number => Math.min(most, Math.max(least, x));

/** How likely it is still known after so many days: 0.9 after as many as the stability. */
export const recall = (m: Memory, days: number): number => (1 + (factor * days) / m.stability) ** decay;

/** In how many days nine of ten would still know it, from 1 to 36,500; a half goes to the even number, as in the reference. */
export function interval(m: Memory, wanted = 0.9): number {
  const days = (m.stability / factor) * (wanted ** (1 / decay) - 1);
  const below = Math.floor(days);
  const rounded = days - below === 0.5 ? below + (below % 2) : Math.round(days);
  return clamp(1, rounded, longest);
}

const firstDifficulty = (r: Rating): number => w[4] - Math.exp(w[5] * (r - 1)) + 1;

/** The memory after an answer; `days`: since the answer before, of which `before` is what was left. */
export function answered(before: Memory | undefined, rating: Rating, days: number): Memory {
  if (!before) return { stability: w[rating - 1]!, difficulty: clamp(1, firstDifficulty(rating), 10) };
  return { stability: stabilityAfter(before, rating, days), difficulty: difficultyAfter(before.difficulty, rating) };
}

function difficultyAfter(d: number, rating: Rating): number {
  const damped = d - (w[6] * (rating - 3) * (10 - d)) / 9;
  return clamp(1, w[7] * firstDifficulty(4) + (1 - w[7]) * damped, 10);
}

function stabilityAfter(m: Memory, rating: Rating, days: number): number {
  const { stability: s, difficulty: d } = m;
  if (days < 1) {
    const grown = Math.exp(w[17] * (rating - 3 + w[18])) * s ** -w[19];
    return Math.max(leastStability, s * (rating >= 3 ? Math.max(1, grown) : grown));
  }
  const missing = 1 - recall(m, days);
  if (rating === 1) {
    const lapsed = w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * Math.exp(w[14] * missing);
    return Math.max(leastStability, Math.min(lapsed, s / Math.exp(w[17] * w[18])));
  }
  const ease = rating === 2 ? w[15] : rating === 4 ? w[16] : 1;
  return s * (1 + Math.exp(w[8]) * (11 - d) * s ** -w[9] * (Math.exp(w[10] * missing) - 1) * ease);
}
