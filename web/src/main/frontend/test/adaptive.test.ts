import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { AdaptiveTest, DONE, NOTHING_SAID, WITH_HELP, outcomeOf, seedOf, understood } from '../hers/assessment/adaptive';
import type { AdaptivePlan } from '../learn/content';

// Written by the server's own test (TakersTest): mvn test -pl ejb -am -Dtest=TakersTest, more with -Dkadam.takers=10000
const folder = '../../../../ejb/target/adaptive';
const plans = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

test('every choice, stop and level is that of the server', { skip: plans.length === 0 && 'no takers were written' }, () => {
  for (const name of plans) {
    const plan = JSON.parse(fs.readFileSync(`${folder}/${name}`, 'utf8')) as AdaptivePlan;
    assert.ok(understood(plan));
    const takers = fs.readFileSync(`${folder}/${name.replace('.json', '.takers')}`, 'utf8').trim().split('\n');
    assert.ok(takers.length > 0);
    for (const [i, taker] of takers.entries()) {
      const [seed, avoided, answers, level, ability, error] = taker.split(';');
      const phone = new AdaptiveTest(plan, Number(seed), Array.from(avoided!, (flag) => flag === '1'));
      for (const answer of answers!.split(',')) {
        const [item, outcome] = answer.split(':').map(Number);
        assert.equal(phone.next(), item, `${name}, taker ${i}, item ${phone.answered}`);
        phone.answer(item!, outcome!);
      }
      assert.equal(phone.next(), DONE, `${name}, taker ${i} stops`);
      assert.deepEqual([phone.level(), phone.ability(), phone.error()], [level, ability, error].map(Number), `${name}, taker ${i}`);
    }
    console.log(`${name}: ${takers.length} takers`);
  }
});

/** Two areas of two items; of each the first is an observed task. */
const small: AdaptivePlan = {
  kind: 'plan',
  version: 2,
  criterion: 'epv',
  parts: 10_000,
  grid: [-100, 0, 100],
  prior: [1, 2, 1],
  items: ['a', 'b', 'c', 'd'],
  area: [0, 0, 1, 1],
  observed: [1, 0, 1, 0],
  rows: [[[8000, -11_000, 0]], [[8000, -11_000, 0]], [[9000, -12_000, -1000]], [[7000, -10_000, 1000]]],
  helped: [[5000, -6000, 0], [], [6000, -8000, 0], []],
  minimum: [1, 1],
  least: 3,
  most: 3,
  certainty: 10_000,
  error: 0,
  tasks: 2,
  among: 1,
  first: [2],
  sittings: 1,
  below: [[10_000, 5000, 0]],
  difficulty: [0, 0, 0, 0],
};

test('the first item is an easy one, each area and the observed tasks have their share, and it ends', () => {
  const phone = new AdaptiveTest(small, 5);
  assert.equal(phone.next(), 2);
  phone.answer(2, 0);
  const second = phone.next();
  phone.answer(second, 1);
  const third = phone.next();
  assert.ok([second, third].includes(0), 'the only other observed task');
  phone.answer(third, NOTHING_SAID);
  assert.equal(phone.next(), DONE);
});

test('an answer is Bayes by hand', () => {
  const phone = new AdaptiveTest(small, 5);
  phone.answer(0, 1);
  // prior 1 2 1 times .2 .5 .8 is .2 1 .8
  assert.ok(Math.abs(phone.ability() - 0.3) < 1e-12);
  assert.ok(Math.abs(phone.levels()[0]! - 0.35) < 1e-12);
  assert.equal(phone.level(), 1);
});

test('what was done with help is Bayes by hand too, and what was not done with help says nothing', () => {
  const phone = new AdaptiveTest(small, 5);
  phone.answer(0, WITH_HELP);
  // not even with help .5 .4 .3, so prior 1 2 1 times .5 .6 .7
  assert.ok(Math.abs(phone.ability() - 0.2 / 2.4) < 1e-12);
  phone.answer(2, NOTHING_SAID);
  assert.ok(Math.abs(phone.ability() - 0.2 / 2.4) < 1e-12);
  phone.answer(1, WITH_HELP);
  assert.ok(Math.abs(phone.ability() - 0.2 / 2.4) < 1e-12, 'a question');
  assert.equal(phone.answered, 3);
});

test('what came of an item has a number', () => {
  const phone = new AdaptiveTest(small, 5);
  const numbers = (['done', 'helped', 'not-done', 'helped-not-done'] as const).map((came) => outcomeOf(phone, 0, came));
  assert.deepEqual(numbers, [1, WITH_HELP, 0, NOTHING_SAID]);
});

test('a plan from before help counted is followed as it was', () => {
  const { helped: _, ...rest } = small;
  const before = { ...rest, version: 1 };
  assert.ok(understood(before));
  const phone = new AdaptiveTest(before, 5);
  phone.answer(0, WITH_HELP);
  assert.equal(phone.ability(), 0);
  assert.equal(phone.answered, 1);
});

test('it does not end for being certain before anything was done or tried alone', () => {
  const plan = { ...small, least: 1, most: 3, minimum: [0, 0], tasks: 0, certainty: 5000 };
  const phone = new AdaptiveTest(plan, 5);
  phone.answer(0, WITH_HELP);
  assert.ok(Math.max(...phone.levels()) > 0.5);
  assert.notEqual(phone.next(), DONE);
  phone.answer(2, 1);
  assert.equal(phone.next(), DONE);
});

test('what she had last time comes only when nothing else can', () => {
  const phone = new AdaptiveTest(small, 5, [true, true, true, false]);
  assert.equal(phone.next(), 3, 'not the easy one of last time');
  phone.answer(3, 1);
  assert.ok([0, 2].includes(phone.next()));
});

test('the seed is of the whole id', () => {
  assert.equal(seedOf('00000001-0000-0020-0000-030000004000'), 0x1 ^ 0x20 ^ 0x300 ^ 0x4000);
  assert.equal(seedOf('ffffffff-0000-0000-0000-000000000000'), -1);
});

test('a plan of later rules is not followed', () => {
  assert.ok(understood(small));
  assert.ok(!understood({ ...small, version: 3 }));
  assert.ok(!understood({ ...small, criterion: 'mfi' }));
});
