import { callText, catalogue, findModule, has, hashes, kept, lang, languages, missing, nameOfForm, part, partName, people, store, Unreachable, wordless } from '../learn/kit';
import { takeSoundsOff } from './sound/kept';
import type { Piece } from '../learn/packages';
import type { Lang, Published } from '../shared/types';

/** Fetches what is missing of one thing, all parts at the same time. Throws `Unreachable`. */
export async function bring(of: string, p: Published, inUse: ReadonlySet<string>): Promise<void> {
  await Promise.all(missing(of, p).map((piece) => bringPart(of, p, piece)));
  // An older version goes when all of the new one is here, and nobody is in the middle of it. Somebody else on this phone
  // may be, and cannot be asked.
  const now = new Set([p, newest(of) ?? p].flatMap(hashes));
  if (people.value.length < 2) await remove((k) => k.startsWith(`${of}/`) && !now.has(hashOf(k)) && !inUse.has(hashOf(k)));
}

function newest(of: string): Published | undefined {
  const [course, module] = of.split('/') as [string, string?];
  const form = catalogue.value?.assessment;
  return module ? findModule(course, module) : form && nameOfForm(form.id) === of ? form : undefined;
}

async function bringPart(of: string, p: Published, piece: Piece): Promise<void> {
  const { hash } = part(p, piece);
  const key = partName(of, piece, hash);
  const { ok, data } = await callText(`/api/packages/${hash}`, { timeout: 60_000, cache: 'no-store', anyone: true });
  if (!ok || !(await matches(data, hash))) throw new Unreachable();
  await store.put('packages', key, JSON.parse(data));
  kept.value = new Set([...kept.value, key]);
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
  const base = wordless(p);
  if (!language || !base.every((piece) => has(of, p, piece))) return undefined;
  const [text, structure, plan] = await Promise.all(
    [language, ...base].map((piece) => store.get('packages', partName(of, piece, part(p, piece).hash))),
  );
  if (!text || !structure || (p.plan && !plan)) return undefined;
  // the structure names its plan by hash
  return { structure: (p.plan ? { ...(structure as object), plan } : structure) as S, text: text as T, language };
}
