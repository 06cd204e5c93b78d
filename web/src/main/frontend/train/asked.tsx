import type { VNode } from 'preact';
import { Icon, call, signal, t, useEffect } from '../shared/kit';

/** A question to the server as a page needs it: not answered yet, answered, or why not. */
export interface Asked<T> {
  state: 'waiting' | 'here' | 'refused' | 'unreachable';
  data?: T;
}

/** Asks once when the page opens; what was here before stays on the screen while it asks again. */
export function useAsked<T>(path: string): { asked: Asked<T>; again: () => void } {
  const kept = answers(path);
  const ask = async () => {
    try {
      const answer = await call<T>(path, { timeout: 20_000 });
      kept.value = answer.ok ? { state: 'here', data: answer.data } : { ...kept.value, state: 'refused' };
    } catch {
      kept.value = { ...kept.value, state: 'unreachable' };
    }
  };
  useEffect(() => void ask(), [path]);
  return { asked: kept.value as Asked<T>, again: () => void ask() };
}

const all = new Map<string, ReturnType<typeof signal<Asked<unknown>>>>();
function answers(path: string) {
  const found = all.get(path) ?? signal<Asked<unknown>>({ state: 'waiting' });
  all.set(path, found);
  return found as { value: Asked<unknown> };
}

/** A page for a desk: as wide as the screen. */
export function useDesk(): void {
  useEffect(() => {
    document.body.dataset.desk = '';
    return () => delete document.body.dataset.desk;
  }, []);
}

/** What stands where the answer will be, and what to do when there is none. */
export function Wait({ asked, again }: { asked: Asked<unknown>; again: () => void }): VNode | null {
  if (asked.state === 'here') return null;
  if (asked.state === 'waiting') return <p role="status">{t('train.loading')}</p>;
  return (
    <div class="note care" role="alert">
      <Icon name="look" />
      <div class="stack">
        <p>{t(asked.state === 'refused' ? 'train.refused' : 'train.unreachable')}</p>
        <button class="btn out slim" onClick={again}>
          {t('train.again')}
        </button>
      </div>
    </div>
  );
}
