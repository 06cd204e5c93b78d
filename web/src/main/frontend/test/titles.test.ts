import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidIn, withOthers } from '../learn/titles';
import type { Catalogue, Published, Texts } from '../shared/types';

const part = (hash: string) => ({ hash, bytes: 1 });
const nowhere = () => false;
const catalogue = (words: Partial<Texts>, ids = ['one', 'two'], hash = 'a'): Catalogue => {
  const published = (id: string) => ({ id, title: words, minutes: 5, structure: part(hash), text: { en: part(hash), hi: part(hash), lo: part(hash) } });
  return {
    courses: ids.map((id) => ({ id, title: words, summary: words, modules: [{ ...published(`${id}-m`), summary: words }] })),
    assessment: { ...published('form'), sittings: 3 },
  };
};

test('titles in another language stay with those that came, and nothing else of what was before does', () => {
  const before = catalogue({ hi: 'पुराना', lo: 'ເກົ່າ' }, ['one', 'gone'], 'a');
  const now = withOthers(catalogue({ hi: 'नया' }, ['one', 'two'], 'b'), before, nowhere);
  assert.deepEqual(now.courses.map((c) => c.id), ['one', 'two']);
  const [one, two] = now.courses;
  const both = { hi: 'नया', lo: 'ເກົ່າ' };
  assert.deepEqual([one!.title, one!.summary, one!.modules[0]!.title, one!.modules[0]!.summary], [both, both, both, both]);
  assert.deepEqual([two!.title, two!.modules[0]!.summary], [{ hi: 'नया' }, { hi: 'नया' }]);
  assert.equal(one!.modules[0]!.structure.hash, 'b');
  assert.deepEqual(now.assessment, { ...catalogue(both, [], 'b').assessment });
});

test('a first catalogue, and one that has no assessment, are as they came', () => {
  const first = { courses: catalogue({ lo: 'ໃໝ່' }).courses, assessment: null };
  assert.deepEqual(withOthers(first, undefined, nowhere), first);
  assert.deepEqual(withOthers(first, catalogue({ hi: 'x' }, []), nowhere), first);
});

test('it is said in a language only when all of it is', () => {
  const all = withOthers(catalogue({ hi: 'नया' }), catalogue({ en: 'new', lo: 'ໃໝ່' }, ['one']), nowhere);
  assert.deepEqual((['hi', 'lo', 'en'] as const).map((lang) => saidIn(all, lang)), [true, false, false]);
});

test('the version on the phone stays known until a newer one has come, however often there was a newer one', () => {
  const words = { hi: 'x' };
  const [a, b, c] = ['a', 'b', 'c'].map((hash) => catalogue(words, ['one'], hash));
  const on = (hash: string) => (of: string, p: Pick<Published, 'structure'>) => of === 'one/one-m' && p.structure.hash === hash;
  const before = (all: Catalogue) => all.courses[0]!.modules[0]!.before?.structure.hash;
  const changed = withOthers(b!, a, on('a'));
  assert.equal(before(changed), 'a');
  const again = withOthers(c!, changed, on('a'));
  assert.equal(before(again), 'a');
  assert.equal(before(withOthers(c!, again, on('c'))), undefined);
  assert.equal(before(withOthers(b!, a, nowhere)), undefined, 'nothing is known of what is not here');
});
