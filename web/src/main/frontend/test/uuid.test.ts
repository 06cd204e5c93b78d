import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '../shell/uuid';

test('ids made in one millisecond, or while the clock is set back, sort in the order of making', () => {
  const now = Date.UTC(2026, 10, 22, 8, 0, 0);
  const ids = [...Array.from({ length: 5000 }, () => uuidv7(now)), uuidv7(now - 60_000), uuidv7(now - 1)];
  assert.deepEqual([...ids].sort(), ids);
  assert.equal(new Set(ids).size, ids.length);
});

test('an id says its version, its variant and its millisecond', () => {
  const now = Date.UTC(2031, 0, 2, 3, 4, 5, 678);
  const id = uuidv7(now);
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(parseInt(id.replace(/-/g, '').slice(0, 12), 16), now);
});
