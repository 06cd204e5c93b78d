import { inUse, lang, onPhone, useEffect, useSignal } from '../learn/kit';
import type { Published } from '../shared/types';
import { bring, open, type Opened } from './bring';

/** `opened`: what is on the phone. `busy`: it is being fetched. `failed`: the last try got no answer. */
export interface Opening<S, T> {
  opened: Opened<S, T> | undefined;
  looked: boolean;
  busy: boolean;
  failed: boolean;
  /** Fetches what is missing; whether it is here afterwards. */
  fetch: () => Promise<boolean>;
}

/**
 * What a page shows of something published: from the phone at once, from the network only when she says so, or, for
 * what she has already begun and reads in a new language, by itself.
 */
export function useOpening<S, T>(of: string, published: Published | undefined, byItself: boolean): Opening<S, T> {
  const opened = useSignal<Opened<S, T> | undefined>(undefined);
  const looked = useSignal(false);
  const busy = useSignal(false);
  const failed = useSignal(false);
  const hash = published && `${published.structure.hash}/${published.text[lang.value].hash}`;

  const look = async () => {
    opened.value = published && (await open<S, T>(of, published));
    looked.value = true;
  };
  const fetch = async () => {
    if (!published) return false;
    busy.value = true;
    failed.value = false;
    try {
      await bring(of, published, inUse());
    } catch {
      failed.value = true;
    }
    await look();
    busy.value = false;
    return !failed.value;
  };
  useEffect(() => {
    void look().then(() => (published && byItself && !onPhone(of, published) ? fetch() : undefined));
  }, [of, hash]);
  return { opened: opened.value, looked: looked.value, busy: busy.value, failed: failed.value, fetch };
}
