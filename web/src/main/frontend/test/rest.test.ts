import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enough, timeInFront } from '../hers/assessment/rest';

const minute = 60_000;

test('a rest is offered before a task that would take it past eight minutes', () => {
  const sitting = (each: number) => {
    let tasks = 0;
    while (!enough(tasks * each, tasks, 8 * minute)) tasks++;
    return tasks;
  };
  assert.equal(sitting(1.6 * minute), 5);
  assert.equal(sitting(2 * minute), 4);
  assert.equal(sitting(minute), 8, 'others end by their number');
  assert.equal(sitting(20 * minute), 1, 'never before the first');
});

test('only the time in front counts', () => {
  let now = 1000;
  const page = { hidden: false };
  const time = timeInFront(page, () => now);
  now += 2 * minute;
  page.hidden = true;
  time.turn();
  now += 60 * minute;
  assert.equal(time.spent(), 2 * minute);
  page.hidden = false;
  time.turn();
  now += minute;
  assert.equal(time.spent(), 3 * minute);
});
