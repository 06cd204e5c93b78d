import { signal } from '@preact/signals';
import { call } from './net';
import { Outbox, type Batch, type Checked, type Receipt, type Reply, type Step, type Waiting, type Writer } from './outbox';
import { forget, sealingOf, vouch } from './phone-key';
import { store } from './store';
import type { Vault } from './vault';
import { me, session } from './who';

/** What was done on this phone and is not yet received, whoever did it. */
export const waiting = signal<Waiting[]>([]);
/** Of the present worker: received, but kept apart until somebody has looked at it. */
export const checked = signal<Checked[]>([]);
/** The disk took nothing more: she is told, and nothing is shown as saved. */
export const full = signal(false);
/** Called after something was received, with the types of it. */
export const onReceived: ((types: Set<string>) => void)[] = [];
/** Called when her store may hold something new from another tab. */
export const onLook: (() => void)[] = [];

let outbox: Outbox;
let writer: Writer | undefined;
let device = '';

/** The present worker's store; there is one wherever her pages are shown. */
export const vault = (): Vault => writer!.vault;

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('kadam') : undefined;
/** What the tabs of this phone tell each other. */
export const tell = (what: 'recorded' | 'sent' | 'touched' | 'locked' | 'opened', who?: string): void => channel?.postMessage({ what, who });
const told = new Map<string, (who?: string) => void>();
export const onTold = (what: string, then: (who?: string) => void): void => void told.set(what, then);
if (channel) channel.onmessage = ({ data }: { data: { what?: string; who?: string } }) => told.get(data.what ?? '')?.(data.who);

export async function openOutbox(ofDevice: string): Promise<void> {
  device = ofDevice;
  outbox = new Outbox(store, device);
  onTold('recorded', () => void look());
  onTold('sent', () => void look());
  await look();
  addEventListener('online', () => soon(0));
  document.addEventListener('visibilitychange', () => soon(0));
}

/** From now on what is done is hers. */
export async function write(into: Vault): Promise<void> {
  writer = { vault: into, sealing: await sealingOf(into) };
  await outbox.sealWaiting(writer); // what another page left unsealed, that died or did not hear of the key
  await look();
}

/** After her key was registered anew: what waited for that is sealed. */
export async function sealAgain(): Promise<void> {
  writer = { vault: vault(), sealing: await sealingOf(vault()) };
  await outbox.sealWaiting(writer);
  await look();
  if (waiting.value.length > 0) soon();
}

/** Looks what waits, and what of the present worker is kept apart. */
export async function look(): Promise<void> {
  if (writer) {
    await writer.vault.look();
    onLook.forEach((tell) => tell());
  }
  waiting.value = await outbox.waiting(writer);
  checked.value = writer ? await outbox.checked(writer) : [];
}

/**
 * Keeps what she did, and what it changes in her store. Resolves when it is on the disk; rejects, and says so on the
 * screen, when it is not.
 */
export async function record<T>(type: string, name: string, change: (before: T | undefined) => Step<T> | undefined): Promise<void> {
  try {
    const deed = await outbox.record(writer!, type, name, change);
    full.value = false;
    if (!deed) return;
    waiting.value = [...waiting.value, { id: deed.id, seq: deed.seq, worker: deed.worker, deed }];
    tell('recorded');
    askToPersist();
  } catch (e) {
    full.value = true;
    scrollTo(0, 0);
    throw e;
  }
}

/** All that is sealed and waits here, of whomever: a batch that any signed-in person may bring to the server. */
export const asFile = async (): Promise<string> =>
  JSON.stringify({ device, sentAt: new Date().toISOString(), sealed: await outbox.entries() });

/** The phone is nearly full, as far as the browser tells: more than four fifths of what it grants. */
export const tight = signal(false);

export async function measure(): Promise<number | undefined> {
  const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  tight.value = usage !== undefined && !!quota && usage / quota > 0.8;
  return usage;
}

let persistent = false;

/** Once there is something to lose, the browser is asked not to clear it away when the phone gets full. */
function askToPersist(): void {
  if (!persistent) void navigator.storage?.persist?.().catch(() => undefined);
  persistent = true;
}

let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;

/** Sends after so many milliseconds; a later call takes the place of an earlier one. */
export function soon(ms = 2000): void {
  clearTimeout(timer);
  timer = setTimeout(() => void flush(), ms);
}

let sending = false;

/** Anybody's session will do: what is sealed says itself whose it is. */
async function flush(): Promise<void> {
  if (waiting.value.length === 0 || !session.value) return;
  if (sending) return soon();
  sending = true;
  const before = waiting.value;
  try {
    const { status } = await alone(() => outbox.drain((batch) => post(batch)));
    failures = status === 200 ? 0 : failures + 1;
  } catch {
    failures++;
  }
  sending = false;
  await look();
  tell('sent');
  const left = new Set(waiting.value.map((d) => d.id));
  const received = before.filter((d) => !left.has(d.id));
  if (received.length > 0) onReceived.forEach((tell) => tell(new Set(received.map((d) => d.deed?.type ?? ''))));
  if (failures > 0 && session.peek()) soon(Math.min(300_000, 2500 * 2 ** failures) * (0.75 + Math.random() / 2));
}

/** One tab sends at a time; the server would recognise doubles, but her data is paid by the megabyte. */
function alone(work: () => Promise<{ status: number }>): Promise<{ status: number }> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? locks.request('kadam-send', work) : work();
}

/** `from`: the phone that a file was made on, and when. */
export async function post(batch: Batch, from?: { device: string; sentAt: string }): Promise<Reply | null> {
  const body = JSON.stringify({ ...(from ?? { device, sentAt: new Date().toISOString() }), ...batch });
  let headers: Record<string, string> = {};
  if ('events' in batch) {
    const vouched = await vouch(store, batch.events, body);
    if (!vouched && batch.events[0]!.worker !== session.value) return null;
    headers = vouched ?? {};
  }
  const ask = { method: 'POST', body, headers, timeout: 30_000, anyone: true };
  const answer = await call<{ results: Receipt[] }>('/api/events', ask);
  const receipts = answer.data?.results ?? [];
  if (me.value && receipts.some((r) => /^unknown-/.test(r.reason ?? ''))) await forget(vault());
  return { status: answer.status, receipts };
}
