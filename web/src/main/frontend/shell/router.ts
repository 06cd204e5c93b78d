import { signal } from '@preact/signals';

const read = () => location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);

/** Where she is, as the parts of the address after the hash: `#/course/whatsapp/m1` is `['course', 'whatsapp', 'm1']`. */
export const route = signal<string[]>(read());

addEventListener('hashchange', () => (route.value = read()));

export const to = (...parts: (string | number)[]): string =>
  '#/' + parts.map((p) => encodeURIComponent(p)).join('/');

/** Goes there; `instead` leaves no step back to the present place. */
export function go(address: string, instead = false): void {
  if (instead) {
    history.replaceState(null, '', address);
    route.value = read();
  } else {
    location.hash = address;
  }
}
