import { signal, vault } from '../../learn/kit';
import type { When } from './may';

const name = 'sound/when';
/** What she chose. */
export const when = signal<When>('pressed');

export const recallWhen = (): void => void (when.value = vault().get<When>(name) ?? 'pressed');

export async function choose(now: When): Promise<void> {
  await vault().put(name, now);
  when.value = now;
}
