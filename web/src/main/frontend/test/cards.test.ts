import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { caught } from '../play/cards/compose/catch';
import { astray } from '../play/cards/match/belongs';
import { inOrder, shuffled } from '../play/cards/order/shuffle';

const addresses = (language: string): string[] =>
  (parse(fs.readFileSync(`../../../../content/locale/ui.${language}.yaml`, 'utf8')) as Record<string, string>)['compose.addresses']!.split(',');
const kinds = (text: string, names: string[] = [], language = 'en') => caught(text, names, addresses(language)).map((c) => c.kind);

test('a name is caught in whatever case and with whatever ending, but not inside another word', () => {
  for (const text of ['Rekha bleeds', 'for REKHA.', "rekha's baby", 'Rekhadevi', '(rekhas)', 'é rekha']) assert.deepEqual(kinds(text, ['Rekha']), ['name'], text);
  for (const text of ['Surekha', 'rek ha', 'the mother']) assert.deepEqual(kinds(text, ['Rekha']), [], text);
});

test('a name of two words is caught over any space, and each name once', () => {
  assert.deepEqual(kinds('Rekha\n  Devi, rekha devi', ['Rekha  Devi']), ['name']);
  assert.deepEqual(kinds('Rekha and Sunita', ['Rekha', 'Sunita']), ['name', 'name']);
});

test('in Devanagari a name is caught with endings, whichever way its dots are written', () => {
  assert.deepEqual(kinds('सबीनाजी को', ['सबीना'], 'hi'), ['name']);
  assert.deepEqual(kinds('फ\u093cातिमा आई', ['\u095eातिमा'], 'hi'), ['name']);
});

test('in Lao a name is caught without spaces around it, and through the marks between words', () => {
  assert.deepEqual(kinds('ນາງບຸນມີເລືອດອອກ', ['ບຸນມີ'], 'lo'), ['name']);
  assert.deepEqual(kinds('ນາງ\u200bບຸນ\u200bມີ', ['ບຸນມີ'], 'lo'), ['name']);
  assert.deepEqual(kinds('ນາງບຸນມີ', ['ບຸນ\u200bມີ'], 'lo'), ['name']);
});

test('eight digits of any script are caught, whatever stands between them; seven are not', () => {
  const eight = ['12345678', '1234 5678', '12.34-56 78', '१२३४५६७८', '໑໒໓໔ ໕໖໗໘', '+91 (98) 123–456', '1234\u200b5678', '12\u00a034\u202f56\n78', '１２３４５６７８'];
  for (const text of eight) assert.deepEqual(kinds(text), ['number'], text);
  for (const text of ['1234567', 'BP 120/80, 38.5', '1234 and 5678', '12345,678']) assert.deepEqual(kinds(text), [], text);
});

test('a date of birth is caught, in any script, and not once more as a number', () => {
  for (const text of ['12/03/1990', '1-3-1990', '12.03.1990', '१२/०३/१९९०', '໑໒-໐໓-໑໙໙໐', 'born 12 / 3 / 1990.', '1990-03-12']) {
    assert.deepEqual(kinds(text), ['birth'], text);
  }
  for (const text of ['120/80/1990', '12/03', '2/3 of 1990', '12/03/19901']) assert.ok(!kinds(text).includes('birth'), text);
});

test('two dates one after the other are two', () => {
  assert.deepEqual(kinds('12/03/1990 1/2/2020'), ['birth', 'birth']);
});

test('an address is caught by a word of the language with a number after it', () => {
  assert.deepEqual(kinds('House No. 12'), ['address']);
  assert.deepEqual(kinds('ward 4'), ['address']);
  assert.deepEqual(kinds('मकान नं. 12, वार्ड 4', [], 'hi'), ['address']);
  assert.deepEqual(kinds('ບ້ານເລກທີ 12', [], 'lo'), ['address']);
  for (const text of ['in the ward', 'forward 4 pages', 'the house, no lamp']) assert.deepEqual(kinds(text), [], text);
});

test('what is caught is shown as it was typed, and a good message has nothing', () => {
  assert.deepEqual(caught('call 98 12.345-678 now', [], []), [{ kind: 'number', what: '98 12.345-678' }]);
  assert.deepEqual(kinds('Mother of 25, third child, 2 hours after birth. Bleeding soaks 2 cloths in 15 minutes. BP 90/60.', ['Rekha']), []);
});

test('what a name holds is taken as letters, and an empty one catches nothing', () => {
  assert.deepEqual(kinds('a.b', ['a+b']), []);
  assert.deepEqual(kinds('anything', ['', ' ']), []);
});

test('a long text is searched at once', () => {
  const began = Date.now();
  caught('1 '.repeat(20_000) + 'x', ['Rekha'], addresses('en'));
  caught('1 . '.repeat(3) + 'x '.repeat(20_000), ['Rekha'], addresses('hi'));
  assert.ok(Date.now() - began < 500);
});

const steps = ['a', 'b', 'c', 'd'];

test('the steps come in the same order each time, and never in the right one', () => {
  for (let i = 0; i < 500; i++) {
    const put = shuffled(`card-${i}`, steps);
    assert.deepEqual(put, shuffled(`card-${i}`, steps));
    assert.deepEqual([...put].sort(), steps);
    assert.ok(!inOrder(steps, put), `card-${i}`);
    assert.ok(!inOrder(['x', 'y', 'z'], shuffled(`card-${i}`, ['x', 'y', 'z'])));
  }
});

test('different cards do not all come in one order', () => {
  const orders = new Set(Array.from({ length: 100 }, (_, i) => shuffled(`card-${i}`, steps).join()));
  assert.ok(orders.size > 10, `${orders.size}`);
});

test('an order is right when every step stands in its place', () => {
  assert.ok(inOrder(steps, ['a', 'b', 'c', 'd']));
  assert.ok(!inOrder(steps, ['a', 'b', 'd', 'c']));
  assert.ok(!inOrder(steps, ['a', 'b', 'c']));
});

test('what is astray is what is in another place or in none', () => {
  const things = [{ id: 'x', place: 'here' }, { id: 'y', place: 'there' }];
  assert.deepEqual(astray(things, { x: 'here', y: 'there' }), []);
  assert.deepEqual(astray(things, { x: 'there' }).map((t) => t.id), ['x', 'y']);
});
