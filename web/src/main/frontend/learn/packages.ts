import { signal } from '@preact/signals';
import type { Lang, Published } from '../shared/types';

type Parts = Pick<Published, 'structure' | 'text'>;
import { lang } from '../shell/language';
import { store } from '../shell/store';

/**
 * The content kept on this phone, each part once, under "<what it is of>/<structure or language>/<hash>". A part never
 * changes; a new version is another part, and the old one goes when the new one has come and nobody is in the middle of it.
 */
export const kept = signal<ReadonlySet<string>>(new Set());

export async function recallPackages(): Promise<void> {
  kept.value = new Set(await store.keys('packages'));
}

export type Piece = 'structure' | Lang;
export const partName = (of: string, piece: Piece, hash: string) => `${of}/${piece}/${hash}`;
export const part = (p: Parts, piece: Piece) => (piece === 'structure' ? p.structure : p.text[piece]);
export const has = (of: string, p: Parts, piece: Piece) => kept.value.has(partName(of, piece, part(p, piece).hash));

/** Whether it can be opened without a network, in the reader's language. */
export const onPhone = (of: string, p: Parts): boolean => has(of, p, 'structure') && has(of, p, lang.value);

/** What opening it still costs, in bytes on the wire; 0 when it is here. */
export const cost = (of: string, p: Published): number =>
  (['structure', lang.value] as const).reduce((sum, piece) => sum + (has(of, p, piece) ? 0 : part(p, piece).bytes), 0);

/** What it is in all, structure and one language. */
export const size = (p: Published): number => p.structure.bytes + p.text[lang.value].bytes;
