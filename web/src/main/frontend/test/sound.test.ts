import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asked, partly } from '../shell/range';
import { localVoice, spoken } from '../play/sound/voice';
import { mayCome } from '../play/sound/may';

test('a range is what a server would give', () => {
  assert.equal(asked(null, 10), undefined);
  assert.equal(asked('bytes=-', 10), undefined);
  assert.equal(asked('lines=1-2', 10), undefined);
  assert.deepEqual(asked('bytes=0-', 10), [0, 9]);
  assert.deepEqual(asked('bytes=3-5', 10), [3, 5]);
  assert.deepEqual(asked('bytes=3-50', 10), [3, 9]);
  assert.deepEqual(asked('bytes=-4', 10), [6, 9]);
  assert.deepEqual(asked('bytes=-40', 10), [0, 9]);
  for (const none of ['bytes=10-', 'bytes=5-3', 'bytes=-0']) assert.equal(asked(none, 10), null, none);
});

test('a part of a recording says which part it is', async () => {
  const whole = () => new Response(new Uint8Array([0, 1, 2, 3, 4]), { headers: { 'Content-Type': 'audio/ogg' } });
  const part = await partly(whole(), 'bytes=1-3');
  assert.equal(part.status, 206);
  assert.equal(part.headers.get('Content-Range'), 'bytes 1-3/5');
  assert.equal(part.headers.get('Content-Length'), '3');
  assert.equal(part.headers.get('Content-Type'), 'audio/ogg');
  assert.deepEqual([...new Uint8Array(await part.arrayBuffer())], [1, 2, 3]);
  const all = await partly(whole(), null);
  assert.equal(all.status, 200);
  assert.equal((await all.arrayBuffer()).byteLength, 5);
  const none = await partly(whole(), 'bytes=5-');
  assert.equal(none.status, 416);
  assert.equal(none.headers.get('Content-Range'), 'bytes */5');
});

test('a recording comes by itself only where she allows it', () => {
  const networks = [{ type: 'wifi' }, { type: 'cellular' }, {}, { type: 'wifi', saveData: true }];
  assert.deepEqual(networks.map((n) => mayCome('pressed', n)), [false, false, false, false]);
  assert.deepEqual(networks.map((n) => mayCome('wifi', n)), [true, false, false, false]);
  assert.deepEqual(networks.map((n) => mayCome('any', n)), [true, true, true, false]);
});

test('only a voice on the phone itself, of her language', () => {
  const far = { lang: 'hi-IN', localService: false };
  const near = { lang: 'hi_IN', localService: true };
  const other = { lang: 'en-IN', localService: true };
  assert.equal(localVoice([far, other], 'hi'), undefined);
  assert.equal(localVoice([far, other, near], 'hi'), near);
  assert.equal(localVoice([near], 'lo'), undefined);
  assert.equal(localVoice([{ lang: 'hil', localService: true }], 'hi'), undefined);
});

test('what is read aloud is what stands there, in its order', () => {
  const text = { title: 'T', lead: 'L', alt: 'A', p2: 'two', p1: 'o\u200bne', answers: { a: 'x', b: { label: 'no' } }, feedback: { a: 'not yet' } };
  assert.deepEqual(spoken(text as never), ['L', 'T', 'one', 'two', 'x']);
});
