import { call, useEffect, useState } from '../shared/kit';

export type Texts = Record<'en' | 'hi' | 'lo', string>;

/** A question to the server as a page needs it: not answered yet, answered, or why not. */
export interface Asked<T> {
  data?: T;
  trouble?: 'refused' | 'unreachable';
}

/** Asks when the page opens, and again while `waits` says so; what was here stays on the screen meanwhile. */
export function useAsked<T>(path: string, waits: (data: T) => boolean = () => false): [Asked<T>, () => void] {
  const [asked, set] = useState<Asked<T>>({});
  const [turn, again] = useState(0);
  useEffect(() => {
    let gone = false;
    let timer = 0;
    const ask = async () => {
      let next = 1500;
      try {
        const { ok, data } = await call<T>(path, { timeout: 20_000 });
        if (gone) return;
        set(ok ? { data } : { trouble: 'refused' });
        if (!ok || !waits(data)) return;
      } catch {
        if (gone) return;
        set((before) => ({ ...before, trouble: 'unreachable' }));
        next = 5000;
      }
      timer = window.setTimeout(() => void ask(), next);
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [path, turn]);
  return [asked, () => again((n) => n + 1)];
}

/** Something that she does; whether the server took it. */
export async function act(path: string, method: string, body?: unknown): Promise<boolean> {
  try {
    return (await call(path, { method, body, timeout: 120_000 })).ok;
  } catch {
    return false;
  }
}

/** Sends a file, telling how far it is; the id under which it is followed, or null. */
export function send(file: File, seen: (share: number) => void): Promise<string | null> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/roster/imports?dryRun=true&background=true');
    request.setRequestHeader('X-Kadam', '1');
    request.setRequestHeader('Content-Type', 'text/csv');
    request.upload.onprogress = (e) => seen(e.total ? e.loaded / e.total : 0);
    request.onload = () => done(request.status === 202 ? (JSON.parse(request.responseText) as { id: string }).id : null);
    request.onerror = () => done(null);
    request.send(file);
  });
}
