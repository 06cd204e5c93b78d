import { signal } from '@preact/signals';
import type { Deed } from '../shared/types';
import { call, signedIn } from './net';
import { Outbox, type Checked, type Receipt } from './outbox';
import { forgetKey, vouch } from './phone-key';
import { device, me } from './session';
import { store } from './store';

/** What was done on this phone and is not yet received, whoever did it. */
export const waiting = signal<Deed[]>([]);
/** Of the present worker: received, but kept apart until somebody has looked at it. */
export const checked = signal<Checked[]>([]);
/** The disk took nothing more: she is told, and nothing is shown as saved. */
export const full = signal(false);
/** Called after something was received, with the types of it. */
export const onReceived: ((types: Set<string>) => void)[] = [];

let outbox: Outbox;
let channel: BroadcastChannel | undefined;

export async function openOutbox(): Promise<void> {
  outbox = new Outbox(store, device);
  if ('BroadcastChannel' in window) {
    channel = new BroadcastChannel('kadam');
    channel.onmessage = () => void look();
  }
  await look();
  addEventListener('online', () => soon(0));
  document.addEventListener('visibilitychange', () => soon(0));
}

/** Looks what waits, and what of the present worker is kept apart. */
export async function look(): Promise<void> {
  waiting.value = await outbox.waiting();
  checked.value = me.value ? await outbox.checked(me.value.id) : [];
}

/** Keeps what she did. Resolves when it is on the disk; rejects, and says so on the screen, when it is not. */
export async function record(
  type: string,
  body: Deed['body'],
  contentHash: string | null,
  place?: { key: string; value: unknown },
): Promise<void> {
  try {
    const deed = await outbox.record(me.value!.id, type, body, contentHash, place);
    full.value = false;
    waiting.value = [...waiting.value, deed];
    channel?.postMessage('recorded');
    askToPersist();
  } catch (e) {
    full.value = true;
    scrollTo(0, 0);
    throw e;
  }
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

async function flush(): Promise<void> {
  if (waiting.value.length === 0 || !me.value || signedIn.value === false) return;
  if (sending) return soon();
  sending = true;
  const before = waiting.value;
  try {
    const { status } = await alone(() => outbox.drain(post));
    failures = status === 200 ? 0 : failures + 1;
  } catch {
    failures++;
  }
  sending = false;
  await look();
  channel?.postMessage('sent');
  const left = new Set(waiting.value.map((d) => d.id));
  const received = before.filter((d) => !left.has(d.id));
  if (received.length > 0) onReceived.forEach((tell) => tell(new Set(received.map((d) => d.type))));
  if (failures > 0 && signedIn.peek() !== false) soon(Math.min(300_000, 2500 * 2 ** failures) * (0.75 + Math.random() / 2));
}

/** One tab sends at a time; the server would recognise doubles, but her data is paid by the megabyte. */
function alone(work: () => Promise<{ status: number }>): Promise<{ status: number }> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? locks.request('kadam-send', work) : work();
}

async function post(worker: string, events: Deed[]): Promise<{ status: number; receipts: Receipt[] } | null> {
  const body = JSON.stringify({ device, sentAt: new Date().toISOString(), events });
  const headers = await vouch(worker, body);
  if (!headers && worker !== me.value?.id) return null;
  const answer = await call<{ results: Receipt[] }>('/api/events', {
    method: 'POST',
    body,
    headers: headers ?? {},
    timeout: 30_000,
  });
  const receipts = answer.data?.results ?? [];
  if (receipts.some((r) => r.reason === 'unknown-key')) await forgetKey(worker);
  return { status: answer.status, receipts };
}
