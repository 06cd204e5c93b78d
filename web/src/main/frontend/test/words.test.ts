import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { fill, form, guess } from '../shell/language';

const languages = ['en', 'hi', 'lo'] as const;
const parts = ['ui', 'office', 'admin', 'mine', 'train'];
const file = (part: string, language: string): Record<string, string> =>
  parse(fs.readFileSync(path.resolve('../../../../content/locale', `${part}.${language}.yaml`), 'utf8'));
const problems = (language: string) =>
  Object.fromEntries(Object.entries(file('server', language)).filter(([key]) => key.startsWith('problem.')));
const read = (language: string): Record<string, string> =>
  Object.assign({}, ...parts.map((part) => file(part, language)), problems(language));
const words = Object.fromEntries(languages.map((l) => [l, read(l)])) as Record<string, Record<string, string>>;
const keys = Object.keys(words.en!);

const sources = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((f) => {
    const file = path.join(folder, f.name);
    return f.isDirectory() ? sources(file) : /\.tsx?$/.test(f.name) ? [fs.readFileSync(file, 'utf8')] : [];
  });
const code = ['shell', 'shared', 'learn', 'play', 'hers', ...parts.slice(1)].flatMap(sources).join('\n');

/** The first argument of each call of t() or tn(), as it is written. */
function asked(): { plural: boolean; argument: string }[] {
  const found = [];
  for (const m of code.matchAll(/\b(tn?)\(/g)) {
    let depth = 1;
    let end = m.index + m[0].length;
    for (; depth > 0 && !(depth === 1 && code[end] === ','); end++) {
      if (code[end] === '(') depth++;
      if (code[end] === ')') depth--;
    }
    found.push({ plural: m[1] === 'tn', argument: code.slice(m.index + m[0].length, end) });
  }
  return found;
}

const literals = new Set([...code.matchAll(/'([^'\n]+)'/g)].map((m) => m[1]!));
const prefixes = [...code.matchAll(/\bt\(`([a-z.-]+)\$\{/g)].map((m) => m[1]!);

test('the three languages have the same keys, none of them empty', () => {
  for (const l of languages) {
    assert.deepEqual(Object.keys(words[l]!), keys, l);
    for (const [key, text] of Object.entries(words[l]!)) assert.ok(typeof text === 'string' && text.trim(), `${l} ${key}`);
  }
});

test('the same holes in every language', () => {
  const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();
  for (const key of keys) for (const l of languages) assert.equal(holes(words[l]![key]!), holes(words.en![key]!), `${l} ${key}`);
});

test('each file says first whether a native speaker has read it', () => {
  assert.equal(keys[0], 'review');
});

test('every key that is asked for exists', () => {
  for (const { plural, argument } of asked().filter((a) => !a.argument.startsWith('`'))) {
    for (const [, key] of argument.replace(/[!=]== '[^']*'/g, '').matchAll(/'([a-z][\w.-]*)'/g)) {
      for (const k of plural ? [`${key}.one`, `${key}.other`] : [key!]) assert.ok(keys.includes(k), `t('${k}')`);
    }
  }
  for (const prefix of prefixes) assert.ok(keys.some((k) => k.startsWith(prefix)), prefix);
});

test('every key is asked for', () => {
  for (const key of keys.filter((k) => k !== 'review')) {
    const used = literals.has(key) || literals.has(key.replace(/\.(one|other)$/, '')) || prefixes.some((p) => key.startsWith(p));
    assert.ok(used, key);
  }
});

test('digits are 0 to 9, and no word of another script has slipped in', () => {
  for (const [key, text] of Object.entries(words.hi!)) assert.doesNotMatch(text, /[०-९\u0e80-\u0eff]/, key);
  for (const [key, text] of Object.entries(words.lo!)) assert.doesNotMatch(text, /[໐-໙\u0900-\u097f\u0e00-\u0e7f]/, key);
  for (const [key, text] of Object.entries(words.en!)) assert.doesNotMatch(text, /[\u0900-\u0eff]/, key);
});

test('there are twelve months in each language', () => {
  for (const l of languages) assert.equal(words[l]!.months!.split(' ').length, 12);
});

test('holes are filled, and one that nobody fills stays to be seen', () => {
  assert.equal(fill('{n} of {of}', { n: 2 }), '2 of {of}');
});

test('Hindi counts nothing and one alike, English does not, Lao never', () => {
  assert.deepEqual([0, 1, 2].map((n) => form('hi', n)), ['one', 'one', 'other']);
  assert.deepEqual([0, 1, 2].map((n) => form('en', n)), ['other', 'one', 'other']);
  assert.deepEqual([0, 1, 2].map((n) => form('lo', n)), ['other', 'other', 'other']);
});

test("the browser's languages choose ours in their order", () => {
  assert.equal(guess(['fr-FR', 'lo-LA', 'hi']), 'lo');
  assert.equal(guess(['hi-IN']), 'hi');
  assert.equal(guess([]), 'en');
});
