import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsOf, nextOf, sittingsOf } from '../hers/assessment/next';
import { score, type Came } from '../hers/assessment/score';
import type { Attempt } from '../learn/attempt';
import type { AdaptivePlan, FormStructure } from '../learn/content';

/** Forty questions of two areas, from easy to hard; every third is a task. */
const ids = Array.from({ length: 40 }, (_, i) => `i${i}`);
const grid = Array.from({ length: 33 }, (_, i) => -400 + 25 * i);
const twice = (row: number[]): number[] => row.map((p, q) => p - 2 * (row[q - 1] ?? 0) + (row[q - 2] ?? 0));
const difficulty = ids.map((_, i) => i / 10 - 2);
const plan: AdaptivePlan = {
  kind: 'plan',
  version: 2,
  criterion: 'epv',
  parts: 100_000,
  grid,
  prior: grid.map((x) => Math.round(1e6 * Math.exp((-x * x) / 20_000))),
  items: ids,
  area: ids.map((_, i) => i % 2),
  observed: ids.map((_, i) => (i % 3 === 0 ? 1 : 0)),
  rows: difficulty.map((b) => [twice(grid.map((x) => Math.round(100_000 / (1 + Math.exp(x / 100 - b)))))]),
  helped: difficulty.map((b, i) => (i % 3 === 0 ? twice(grid.map((x) => Math.round(100_000 / (1 + Math.exp(Math.min(x, -40) / 100 - b + 1))))) : [])),
  minimum: [5, 5],
  least: 15,
  most: 15,
  certainty: 10_000,
  error: 0,
  tasks: 9,
  among: 5,
  first: [0, 3, 6],
  sittings: 3,
  below: [grid.map((x) => (x < 0 ? 10_000 : x === 0 ? 5000 : 0))],
  difficulty: difficulty.map((b) => Math.round(b * 10_000)),
};
type Given = Attempt['answers'][string];
const came = (_: string, given: Given): Came => ('done' in given.response ? (given.helped ? 'helped' : 'done') : given.helped ? 'helped-not-done' : 'not-done');
const outcome = (a: Attempt) =>
  score(plan, Object.fromEntries(Object.entries(a.answers).map(([one, given]) => [one, came(one, given)])));
const form: FormStructure = {
  kind: 'form',
  id: 'f',
  sittings: [['i0'], ['i1'], ['i2']],
  items: {},
  plan,
  pictures: {},
};
const begun = (attempt: string, avoid: string[] = []): Attempt =>
  ({ attempt, form: 'f', startedAt: '', finishedAt: null, sittings: 1, answers: {}, order: [], avoid }) as unknown as Attempt;
const id = (last: string) => `01930000-0000-7000-8000-00000000000${last}`;

/** Takes it to the end; `between` is what happens to the phone from one answer to the next. */
function take(a: Attempt, between: (a: Attempt) => Attempt = (same) => same): { a: Attempt; sittings: number[] } {
  const sittings: number[] = [];
  for (let next = nextOf(form, a, came); next; next = nextOf(form, a, came)) {
    assert.ok(!(next.item in a.answers), 'no item comes twice');
    sittings.push(next.sitting);
    const given = { response: sittings.length % 3 === 0 ? {} : { done: true }, helped: sittings.length === 4 };
    a = between({ ...a, answers: { ...a.answers, [next.item]: given }, order: [...a.order!, next.item] });
  }
  return { a, sittings };
}

test('three sittings of five, an easy task first', () => {
  const { a, sittings } = take(begun(id('1')));
  assert.equal(sittingsOf(form), 3);
  assert.deepEqual(sittings, [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3]);
  assert.ok(['i0', 'i3', 'i6'].includes(a.order![0]!));
  assert.deepEqual(itemsOf(form, a, 2), a.order!.slice(5, 10));
  assert.deepEqual(itemsOf(form, begun(id('1')), 1), Array(5).fill(undefined));
});

test('killed after every answer, it goes on as if nothing had been', () => {
  const killed = take(begun(id('2')), (a) => JSON.parse(JSON.stringify(a)) as Attempt).a;
  const { a } = take(begun(id('2')));
  assert.deepEqual(killed.order, a.order);
  assert.deepEqual(outcome(killed), outcome(a));
});

test('another attempt has other items, and none of last time', () => {
  const first = take(begun(id('3'))).a.order!;
  const second = take(begun(id('4'), first)).a.order!;
  assert.equal(second.length, 15);
  assert.ok(second.filter((one) => first.includes(one)).length <= 4, 'tasks are few here, so some come again');
  assert.ok(!first.includes(second[0]!));
  assert.notDeepEqual(take(begun(id('4'))).a.order, take(begun(id('3'))).a.order);
});

test('the result is made of the items that she had, and help is no mark against her', () => {
  const { a } = take(begun(id('5')));
  const result = outcome(a);
  assert.equal(result.can.length, 9);
  assert.equal(result.next.length, 3);
  assert.ok(result.level === 0 || result.level === 1);
  const all = { ...a, answers: Object.fromEntries(a.order!.map((one) => [one, { response: { done: true }, helped: false }])) };
  assert.equal(outcome(all).level, 1);
});
