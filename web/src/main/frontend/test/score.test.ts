import assert from 'node:assert/strict';
import { test } from 'node:test';
import { score, type Came } from '../hers/assessment/score';
import type { Plan } from '../learn/content';

/**
 * A plan as the server publishes it: 61 points from -6 to 6, whole numbers; Keys's kernel between the points. Help is
 * worth 1 logit, and its rows are flat from -0.4, whatever the cuts that a test looks by.
 */
function planOf(difficulty: Record<string, number>, cuts = [-1.4, -0.4, 1], observed: string[] = []): Plan {
  const grid = Array.from({ length: 61 }, (_, i) => -6 + i * 0.2);
  const cumulative = (u: number) => {
    const s = Math.min(Math.abs(u), 2);
    const near = s - (5 * s ** 3) / 6 + (3 * s ** 4) / 8;
    const far = 2 * s - 2 * s ** 2 + (5 * s ** 3) / 6 - s ** 4 / 8 - 1 / 6;
    return u < 0 ? 0.5 - (s <= 1 ? near : far) : 0.5 + (s <= 1 ? near : far);
  };
  const whole = (f: (x: number) => number) => grid.map((x) => Math.round(10_000 * f(x)));
  return {
    model: 'rasch-eap-2',
    prior: whole((x) => Math.exp((-x * x) / 2)),
    right: Object.fromEntries(Object.entries(difficulty).map(([id, b]) => [id, whole((x) => 1 / (1 + Math.exp(b - x)))])),
    helped: Object.fromEntries(observed.map((id) => [id, whole((x) => 1 / (1 + Math.exp(difficulty[id]! - 1 - Math.min(x, -0.4))))])),
    below: cuts.map((cut) => whole((x) => cumulative((cut - x) / 0.2))),
    difficulty: Object.fromEntries(Object.entries(difficulty).map(([id, b]) => [id, Math.round(b * 10_000)])),
  };
}

const fifteen = Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`i${i}`, -2 + i * 0.25]));
const all = (came: Came) => Object.fromEntries(Object.keys(fifteen).map((id) => [id, came]));

test('all done alone: the highest level, and nothing is left to learn', () => {
  const result = score(planOf(fifteen), all('done'));
  assert.equal(result.level, 3);
  assert.equal(result.likely[1], 3);
  assert.equal(result.can.length, 15);
  assert.deepEqual(result.next, []);
});

test('nothing done: the lowest level, and the three easiest come next', () => {
  const result = score(planOf(fifteen), all('not-done'));
  assert.equal(result.level, 0);
  assert.deepEqual(result.likely, [0, 0]);
  assert.deepEqual(result.can, []);
  assert.deepEqual(result.next, ['i0', 'i1', 'i2']);
});

test('the easier nine of fifteen done: about 0.2 with an error of 0.5, so level 2 and perhaps 1', () => {
  const answers = { ...all('not-done') };
  for (const id of ['i0', 'i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8']) answers[id] = 'done';
  const result = score(planOf(fifteen), answers);
  assert.equal(result.level, 2);
  assert.deepEqual(result.likely, [1, 2]);
  assert.deepEqual(result.next, ['i9', 'i10', 'i11']);
});

/** With many cuts level and band show where the posterior lies. */
const manyCuts = Array.from({ length: 21 }, (_, i) => -3 + i * 0.3);
const bands = (plan: Plan, answers: Record<string, Came>) => {
  const { level, likely } = score(plan, answers);
  return [level, likely];
};

test('help with a question, and help with what was not done all the same, are no mark against her and none for her', () => {
  const some: Record<string, Came> = { i3: 'done', i7: 'not-done' };
  const plan = planOf(fifteen, manyCuts, ['i0', 'i1']);
  const helped: Record<string, Came> = { ...some, i0: 'helped-not-done', i14: 'helped', i13: 'helped-not-done' };
  assert.deepEqual(bands(plan, helped), bands(plan, some));
  const { can, next } = score(plan, helped);
  assert.deepEqual(can, ['i3']);
  assert.deepEqual(next, ['i7', 'i0', 'i13']);
});

test('a task done with help speaks for her, less than done alone', () => {
  const some: Record<string, Came> = { i3: 'done', i4: 'not-done' };
  const tasks = ['i8', 'i9', 'i10', 'i11', 'i12'];
  const plan = planOf(fifteen, manyCuts, tasks);
  const level = (came: Came) => score(plan, { ...some, ...Object.fromEntries(tasks.map((id) => [id, came])) }).level!;
  const [without, helped, alone] = [score(plan, some).level!, level('helped'), level('done')];
  assert.ok(without < helped && helped < alone, `${without} ${helped} ${alone}`);
});

test('done with help is the exact curve, moved by what help is worth and flat from on my own: against a fine sum', () => {
  const plan = planOf({ a: 0, b: 1.3 }, [-1.4, -0.4, 1], ['b']);
  const density = (x: number) => Math.exp((-x * x) / 2) / (1 + Math.exp(x)) / (1 + Math.exp(1.3 - 1 - Math.min(x, -0.4)));
  let total = 0;
  const exact = [0, 0, 0, 0];
  for (let x = -6; x < 6; x += 0.0005) {
    const d = density(x);
    total += d;
    exact[[-1.4, -0.4, 1].filter((c) => x >= c).length]! += d;
  }
  const likely = exact.map((p, i) => (p / total >= 0.1 ? i : -1)).filter((i) => i >= 0);
  const result = score(plan, { a: 'not-done', b: 'helped' });
  assert.equal(result.level, exact.indexOf(Math.max(...exact)));
  assert.deepEqual(result.likely, [likely[0], likely[likely.length - 1]]);
});

test('in a plan from before help counted it says nothing', () => {
  const some: Record<string, Came> = { i3: 'done', i4: 'not-done' };
  const { helped: _, ...before } = planOf(fifteen, manyCuts, Object.keys(fifteen));
  assert.deepEqual(bands(before, { ...some, i9: 'helped', i10: 'helped' }), bands(before, some));
});

test('helped every time: no level is made up', () => {
  const plan = planOf(fifteen, undefined, Object.keys(fifteen));
  assert.equal(score(plan, all('helped')).level, null);
  assert.equal(score(plan, { i0: 'helped', i1: 'helped-not-done' }).level, null);
});

test('the posterior is that of the exact model: eight of fifteen equal items, against a fine sum', () => {
  const ids = Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`i${i}`, 0]));
  const density = (x: number) => Math.exp((-x * x) / 2) * (1 / (1 + Math.exp(-x))) ** 8 * (1 - 1 / (1 + Math.exp(-x))) ** 7;
  let total = 0;
  const exact = [0, 0, 0, 0];
  for (let x = -6; x < 6; x += 0.0005) {
    const d = density(x);
    total += d;
    exact[[-1.4, -0.4, 1].filter((c) => x >= c).length]! += d;
  }
  const answers = Object.fromEntries(Object.keys(ids).map((id, i) => [id, (i < 8 ? 'done' : 'not-done') as Came]));
  const likely = exact.map((p, i) => (p / total >= 0.1 ? i : -1)).filter((i) => i >= 0);
  const result = score(planOf(ids), answers);
  assert.equal(result.level, exact.indexOf(Math.max(...exact)));
  assert.deepEqual(result.likely, [likely[0], likely[likely.length - 1]]);
});
