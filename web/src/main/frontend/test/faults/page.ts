import { registerPhone } from '../../shell/phone-key';
import { device, me, meet, recall, signOut } from '../../shell/session';
import { openStore, store } from '../../shell/store';
import { openOutbox, record, soon, waiting } from '../../shell/sync';

/**
 * What the shell does on a phone, without its screens: the shipped code, bundled and run once for each page. The only
 * file here that knows what the shell's parts are called.
 */

/** As start.tsx: what the phone knows by itself first, then what the server knows better, behind it. */
export async function open(): Promise<void> {
  await openStore();
  await recall();
  await openOutbox();
  void meet()
    .then(async (found) => {
      if (!found) return;
      me.value = found;
      await registerPhone(found.id, device);
    })
    .catch(() => undefined)
    .then(() => soon(0));
}

/** The id of the worker whose page this is. */
export const who = (): string | undefined => me.value?.id;

export const deviceOf = (): string => device;

/** Keeps what she did, and the place where it leaves her. */
export const keep = (type: string, body: Record<string, unknown>, hash: string | null, place: string): Promise<void> =>
  record(type, body, hash, { key: `${who()}/${place}`, value: { place } });

/** Whether a place is kept. */
export const left = async (worker: string, place: string): Promise<boolean> =>
  (await store.get('places', `${worker}/${place}`)) !== undefined;

export const waits = (): number => waiting.value.length;

export { signOut };
