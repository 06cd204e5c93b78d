import { watch } from '../../shell/lock';
import { people } from '../../shell/people';
import * as session from '../../shell/session';
import { openStore } from '../../shell/store';
import { openOutbox, record, soon, vault, waiting } from '../../shell/sync';
import { me, session as whose } from '../../shell/who';

/**
 * What the shell does on a phone, without its screens: the shipped code, bundled and run once for each page. The only
 * file here that knows what the shell's parts are called.
 */

/** A PIN is stretched as in earnest, but not as long. */
const turns = 10;

/** As start.tsx: what the phone knows by itself first, then, behind it, what the server knows better. `own`: she comes from the sign-in page. */
export async function open(own?: boolean): Promise<void> {
  await openStore();
  await session.recall();
  await openOutbox(session.device);
  if (own !== undefined) await session.chooseOwn(own);
  await session.reopen();
  watch();
  void session
    .meet()
    .then((found) => {
      if (found) void session.register().catch(() => undefined);
    })
    .catch(() => undefined)
    .then(async () => {
      soon(0);
      if (own !== undefined && (await session.otherCame())) location.reload();
    });
}

/** The id of the worker whose store is open. */
export const who = (): string | undefined => me.value?.id;

/** Who stands at the door, if the server's session is of somebody who may set up a store; who has one. */
export const door = (): { arrived?: string | undefined; people: string[] } => ({
  arrived: session.arrived.value?.id,
  people: people.value.map((p) => p.worker),
});

/** Opens the store of somebody in the list, or sets one up for who has arrived; whether it is open now. */
export async function enter(worker: string, pin: string): Promise<boolean> {
  const person = people.value.find((p) => p.worker === worker);
  if (person) await session.open(person, pin);
  else await session.begin(pin, turns);
  if (who() !== worker) return false;
  if (whose.value === worker) void session.register().catch(() => undefined);
  soon(0);
  return true;
}

export const deviceOf = (): string => session.device;

/** Keeps what she did, and the place where it leaves her. */
export const keep = (type: string, body: Record<string, unknown>, contentHash: string | null, place: string): Promise<void> =>
  record(type, place, () => ({ value: { place }, body, contentHash }));

/** Whether a place of hers is kept; her store is open. What another tab wrote before it died was told to nobody. */
export async function left(_worker: string, place: string): Promise<boolean> {
  await vault().look();
  return vault().get(place) !== undefined;
}

export const waits = (): number => waiting.value.length;

export const { signOut } = session;
