import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstDone, perhapsChance, type Time } from '../hers/assessment/history';

const time = (at: string, likely: [number, number], ...can: string[]): Time => ({ at, level: likely[0], likely, can });
const spring = time('2026-03-02T06:00:00.000Z', [0, 1], 'reply', 'otp');
const summer = time('2026-06-02T06:00:00.000Z', [1, 2], 'reply', 'mute-group');
const autumn = time('2026-09-02T06:00:00.000Z', [2, 3], 'otp', 'mute-group', 'free-space');

test('newly done is what she did at no time before, whether she was asked it then or not', () => {
  assert.deepEqual(firstDone([autumn, summer, spring]), ['free-space']);
  assert.deepEqual(firstDone([summer, spring]), ['mute-group']);
  assert.deepEqual(firstDone([]), []);
});

test('where bands share a level it may be chance, against the nearest as well as the furthest time', () => {
  assert.equal(perhapsChance([summer, spring]), true);
  assert.equal(perhapsChance([autumn, spring]), false);
  assert.equal(perhapsChance([autumn, summer, spring]), true);
});
