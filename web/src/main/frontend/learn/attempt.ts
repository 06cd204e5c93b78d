import { signal } from '@preact/signals';
import type { Deed, Published } from '../shared/types';
import { vault } from '../shell/sync';

/** One worker's way through a form. `pinned`: the version that she began, by which she is judged. */
export interface Attempt {
  attempt: string;
  form: string;
  pinned: Published;
  startedAt: string;
  /** Which words she said yes to before it began; none in attempts from before she was asked. */
  agreed?: number;
  finishedAt: string | null;
  /** The sittings begun so far. */
  sittings: number;
  answers: Record<string, { response: object; helped: boolean }>;
  /** The items answered, in their order; what comes next where the phone chooses follows from it. */
  order?: string[];
  /** What she had last time, so that it need not come again. */
  avoid?: string[];
  /** Modules that teach what comes next for her, once the attempt is finished. */
  advised?: string[];
  /** The task in hand, from before the app was closed. */
  draft?: { item: string; response?: object; helped: boolean } | undefined;
}

/** Her latest attempt on this phone. */
export const attempt = signal<Attempt | undefined>(undefined);

/** The name under which an attempt is kept; they sort in the order in which they were begun. */
export const attemptName = (id: string): string => `attempt/${id}`;

export function recallAttempt(): void {
  attempt.value = vault().all<Attempt>('attempt/').pop();
}

export const ofAttempt = (a: Attempt) => (deed: Deed): boolean => deed.body.attempt === a.attempt;
