import { me } from './session';

/**
 * From the second visit on nothing of the app itself comes over the network. The service worker is set up when the page
 * has come to rest, and takes what the browser has just loaded from its cache.
 */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const idle: (work: () => void) => void = window.requestIdleCallback ?? ((work) => setTimeout(work, 500));
  idle(() => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
  // "add to home screen" is for those who come back: a first visit has better use for two requests
  if (me.value && navigator.serviceWorker.controller) {
    const link = document.createElement('link');
    link.rel = 'manifest';
    link.href = '/manifest.webmanifest';
    document.head.append(link);
  }
}
