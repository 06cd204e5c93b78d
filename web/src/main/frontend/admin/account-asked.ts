import { call, type Answer } from '../shared/kit';

/** A worker whose account somebody looks after; by name only for her helper. */
export interface Worker {
  id: string;
  code: string;
  name?: string | null;
  land: 'in' | 'la';
  place: { code: string; name: Record<'en' | 'hi' | 'lo', string> };
  active: boolean;
}
export interface Workers {
  workers: Worker[];
  next?: string | null;
}

export type Trouble = '' | 'admin.account.refused' | 'admin.account.busy' | 'admin.account.wrong' | 'admin.account.unreachable';

const known: Record<number, Trouble> = { 400: 'admin.account.wrong', 413: 'admin.account.wrong', 503: 'admin.account.busy' };
export const trouble = (status: number): Trouble => known[status] ?? 'admin.account.refused';

export const who = (worker: Worker): string => (worker.name ? `${worker.name} · ${worker.code}` : worker.code);

/** The worker of an id among those whom the caller looks after. */
export async function find(id: string): Promise<Worker | undefined> {
  for (let after: string | null | undefined = ''; after !== undefined && after !== null; ) {
    const answer: Answer<Workers> = await call<Workers>(`/api/workers?after=${encodeURIComponent(after)}`, { timeout: 20_000, cache: 'no-store' });
    if (!answer.ok) return undefined;
    const her = answer.data.workers.find((w: Worker) => w.id === id);
    if (her) return her;
    after = answer.data.next;
  }
  return undefined;
}

/** What the server says is wrong, by the kind of its problem document; the kind is empty where no answer came. */
export interface Problem {
  kind: string;
  field?: string;
}

/** What stands in between may answer in its own way: then it is something unforeseen. */
export function problemOf(text: string): Problem {
  try {
    const { type, field } = JSON.parse(text) as { type: string; field?: string };
    return { kind: type.replace('urn:kadam:problem:', ''), ...(field ? { field } : {}) };
  } catch {
    return { kind: 'unforeseen' };
  }
}

/** Sends something; gives the answer, or what went wrong. Making accounts and PINs takes its time. */
export async function send<T>(path: string, body?: unknown): Promise<{ data?: T; trouble: Trouble }> {
  try {
    const answer = await call<T>(path, { method: 'POST', ...(body === undefined ? {} : { body }), timeout: 60_000 });
    return answer.ok ? { data: answer.data, trouble: '' } : { trouble: trouble(answer.status) };
  } catch {
    return { trouble: 'admin.account.unreachable' };
  }
}

interface Pages {
  href?: string;
  /** The code that stands on a sheet. */
  code?: string;
  trouble: Trouble;
  problem?: Problem;
}

/** Asks for pages to print; gives an address of theirs in this browser alone. */
export async function pages(path: string, body: unknown): Promise<Pages> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Kadam': '1', Accept: 'application/pdf, application/problem+json' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
    });
    if (!answer.ok) return { trouble: trouble(answer.status), problem: problemOf(await answer.text()) };
    const code = answer.headers.get('Kadam-Sheet') ?? '';
    return { href: URL.createObjectURL(await answer.blob()), code, trouble: '' };
  } catch {
    return { trouble: 'admin.account.unreachable', problem: { kind: '' } };
  }
}
