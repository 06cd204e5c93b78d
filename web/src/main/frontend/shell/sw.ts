/// <reference lib="webworker" />
// The service worker: the app itself from the cache, everything else from the network. What a worker did and what she
// learns from stand in IndexedDB, which the app looks after. Under /api only recordings are played from here, which the app
// has put into a cache of their own: never from the network, which is hers to spend.
import { partly } from './range';
declare const self: ServiceWorkerGlobalScope;
/** What a first visit has loaded anyway, and what it is spared and a phone must have besides: words, her own pages. */
declare const __SHELL__: string[];
declare const __SOON__: string[];
declare const __REVISION__: string;

const shell = `kadam-${__REVISION__}`;
const sounds = 'sounds';

/** Names with a hash never change, so the browser's cache is good enough; the page must be of this very version. */
const fresh = (path: string): Request =>
  new Request(path, { cache: path === '/' && self.registration.active ? 'reload' : 'force-cache' });

const keep = async (paths: string[]): Promise<void> => {
  const cache = await caches.open(shell);
  const missing = [];
  for (const path of paths) if (!(await cache.match(path))) missing.push(fresh(path));
  await cache.addAll(missing);
};

self.addEventListener('install', (e) => {
  const all = self.registration.active ? [...__SHELL__, ...__SOON__] : __SHELL__;
  // a new version waits for the next start of the app: nobody is moved to it in the middle of something
  e.waitUntil(keep(all).then(() => (self.registration.active ? undefined : self.skipWaiting())));
});

self.addEventListener('message', (e) => {
  const { keep: wanted, take } = e.data as { keep?: string[] | 'all'; take?: boolean };
  if (take) return void self.skipWaiting();
  e.waitUntil(keep(__SOON__.filter((path) => wanted === 'all' || wanted?.includes(path))));
});

self.addEventListener('activate', (e) => {
  const clean = async () => {
    // the version before stays, for a tab that still runs it; names come in the order of their making
    const others = (await caches.keys()).filter((name) => name !== shell && name !== sounds);
    for (const name of others.slice(0, -1)) await caches.delete(name);
    await self.clients.claim();
  };
  e.waitUntil(clean());
});

const cacheFirst = async (request: Request | string): Promise<Response> => {
  const own = await caches.open(shell);
  const kept = (await own.match(request)) ?? (await caches.match(request));
  if (kept) return kept;
  const found = await fetch(request);
  if (found.ok) await own.put(request, found.clone());
  return found;
};

const played = async (request: Request): Promise<Response> => {
  const whole = await (await caches.open(sounds)).match(request.url);
  return whole ? partly(whole, request.headers.get('Range')) : Response.error();
};

self.addEventListener('fetch', (e) => {
  const { request } = e;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/api/sounds/')) {
    if (request.destination === 'audio') e.respondWith(played(request));
  } else if (request.mode === 'navigate') {
    if (url.pathname === '/') e.respondWith(cacheFirst('/'));
  } else if (/^\/(a|locale)\/|^\/(icon\.svg|manifest\.webmanifest)$/.test(url.pathname)) {
    e.respondWith(cacheFirst(request));
  }
});
