import { useRef } from '../learn/kit';

/** What she did on a card: whether it is on the disk, once that is known, and how to try once more. */
interface Doing {
  on: string | number;
  done: Promise<boolean>;
  save: () => Promise<void>;
}

/**
 * Keeps what she did on a card while what follows from it is shown already. `kept` is for the way on: it ends when the disk
 * has it. Where it could not be kept the shell says so, and `kept` tries once more.
 */
export function useDoing(on: string | number): { keep: (save: () => Promise<void>) => Promise<void>; kept: () => Promise<void> } {
  const doing = useRef<Doing | undefined>(undefined);
  return {
    keep: (save) => {
      // sealing keeps a slow processor busy: first let it paint
      const soon = new Promise<void>((go) => setTimeout(go)).then(save);
      doing.current = { on, done: soon.then(() => true, () => false), save };
      return Promise.resolve();
    },
    kept: async () => {
      const { current } = doing;
      if (current?.on === on && !(await current.done)) await current.save();
    },
  };
}
