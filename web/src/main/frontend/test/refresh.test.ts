import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAsk, midnight, minutesOf, monday, quiet } from '../learn/sparing';
import type { Try } from '../learn/places';
import { dueAfter } from '../play/refresh/due';

const at = (day: number, hour = 10, minute = 0): Date => new Date(2026, 10, day, hour, minute);
const tries = (...list: [number, Try['rating']][]): Try[] => list.map(([day, rating]) => ({ at: at(day).toISOString(), rating }));
const due = (list: Try[]): string => {
  const day = new Date(dueAfter(list));
  assert.deepEqual([day.getHours(), day.getMinutes()], [0, 0]);
  return `${day.getMonth() + 1}-${day.getDate()}`;
};

test('what went wrong comes again on the next day, and later the better it is known', () => {
  assert.equal(due(tries([2, 1])), '11-3');
  const known = [due(tries([2, 1], [3, 3])), due(tries([2, 1], [3, 3], [5, 3])), due(tries([2, 1], [3, 3], [5, 3], [9, 3]))];
  assert.deepEqual(known, ['11-5', '11-11', '11-23']);
  assert.equal(due(tries([2, 1], [3, 3], [5, 3], [9, 1])), '11-10');
});

test('the same answers give the same day, whenever and from whatever copy it is worked out', () => {
  const answers = tries([2, 1], [3, 3], [6, 2], [12, 3]);
  assert.equal(dueAfter(answers), dueAfter(JSON.parse(JSON.stringify(answers)) as Try[]));
});

test('a clock that was set back does no harm', () => {
  assert.equal(due(tries([9, 1], [3, 3])), '11-4');
});

test('late in the evening counts as the same day', () => {
  const late = [{ at: at(2, 20, 59).toISOString(), rating: 1 as const }];
  assert.equal(due(late), '11-3');
});

test('it is quiet from nine in the evening until six in the morning', () => {
  assert.deepEqual([at(2, 20, 59), at(2, 21), at(3, 0), at(3, 5, 59), at(3, 6)].map(quiet), [false, true, true, true, false]);
  assert.equal(mayAsk(at(2, 22), 0, 0), 0);
});

test('five minutes a day at most, and no more than the week has left', () => {
  assert.equal(mayAsk(at(2), 0, 0), 7);
  assert.ok(minutesOf(7) <= 5);
  assert.equal(mayAsk(at(2), 5, 0), 2);
  assert.equal(mayAsk(at(2), 9, 0), 0);
  assert.equal(mayAsk(at(2), 0, 13), 3);
  assert.equal(mayAsk(at(2), 0, 15), 0);
  assert.equal(mayAsk(at(2), 0, 20), 0);
  assert.equal(minutesOf(3), 2);
});

test('the week begins on Monday, at midnight', () => {
  assert.equal(monday(at(1)).getTime(), new Date(2026, 9, 26).getTime()); // a Sunday
  assert.equal(monday(at(2)).getTime(), midnight(at(2)).getTime());
});
