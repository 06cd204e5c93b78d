import { computed, signal } from '@preact/signals';
import type { Me } from '../shared/types';

/** Whose store is open, and so who learns on this phone now. Known without a network. */
export const me = signal<Me | undefined>(undefined);

/** Whose session the server has, when last asked: a worker's id; `null`: nobody's; `undefined`: not asked yet. */
export const session = signal<string | null | undefined>(undefined);

/** Whether the server would know her: not when it is nobody's session, and not when it is a colleague's. */
export const signedIn = computed(() => (session.value === undefined ? undefined : session.value === me.value?.id));
