import { callText, useEffect, useState } from '../learn/kit';
import { problemOf, type Problem } from './account-asked';

/** A code as it is written on paper, however it was typed; empty for what cannot be one. */
export function codeOf(typed: string): string {
  const bare = typed.toUpperCase().replace(/[^0-9A-Z]+/g, '');
  return bare.length === 8 ? `${bare.slice(0, 4)}-${bare.slice(4)}` : '';
}

export interface Question {
  id: string;
  /** From 1 in the assessment, where help counts; 0 in a module. */
  sitting: number;
  many: boolean;
  title: string;
  options: { id: string; letter: string; label: string }[];
}

/** A sheet as it is to be entered, in the words that were printed; days are those of where she works. */
export interface Paper {
  code: string;
  worker: { id: string; code: string; name: string };
  title: string;
  language: string;
  madeOn: string;
  today: string;
  enteredAt?: string | null;
  questions: Question[];
}

export interface Entered {
  answers: number;
  already: boolean;
}

/** What was typed of a sheet so far; kept in the helper's own store until the server has it. */
export interface Draft {
  code: string;
  on: string;
  answers: Record<string, string[]>;
  helped: string[];
}

interface Told<T> {
  data?: T;
  problem?: Problem;
}

/** Asks, or sends; gives the answer, or what the server says is wrong. */
export async function tell<T>(path: string, body?: unknown): Promise<Told<T>> {
  try {
    const answer = await callText(path, { timeout: 30_000, ...(body === undefined ? {} : { method: 'POST', body }) });
    return answer.ok ? { data: JSON.parse(answer.data) as T } : { problem: problemOf(answer.data) };
  } catch {
    return { problem: { kind: '' } };
  }
}

/** Asks when the page opens, and again when told to. */
export function useTold<T>(path: string): [Told<T>, () => void] {
  const [told, set] = useState<Told<T>>({});
  const [turn, again] = useState(0);
  useEffect(() => {
    let gone = false;
    set({});
    void tell<T>(path).then((answer) => gone || set(answer));
    return () => {
      gone = true;
    };
  }, [path, turn]);
  return [told, () => again((n) => n + 1)];
}
