import type { VNode } from 'preact';
import { Icon, call, t, useEffect, useState } from '../shared/kit';

/** A question to the server as a page needs it: not answered yet, answered, or why not. */
export interface Asked<T> {
  state: 'waiting' | 'here' | 'refused' | 'unreachable';
  data?: T;
}

export interface Asking<T> {
  asked: Asked<T>;
  again: () => void;
  /** What an answer to something else has told meanwhile. */
  tell: (data: T) => void;
}

/** Asks once when the page opens. Nothing of it is kept on the phone: these are hers alone. */
export function useAsked<T>(path: string): Asking<T> {
  const [asked, set] = useState<Asked<T>>({ state: 'waiting' });
  const ask = async () => {
    try {
      const answer = await call<T>(path, { timeout: 20_000, cache: 'no-store' });
      set(answer.ok ? { state: 'here', data: answer.data } : { state: 'refused' });
    } catch {
      set({ state: 'unreachable' });
    }
  };
  useEffect(() => void ask(), [path]);
  return { asked, again: () => void ask(), tell: (data) => set({ state: 'here', data }) };
}

/** What stands where the answer will be, and what to do when there is none. */
export function Wait({ asked, again }: { asked: Asked<unknown>; again: () => void }): VNode | null {
  if (asked.state === 'here') return null;
  if (asked.state === 'waiting') return <p role="status">{t('mine.loading')}</p>;
  return (
    <div class="note care" role="alert">
      <Icon name="look" />
      <div class="stack">
        <p>{t(asked.state === 'refused' ? 'mine.refused' : 'mine.unreachable')}</p>
        <button class="btn out slim" onClick={again}>
          {t('mine.again')}
        </button>
      </div>
    </div>
  );
}
