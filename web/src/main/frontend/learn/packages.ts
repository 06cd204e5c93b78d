import { signal } from '@preact/signals';
import type { Lang, Published } from '../shared/types';
import { lang, languages } from '../shell/language';
import { callText, Unreachable } from '../shell/net';
import { store } from '../shell/store';

/**
 * The content kept on this phone, each part once, under "<what it is of>/<structure or language>/<hash>". A part never
 * changes; a new version is another part, and the old one goes when the new one has come and nobody is in the middle of it.
 */
export const kept = signal<ReadonlySet<string>>(new Set());

export async function recallPackages(): Promise<void> {
  kept.value = new Set(await store.keys('packages'));
}

type Piece = 'structure' | Lang;
const name = (of: string, piece: Piece, hash: string) => `${of}/${piece}/${hash}`;
const part = (p: Published, piece: Piece) => (piece === 'structure' ? p.structure : p.text[piece]);
const has = (of: string, p: Published, piece: Piece) => kept.value.has(name(of, piece, part(p, piece).hash));

/** Whether it can be opened without a network, in the reader's language. */
export const onPhone = (of: string, p: Published): boolean => has(of, p, 'structure') && has(of, p, lang.value);

/** What opening it still costs, in bytes on the wire; 0 when it is here. */
export const cost = (of: string, p: Published): number =>
  (['structure', lang.value] as const).reduce((sum, piece) => sum + (has(of, p, piece) ? 0 : part(p, piece).bytes), 0);

/** What it is in all, structure and one language. */
export const size = (p: Published): number => p.structure.bytes + p.text[lang.value].bytes;

/** Fetches what is missing of one thing, structure and text at the same time. Throws `Unreachable`. */
export async function bring(of: string, p: Published, inUse: ReadonlySet<string>): Promise<void> {
  await Promise.all((['structure', lang.value] as const).map((piece) => bringPart(of, p, piece, inUse)));
}

async function bringPart(of: string, p: Published, piece: Piece, inUse: ReadonlySet<string>): Promise<void> {
  const { hash } = part(p, piece);
  const key = name(of, piece, hash);
  if (kept.value.has(key)) return;
  const { ok, data } = await callText(`/api/packages/${hash}`, { timeout: 60_000, cache: 'no-store' });
  if (!ok || !(await matches(data, hash))) throw new Unreachable();
  await store.put('packages', key, JSON.parse(data));
  const old = [...kept.value].filter((k) => k.startsWith(`${of}/${piece}/`) && !inUse.has(hashOf(k)));
  for (const k of old) await store.remove('packages', k);
  kept.value = new Set([...kept.value, key].filter((k) => !old.includes(k)));
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
    (['structure', language] as const).map((piece) => store.get('packages', name(of, piece, part(p, piece).hash))),
  );
  return structure && text ? { structure: structure as S, text: text as T, language } : undefined;
}
