import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ahead, audiences, following, nameOf, path, shelf, type Learner, type Step } from '../learn/path';
import type { Audience, CourseEntry, ModuleEntry } from '../shared/types';

const texts = { en: '', hi: '', lo: '' };
const module = (id: string): ModuleEntry => {
  const part = { hash: id, bytes: 1 };
  return { id, title: texts, summary: texts, minutes: 5, structure: part, text: { en: part, hi: part, lo: part } };
};
const course = (id: string, modules: string, audience?: Audience[] | null): CourseEntry => ({
  id, title: texts, summary: texts, modules: modules.split('').map(module), ...(audience !== undefined && { audience }),
});
const none = { helper: false, officer: false, desk: false };

/** Somebody, and what she has finished or only begun, as course/module. */
const learner = (who: Audience[], finished: string[] = [], begun: string[] = []): Learner => ({
  courses: [course('one', 'ab'), course('two', 'cd', null), course('lead', 'ef', ['supervisors']), course('asked', 'g', ['experts'])],
  core: ['two/d', 'one/a', 'gone/x'],
  who,
  begun: (c, m) => [...finished, ...begun].includes(nameOf(c, m)),
  finished: (c, m) => finished.includes(nameOf(c, m)),
});
const worker = audiences(none, 'asha');
const names = (steps: Step[]) => steps.map((s) => nameOf(s.course, s.entry.id)).join(' ');
const ids = ({ hers, others }: ReturnType<typeof shelf>) => [hers, others].map((courses) => courses.map((c) => c.id).join(' '));

test('a worker is offered the path first, then the rest of what is for workers', () => {
  assert.equal(names(ahead(learner(worker), [])), 'two/d one/a one/b two/c');
  assert.equal(names(path(learner(worker))), 'two/d one/a');
  assert.deepEqual(ids(shelf(learner(worker))), ['one two', 'lead asked']);
});

test('what is begun comes before what was advised, and that before the path', () => {
  assert.equal(names(ahead(learner(worker, ['two/d'], ['two/c']), ['one/b'])), 'two/c one/b one/a');
});

test('a course for others is offered once it was begun', () => {
  assert.equal(names(ahead(learner(worker, ['lead/e']), [])), 'two/d one/a one/b two/c lead/f');
});

test('a supervisor has her own courses first on the shelf, and learns what workers learn', () => {
  const helper = audiences({ ...none, helper: true }, 'asha-facilitator');
  assert.deepEqual(ids(shelf(learner(helper))), ['lead one two', 'asked']);
  assert.equal(names(ahead(learner(helper), [])), 'two/d one/a lead/e lead/f one/b two/c');
});

test('who heads a centre is asked for advice', () => {
  assert.deepEqual(ids(shelf(learner(audiences({ ...none, helper: true }, 'centre-head')))), ['lead asked one two', '']);
});

test('an officer sees the courses of the office, and the others under more', () => {
  const officer = learner(audiences({ helper: false, officer: true, desk: true }, 'officer'));
  assert.deepEqual(ids(shelf(officer)), ['lead asked', 'one two']);
  assert.equal(names(ahead(officer, [])), 'lead/e lead/f asked/g');
});

test('after a module of the path comes the path; after another the next of its course; after all of it nothing', () => {
  assert.equal(names([following(learner(worker, ['two/d']), 'two', 'd')!]), 'one/a');
  assert.equal(names([following(learner(worker, ['one/b']), 'one', 'b')!]), 'one/a');
  assert.equal(names([following(learner(worker, ['one/a', 'one/b', 'two/c', 'lead/e']), 'lead', 'e')!]), 'lead/f');
  assert.equal(following(learner(worker, ['two/c', 'two/d', 'one/a', 'one/b']), 'two', 'd'), undefined);
});
