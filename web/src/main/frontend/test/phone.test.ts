import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, isOn, press, reachedGoal, replay, way, type Task } from '../play/cards/phone/engine';

const mute: Task = {
  start: 'chat',
  goal: ['muted'],
  hint: ['menu', 'mute', 'eight'],
  screens: {
    chat: {
      look: 'chat',
      controls: [
        { id: 'menu', look: 'icon', icon: 'more', to: 'sheet' },
        { id: 'name', look: 'title', to: 'info' },
      ],
    },
    sheet: {
      look: 'sheet',
      over: 'chat',
      controls: [
        { id: 'mute', look: 'row', to: 'how-long' },
        { id: 'leave', look: 'row', to: 'asked' },
        { id: 'sheet-back', look: 'row', to: 'chat' },
      ],
    },
    info: {
      look: 'list',
      controls: [
        { id: 'info-back', look: 'icon', icon: 'back', to: 'chat' },
        { id: 'info-mute', look: 'row', to: 'how-long' },
      ],
    },
    asked: { look: 'dialog', over: 'chat', controls: [{ id: 'stay', look: 'button', to: 'chat' }] },
    'how-long': {
      look: 'dialog',
      over: 'chat',
      controls: [
        { id: 'eight', look: 'row', to: 'quiet', set: ['muted'] },
        { id: 'cancel', look: 'button', to: 'chat' },
      ],
    },
    quiet: { look: 'chat', controls: [{ id: 'loud', look: 'icon', to: 'chat', clear: ['muted'] }] },
  },
};

test('any real way to the goal is right', () => {
  assert.ok(reachedGoal(mute, replay(mute, ['menu', 'mute', 'eight'])));
  assert.ok(reachedGoal(mute, replay(mute, ['name', 'info-mute', 'eight'])));
});

test('a wrong turn can be taken back and the goal still reached', () => {
  const path = ['menu', 'leave', 'stay', 'menu', 'mute', 'cancel', 'name', 'info-mute', 'eight'];
  assert.ok(reachedGoal(mute, replay(mute, path)));
});

test('what is not on the screen changes nothing', () => {
  const before = begin(mute);
  assert.equal(press(mute, before, 'eight'), before);
  assert.equal(press(mute, before, 'no such control'), before);
});

test('what is touched after the goal does not undo it', () => {
  assert.ok(reachedGoal(mute, replay(mute, ['menu', 'mute', 'eight', 'loud'])));
});

test('the hint is the shortest way from where she is', () => {
  assert.deepEqual(way(mute, begin(mute)), ['menu', 'mute', 'eight']);
  assert.deepEqual(way(mute, replay(mute, ['menu', 'leave'])), ['stay', 'menu', 'mute', 'eight']);
  assert.deepEqual(way(mute, replay(mute, ['name'])), ['info-mute', 'eight']);
  assert.deepEqual(way(mute, replay(mute, ['menu', 'mute', 'eight'])), []);
});

test('a task with no way has no hint, and the search ends', () => {
  const lost: Task = { ...mute, goal: ['never'] };
  assert.equal(way(lost, begin(lost)), undefined);
});

test('marks are cleared before they are set; a switch is on while all of its marks are', () => {
  const task: Task = {
    start: 'a',
    goal: ['x', 'y'],
    hint: [],
    screens: {
      a: {
        look: 'list',
        controls: [
          { id: 'one', look: 'toggle', set: ['x'], clear: ['y'] },
          { id: 'other', look: 'toggle', set: ['y'] },
        ],
      },
    },
  };
  const [one, other] = task.screens.a!.controls;
  const state = replay(task, ['one', 'one', 'nothing']);
  assert.ok(isOn(state, one!) && !isOn(state, other!));
  assert.ok(reachedGoal(task, replay(task, ['one', 'other'])));
  assert.ok(!reachedGoal(task, replay(task, ['one'])));
});
