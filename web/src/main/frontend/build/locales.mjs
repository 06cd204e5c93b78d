import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { laterParts } from './parts.mjs';

export const languages = ['en', 'hi', 'lo'];
export const folder = path.resolve('../../../../content/locale');
/** The shell's words and those of each later part, which a phone that does not load the part never loads. */
export const wordParts = ['ui', ...Object.keys(laterParts).filter((part) => !laterParts[part].kept)];

/** `{en: {ui: {key: text}, office: …}, …}`, without the review note that is for translators. */
export function readLocales() {
  const read = (part, language) => {
    const { review, ...keys } = parse(fs.readFileSync(path.join(folder, `${part}.${language}.yaml`), 'utf8'));
    const stray = Object.keys(keys).find((key) => part !== 'ui' && !key.startsWith(`${part}.`));
    if (stray) throw new Error(`${part}.${language}.yaml: ${stray} must begin with "${part}."`);
    return keys;
  };
  return Object.fromEntries(languages.map((language) => [
    language, Object.fromEntries(wordParts.map((part) => [part, read(part, language)])),
  ]));
}
