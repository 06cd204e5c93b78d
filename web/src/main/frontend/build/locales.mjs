import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export const languages = ['en', 'hi', 'lo'];
export const folder = path.resolve('../../../../content/locale');

/** The words of each language, `{en: {key: text}, …}`, without the review note that is for translators. */
export function readLocales() {
  return Object.fromEntries(languages.map((language) => {
    const files = ['ui', 'office'].map((name) => path.join(folder, `${name}.${language}.yaml`));
    const { review, ...keys } = Object.assign({}, ...files.map((file) => parse(fs.readFileSync(file, 'utf8'))));
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
