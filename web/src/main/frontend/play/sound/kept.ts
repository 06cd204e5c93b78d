import { Unreachable } from '../../learn/kit';
import type { Sound } from '../../learn/content';

/** The recordings on this phone, each under the module that it is of; the service worker plays them from here. */
const shelf = (): Promise<Cache> => caches.open('sounds');

const address = (of: string, s: Sound): string => `/api/sounds/${s.hash}?of=${of}`;

export const isHere = async (of: string, s: Sound): Promise<boolean> =>
  'caches' in window && !!(await (await shelf()).match(address(of, s)));

/** Fetches one, whole. Throws `Unreachable`, also for what is not it. */
export async function bringSound(of: string, s: Sound): Promise<void> {
  if (await isHere(of, s)) return;
  const bytes = await fetch(`/api/sounds/${s.hash}`, { cache: 'no-store' }).then(
    (r) => (r.ok ? r.arrayBuffer() : undefined),
    () => undefined,
  );
  if (!bytes || !(await matches(bytes, s.hash))) throw new Unreachable();
  await (await shelf()).put(address(of, s), new Response(bytes, { headers: { 'Content-Type': 'audio/ogg' } }));
}

/** What an audio element takes: from the service worker, or, on a first visit, from here. */
export async function sourceOf(of: string, s: Sound): Promise<string> {
  if (navigator.serviceWorker?.controller) return address(of, s);
  const found = await (await shelf()).match(address(of, s));
  if (!found) throw new Unreachable();
  return URL.createObjectURL(await found.blob());
}

/** Takes the recordings of modules off the phone. */
export async function takeSoundsOff(of: string[]): Promise<void> {
  if (!('caches' in window)) return;
  const kept = await shelf();
  for (const request of await kept.keys()) {
    if (of.includes(new URL(request.url).searchParams.get('of') ?? '')) await kept.delete(request);
  }
}

async function matches(bytes: ArrayBuffer, hash: string): Promise<boolean> {
  const sum = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(sum), (b) => b.toString(16).padStart(2, '0')).join('') === hash;
}
