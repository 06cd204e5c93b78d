import { wordFile } from './language';

let kept = false;

/**
 * From the second visit on nothing of the app itself comes over the network. The service worker is set up when the page
 * has come to rest, and takes what the browser has just loaded from its cache. A first visit is spared what it can do
 * without: the other languages, the pages about her and "add to home screen" are for those who come back.
 */
export function keepOffline(comesBack: boolean): void {
  if (!('serviceWorker' in navigator) || kept) return;
  kept = true;
  const idle: (work: () => void) => void = window.requestIdleCallback ?? ((work) => setTimeout(work, 500));
  idle(() => {
    navigator.serviceWorker.register('/sw.js').then(() => keepRest(comesBack), () => undefined);
  });
  if (comesBack) {
    const link = document.createElement('link');
    link.rel = 'manifest';
    link.href = '/manifest.webmanifest';
    document.head.append(link);
  }
}

/** Keeps the words of the present language, or all that a first visit is spared, for days without a network. */
export function keepRest(all: boolean): void {
  void navigator.serviceWorker?.ready.then((r) => r.active?.postMessage({ keep: all ? 'all' : [wordFile()] }));
}

/**
 * A new version that came while the last one ran is taken at the start of the app, when nobody is in the middle of
 * anything; true when the page is about to be loaded anew for it.
 */
export async function takeNewest(): Promise<boolean> {
  const tried = 'kadam.newest';
  const waiting = (await navigator.serviceWorker?.getRegistration().catch(() => undefined))?.waiting;
  if (!waiting || sessionStorage.getItem(tried)) {
    sessionStorage.removeItem(tried);
    return false;
  }
  sessionStorage.setItem(tried, '1'); // if it will not come, the present one goes on
  await new Promise((ok) => {
    navigator.serviceWorker.addEventListener('controllerchange', ok, { once: true });
    setTimeout(ok, 3000);
    waiting.postMessage({ take: true });
  });
  location.reload();
  return true;
}
