import { call } from '../shared/kit';

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

/** Sends something; gives the answer, or what went wrong. Making accounts and PINs takes its time. */
export async function send<T>(path: string, body?: unknown): Promise<{ data?: T; trouble: Trouble }> {
  try {
    const answer = await call<T>(path, { method: 'POST', ...(body === undefined ? {} : { body }), timeout: 60_000 });
    return answer.ok ? { data: answer.data, trouble: '' } : { trouble: trouble(answer.status) };
  } catch {
    return { trouble: 'admin.account.unreachable' };
  }
}

/** Asks for pages to print; gives an address of theirs in this browser alone. */
export async function pages(path: string, body: unknown): Promise<{ href?: string; trouble: Trouble }> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Kadam': '1', Accept: 'application/pdf, application/problem+json' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
    });
    return answer.ok
      ? { href: URL.createObjectURL(await answer.blob()), trouble: '' }
      : { trouble: trouble(answer.status) };
  } catch {
    return { trouble: 'admin.account.unreachable' };
  }
}
