/** What a message to an expert is better without, and the words that it was seen by. */
export interface Caught {
  kind: 'name' | 'birth' | 'number' | 'address';
  what: string;
}

// What may stand between the digits of one number: spaces, dots, dashes, brackets, and marks that are not seen
const gap = '[\\s\\p{Z}\\p{Cf}\\p{Pd}._()]*';
const number = new RegExp(`\\p{Nd}(?:${gap}\\p{Nd}){7,}`, 'gu');
const between = '\\s*[\\p{Pd}/.]\\s*';
const day = '\\p{Nd}{1,2}';
const year = '\\p{Nd}{4}';
const birth = new RegExp(
  `(^|\\P{Nd})(${day}${between}${day}${between}${year}|${year}${between}${day}${between}${day})(?!\\p{Nd})`,
  'gu',
);

/** Alike however it was typed: small letters, one way to write each letter, no marks that are not seen. */
const plain = (text: string): string =>
  text.normalize('NFC').replace(/\p{Cf}/gu, '').replace(/[\s\p{Z}]+/gu, ' ').trim().toLowerCase();

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** A word of a script with spaces must begin where it is found; Devanagari and Lao run words together. */
const start = (word: string): string => (/^\p{Script=Latin}/u.test(word) ? '(?:^|[^\\p{L}\\p{M}])' : '');

/**
 * What is caught in a text, each once: the names of the story, whatever ending they have; dates of birth; runs of eight
 * or more digits of any script, whatever spaces, dots or dashes are between; words of an address with a number after.
 */
export function caught(text: string, names: readonly string[], addresses: readonly string[]): Caught[] {
  const found: Caught[] = [];
  const add = (kind: Caught['kind'], what: string) => found.push({ kind, what: what.trim() });
  const typed = plain(text);
  for (const name of names) {
    const form = plain(name);
    if (form && new RegExp(start(form) + literal(form), 'u').test(typed)) add('name', name.replace(/\p{Cf}/gu, ''));
  }
  const rest = text.replace(birth, (_, before: string, date: string) => (add('birth', date), `${before}/`));
  for (const run of rest.match(number) ?? []) add('number', run);
  for (const word of addresses.map(plain).filter(Boolean)) {
    const [at] = new RegExp(`${start(word)}${literal(word)}[^\\p{L}\\p{M}\\p{Nd}]{0,4}\\p{Nd}+`, 'u').exec(typed) ?? [];
    if (at && !found.some((f) => f.kind === 'address')) add('address', at.replace(/^[^\p{L}]+/u, ''));
  }
  return found;
}
