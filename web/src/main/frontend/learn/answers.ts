import { signal } from '@preact/signals';
import type { Flag } from '../shared/types';
import { call } from '../shell/net';
import { vault } from '../shell/sync';
import { flags, keepFlags, refreshFlags } from './catalogue';

/** What she answered to an offer and the server does not know yet; `undo` takes back an answer that it knows. */
interface Pending {
  flag: string;
  answer: 'accept' | 'decline' | 'contest' | 'undo';
  note?: string;
}

export const pending = signal<Pending[]>([]);

export function recallAnswers(): void {
  pending.value = vault().get<Pending[]>('answers') ?? [];
}

async function keep(list: Pending[]): Promise<void> {
  pending.value = list;
  await vault().put('answers', list);
}

const states = { accept: 'accepted', decline: 'declined', contest: 'contested', undo: 'offered' } as const;

/** What she sees: her answer at once, whether or not it has arrived. */
export const stateOf = (flag: Flag): Flag['state'] => {
  const waiting = pending.value.find((p) => p.flag === flag.id);
  return waiting ? states[waiting.answer] : flag.state;
};

export const open = (): Flag[] => flags.value.filter((f) => stateOf(f) === 'offered');

/** Answers an offer, or takes the answer back; sent at once if there is a network, else when there is one. */
export async function respond(flag: Flag, answer: Pending['answer'], note?: string): Promise<void> {
  const others = pending.value.filter((p) => p.flag !== flag.id);
  // an answer that never left the phone is taken back by forgetting it
  const nothingToUndo = answer === 'undo' && flag.state === 'offered';
  const said: Pending = note ? { flag: flag.id, answer, note } : { flag: flag.id, answer };
  await keep(nothingToUndo ? others : [...others, said]);
  await sendAnswers().catch(() => undefined);
}

/** Throws `Unreachable` when there is no answer; then everything is still here. */
export async function sendAnswers(): Promise<void> {
  for (const p of pending.value) {
    const path = `/api/flags/${encodeURIComponent(p.flag)}/${p.answer === 'undo' ? 'undo' : 'answer'}`;
    const body = p.answer === 'undo' ? {} : { answer: p.answer, note: p.note };
    const { ok, status } = await call(path, { method: 'POST', body });
    if (!ok && (status === 401 || status >= 500)) return;
    // what the server refuses has been decided meanwhile: what it says now is shown instead
    if (ok) await keepFlags(flags.value.map((f) => (f.id === p.flag ? { ...f, state: states[p.answer] } : f)));
    await keep(pending.value.filter((q) => q !== p));
    if (!ok) await refreshFlags();
  }
}
