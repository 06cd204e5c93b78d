import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export const languages = ['en', 'hi', 'lo'];
export const folder = path.resolve('../../../../content/locale');

/** The three files of words, `{en: {key: text}, …}`, without the review note that is for translators. */
export function readLocales() {
  return Object.fromEntries(languages.map((language) => {
    const { review, ...keys } = parse(fs.readFileSync(path.join(folder, `ui.${language}.yaml`), 'utf8'));
    return [language, keys];
  }));
}

/** What only the office says goes apart, so that a worker's phone never loads it. */
export function splitLocale(keys) {
  const office = ([key]) => key.startsWith('office.');
  const entries = Object.entries(keys);
  return {
    shell: Object.fromEntries(entries.filter((e) => !office(e))),
    office: Object.fromEntries(entries.filter(office)),
  };
}
