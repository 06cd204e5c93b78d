import { signal } from '@preact/signals';
import type { Lang, Published } from '../shared/types';
import { lang } from '../shell/language';
import { store } from '../shell/store';

type Parts = Pick<Published, 'structure' | 'text' | 'plan'>;

/**
 * The content kept on this phone, each part once, under "<what it is of>/<structure or language>/<hash>". A part never
 * changes; a new version is another part, and the old one goes when the new one has come and nobody is in the middle of it.
 */
export const kept = signal<ReadonlySet<string>>(new Set());

export async function recallPackages(): Promise<void> {
  kept.value = new Set(await store.keys('packages'));
}

export type Piece = 'structure' | 'plan' | Lang;
export const partName = (of: string, piece: Piece, hash: string) => `${of}/${piece}/${hash}`;
export const part = (p: Parts, piece: Piece) =>
  piece === 'structure' ? p.structure : piece === 'plan' ? p.plan! : p.text[piece];
/** What it is made of whatever the language, and all that is needed in the reader's language. */
export const wordless = (p: Parts): Piece[] => (p.plan ? ['structure', 'plan'] : ['structure']);
const pieces = (p: Parts): Piece[] => [...wordless(p), lang.value];
export const has = (of: string, p: Parts, piece: Piece) => kept.value.has(partName(of, piece, part(p, piece).hash));

/** All its parts by name, in every language. */
export const hashes = ({ structure, text, plan }: Parts): string[] =>
  [structure, ...Object.values(text), ...(plan ? [plan] : [])].map((part) => part.hash);

/** Whether it can be opened without a network, in the reader's language. */
export const onPhone = (of: string, p: Parts): boolean => missing(of, p).length === 0;
export const missing = (of: string, p: Parts): Piece[] => pieces(p).filter((piece) => !has(of, p, piece));

/** What opening it still costs, in bytes on the wire; 0 when it is here. */
export const cost = (of: string, p: Parts): number =>
  missing(of, p).reduce((sum, piece) => sum + part(p, piece).bytes, 0);

/** What it is in all, in one language. */
export const size = (p: Parts): number => pieces(p).reduce((sum, piece) => sum + part(p, piece).bytes, 0);
