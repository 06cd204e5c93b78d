import type { VNode } from 'preact';
import { Icon, call, t, useEffect, useState } from '../shared/kit';

export type Trouble = '' | 'admin.privacy.refused' | 'admin.privacy.unreachable';

/** A question to the server, and how it stands; asked when the page opens and when told to. */
export function useDesk<T>(path: string): { data: T | undefined; trouble: Trouble; again: () => void } {
  const [data, set] = useState<T>();
  const [trouble, setTrouble] = useState<Trouble>('');
  const ask = async () => {
    setTrouble('');
    try {
      const answer = await call<T>(path, { timeout: 20_000, cache: 'no-store' });
      if (answer.ok) set(answer.data);
      else setTrouble('admin.privacy.refused');
    } catch {
      setTrouble('admin.privacy.unreachable');
    }
  };
  useEffect(() => void ask(), [path]);
  return { data, trouble, again: () => void ask() };
}

/** Sends something, and says what became of it. */
export async function send(path: string, body: unknown): Promise<Trouble> {
  try {
    const answer = await call(path, { method: 'POST', body, timeout: 60_000 });
    return answer.ok ? '' : 'admin.privacy.refused';
  } catch {
    return 'admin.privacy.unreachable';
  }
}

/** What went wrong; an empty live region otherwise. */
export const Said = ({ trouble }: { trouble: Trouble }): VNode => (
  <div role="alert">
    {trouble && (
      <p class="note care">
        <Icon name="look" />
        {t(trouble)}
      </p>
    )}
  </div>
);
