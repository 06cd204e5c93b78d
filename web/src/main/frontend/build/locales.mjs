import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { laterParts } from './parts.mjs';

export const languages = ['en', 'hi', 'lo'];
export const folder = path.resolve('../../../../content/locale');
/** The shell's words and those of each later part, which a phone that does not load the part never loads. */
export const wordParts = ['ui', ...Object.keys(laterParts).filter((part) => !laterParts[part].kept)];

/** What the server says of each kind of problem: what it is, and what to do next. */
const problems = (language) =>
  Object.fromEntries(Object.entries(parse(fs.readFileSync(path.join(folder, `server.${language}.yaml`), 'utf8')))
    .filter(([key]) => key.startsWith('problem.')));

/** `{en: {ui: {key: text}, office: …}, …}`, without the review note that is for translators. */
export function readLocales() {
  const read = (part, language) => {
    const { review, ...keys } = parse(fs.readFileSync(path.join(folder, `${part}.${language}.yaml`), 'utf8'));
    if (laterParts[part]?.problems) Object.assign(keys, problems(language));
    const stray = Object.keys(keys).find((key) => part !== 'ui' && !key.startsWith(`${part}.`) && !key.startsWith('problem.'));
    if (stray) throw new Error(`${part}.${language}.yaml: ${stray} must begin with "${part}."`);
    return keys;
  };
  return Object.fromEntries(languages.map((language) => [
    language, Object.fromEntries(wordParts.map((part) => [part, read(part, language)])),
  ]));
}
