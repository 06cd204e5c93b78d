import { people } from '../../shell/people';
import { arrived, begin, chooseOwn, device, meet, open as openStoreOf, otherCame, recall, register, reopen, signOut } from '../../shell/session';
import { openStore } from '../../shell/store';
import { openOutbox, record, soon, vault, waiting } from '../../shell/sync';
import { me, session } from '../../shell/who';

/**
 * What the shell does on a phone, without its screens: the shipped code, bundled and run once for each page. The only
 * file here that knows what the shell's parts are called.
 */

const pin = '258036';
/** Stretching a PIN takes a second by design, and changes nothing here. */
const turns = 1;

/** As start.tsx: what the phone knows by itself first, then what the server knows better, behind it. */
export async function open(): Promise<void> {
  await openStore();
  await recall();
  await openOutbox(device);
  await chooseOwn(true);
  await reopen();
  // what the first release left of hers is brought into her store with or without a network
  if (arrived.value) await enter();
  void meet()
    .then(async () => {
      if (await otherCame()) {
        me.value = undefined;
        await meet();
      }
      if (arrived.value) await enter();
      if (me.value && session.value === me.value.id) await register();
    })
    .catch(() => undefined)
    .then(() => soon(0));
}

/** What she does at the door: types her PIN, the first time to set up her store. */
async function enter(): Promise<void> {
  const person = people.value.find((p) => p.worker === arrived.value!.id);
  await (person ? openStoreOf(person, pin) : begin(pin, turns));
}

/** The id of the worker whose page this is. */
export const who = (): string | undefined => me.value?.id;

export const deviceOf = (): string => device;

/** Keeps what she did, and the place where it leaves her. */
export const keep = (type: string, body: Record<string, unknown>, hash: string | null, place: string): Promise<void> =>
  record(type, place, () => ({ value: { place }, body, contentHash: hash }));

/** Whether a place is kept. */
export async function left(_worker: string, place: string): Promise<boolean> {
  await vault().look();
  return vault().get(place) !== undefined;
}

export const waits = (): number => waiting.value.length;

export { signOut };
