import { callText, has, kept, lang, languages, part, partName, people, store, Unreachable } from '../learn/kit';
import { takeSoundsOff } from './sound/kept';
import type { Piece } from '../learn/packages';
import type { Lang, Published } from '../shared/types';

/** Fetches what is missing of one thing, structure and text at the same time. Throws `Unreachable`. */
export async function bring(of: string, p: Published, inUse: ReadonlySet<string>): Promise<void> {
  await Promise.all((['structure', lang.value] as const).map((piece) => bringPart(of, p, piece, inUse)));
}

async function bringPart(of: string, p: Published, piece: Piece, inUse: ReadonlySet<string>): Promise<void> {
  const { hash } = part(p, piece);
  const key = partName(of, piece, hash);
  if (kept.value.has(key)) return;
  const { ok, data } = await callText(`/api/packages/${hash}`, { timeout: 60_000, cache: 'no-store', anyone: true });
  if (!ok || !(await matches(data, hash))) throw new Unreachable();
  await store.put('packages', key, JSON.parse(data));
  kept.value = new Set([...kept.value, key]);
  // somebody else on this phone may be in the middle of an old version, and it cannot be asked whether she is
  if (people.value.length < 2) await remove((k) => k !== key && k.startsWith(`${of}/${piece}/`) && !inUse.has(hashOf(k)));
}

async function remove(which: (key: string) => boolean): Promise<void> {
  const gone = [...kept.value].filter(which);
  for (const k of gone) await store.remove('packages', k);
  kept.value = new Set([...kept.value].filter((k) => !gone.includes(k)));
}

/** Takes things off the phone, in every version and language; what was done in them stays. */
export async function takeOff(of: string[], inUse: ReadonlySet<string>): Promise<void> {
  await remove((k) => of.some((name) => k.startsWith(`${name}/`)) && !inUse.has(hashOf(k)));
  await takeSoundsOff(of);
}

const hashOf = (key: string) => key.slice(key.lastIndexOf('/') + 1);

/** The text is its own proof: what a log-in page of a Wi-Fi, or half an answer, has instead is not kept. */
async function matches(text: string, hash: string): Promise<boolean> {
  if (!globalThis.crypto?.subtle) return text.startsWith('{');
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(sum), (b) => b.toString(16).padStart(2, '0')).join('') === hash;
}

/** Structure and text from the phone. */
export interface Opened<S, T> {
  structure: S;
  text: T;
  /** The language that the text is in: the reader's, or one that is here when hers is not. */
  language: Lang;
}

/** Opens what is on the phone, in the reader's language or else in another; nothing when it is not here. */
export async function open<S, T>(of: string, p: Published): Promise<Opened<S, T> | undefined> {
  const order = [lang.value, ...languages.map(([code]) => code)];
  const language = order.find((l) => has(of, p, l));
  if (!language || !has(of, p, 'structure')) return undefined;
  const [structure, text] = await Promise.all(
    (['structure', language] as const).map((piece) => store.get('packages', partName(of, piece, part(p, piece).hash))),
  );
  return structure && text ? { structure: structure as S, text: text as T, language } : undefined;
}
