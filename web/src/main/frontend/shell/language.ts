import { signal } from '@preact/signals';
import type { Lang, Texts } from '../shared/types';
import { call, Unreachable } from './net';

/** Where the words are: of the shell ('ui') and of each later part, in each language. */
declare const __WORDS__: Record<string, Record<Lang, string>>;

export const languages: [Lang, string][] = [['hi', 'हिन्दी'], ['lo', 'ລາວ'], ['en', 'English']];

export const lang = signal<Lang>('en');
const words = signal<Record<string, string>>({});
const spoken = ['ui'];

/** The text of a key in the reader's language, with `{name}` filled in. */
export function t(key: string, values?: Record<string, string | number>): string {
  return fill(words.value[key] ?? key, values);
}

/** The text of a key whose form depends on a number: `key.one`, `key.other`, with `{n}` filled in. */
export function tn(key: string, n: number, values?: Record<string, string | number>): string {
  return t(`${key}.${form(lang.value, n)}`, { n: number(n), ...values });
}

export const form = (language: Lang, n: number): 'one' | 'other' =>
  new Intl.PluralRules(language).select(n) === 'one' ? 'one' : 'other';

export const fill = (text: string, values: Record<string, string | number> = {}): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));

/** The reader's language of a text, or else one that is there. */
export const say = (texts: Partial<Texts>): string => texts[lang.value] || texts.en || Object.values(texts)[0] || '';

const zones: Record<Lang, string> = { en: 'en-IN', hi: 'hi-IN', lo: 'lo-LA' };

/** Digits 0 to 9 everywhere; lakh and crore in India. */
export const number = (n: number): string =>
  new Intl.NumberFormat(`${zones[lang.value]}-u-nu-latn`, { maximumFractionDigits: 0 }).format(n);

/** Day and month in our own words, because not every phone knows the Lao months. */
export function date(iso: string): string {
  const d = new Date(iso);
  return `${d.getDate()} ${t('months').split(' ')[d.getMonth()]}`;
}

export const kilobytes = (bytes: number): string => `${number(Math.max(1, Math.round(bytes / 1024)))} KB`;

const load = async (url: string): Promise<Record<string, string>> => {
  const { ok, data } = await call<Record<string, string>>(url);
  if (!ok) throw new Unreachable();
  return data;
};

let turn = 0;

/** Shows everything in this language, if its words are here or can be had now; whether they were. */
export async function speak(language: Lang): Promise<boolean> {
  const mine = ++turn;
  try {
    const parts = await Promise.all(spoken.map((part) => load(__WORDS__[part]![language])));
    if (mine === turn) {
      words.value = Object.assign({}, ...parts);
      lang.value = language;
      document.documentElement.lang = language;
    }
    return true;
  } catch {
    return false;
  }
}

/** From now on a later part's words too. */
export async function speakAlso(part: string): Promise<void> {
  if (!spoken.includes(part)) spoken.push(part);
  if (!(await speak(lang.value))) throw new Unreachable();
}

/** Where the words of the present language are, to be kept for days without a network. */
export const wordFile = (): string => __WORDS__.ui![lang.value];

/** The language of the browser if it is one of ours. */
export function guess(preferred: readonly string[]): Lang {
  for (const p of preferred) {
    const found = languages.find(([code]) => p.toLowerCase().startsWith(code));
    if (found) return found[0];
  }
  return 'en';
}
