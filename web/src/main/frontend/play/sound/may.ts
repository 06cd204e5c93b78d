/** When recordings come by themselves: never, so that each is fetched when she presses; on Wi-Fi; on every network. */
export type When = 'pressed' | 'wifi' | 'any';

interface Connection {
  type?: string;
  saveData?: boolean;
}
export const connection = (): Connection => (navigator as { connection?: Connection }).connection ?? {};

/** Whether a recording may come by itself on this network; what the browser does not tell is not taken for Wi-Fi. */
export function mayCome(w: When, { type, saveData }: Connection): boolean {
  if (w === 'pressed' || saveData) return false;
  return w === 'any' || type === 'wifi' || type === 'ethernet';
}
