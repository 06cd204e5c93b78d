import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, interval, recall, type Memory, type Rating } from '../play/refresh/fsrs';

const near = (found: number, expected: number) =>
  assert.ok(Math.abs(found - expected) < 5e-8, `${found} instead of ${expected}`);

/** Well six times, not twice, well five times, each on the day on which it was due; 0: the same day. */
const ratings: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
const intervals = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
const stabilities = [
  2.3065, 2.3065, 10.97104826, 46.31685844, 162.99981577, 497.87655512, 6.89041251, 2.15459837, 2.15459837, 3.98312338, 7.23625448,
  12.48304358, 20.77035728,
];
const difficulties = [
  2.11810397, 2.11121424, 2.10433139, 2.09745543, 2.09058634, 2.08372413, 7.38320232, 9.12510477, 9.11120803, 9.09732519,
  9.08345624, 9.06960115, 9.05575992,
];

test('a memory grows and lapses as in the reference', () => {
  let memory: Memory | undefined;
  ratings.forEach((rating, i) => {
    memory = answered(memory, rating, intervals[i - 1] ?? 0);
    near(memory.stability, stabilities[i]!);
    near(memory.difficulty, difficulties[i]!);
    if (intervals[i]! > 0) assert.equal(interval(memory), intervals[i]);
  });
});

test('before the third answer nine of ten would know it', () => {
  near(recall({ stability: 2.3065, difficulty: 2.11121424 }, 2), 0.90949326);
  near(recall({ stability: 7, difficulty: 5 }, 7), 0.9);
});

test('how hard it is after the first answer', () => {
  const first = ([1, 2, 3, 4] as Rating[]).map((r) => answered(undefined, r, 0));
  assert.deepEqual(first.map((m) => m.stability), [0.212, 1.2931, 2.3065, 8.2956]);
  [6.4133, 5.11217071, 2.11810397, 1].forEach((d, i) => near(first[i]!.difficulty, d));
});

test('an answer with help lasts shorter than one without, and an easy one longer', () => {
  const before = answered(undefined, 3, 0);
  const [hard, good, easy] = ([2, 3, 4] as Rating[]).map((r) => answered(before, r, 3).stability);
  assert.ok(before.stability < hard! && hard! < good! && good! < easy!);
});

test('it is never asked again on the same day, nor later than in a hundred years', () => {
  assert.equal(interval(answered(undefined, 1, 0)), 1);
  assert.equal(interval({ stability: 1e9, difficulty: 1 }), 36_500);
  assert.equal(interval({ stability: 2.5, difficulty: 1 }), 2);
});
