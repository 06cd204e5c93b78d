import { closeAll, own } from './session';
import { onTold, tell, vault } from './sync';
import { me } from './who';

const idle = 5 * 60_000;
const hidden = 2 * 60_000;
const often = 10_000;
const hereName = 'here';

/**
 * Closes her store in every tab of this phone. The page is loaded anew, so that nothing of hers is left in memory, and
 * at the front door, so that the address tells nothing; where she was, if she did not lock it herself, lies in her store.
 */
export async function lock(herself = true): Promise<void> {
  document.body.hidden = true;
  if (!herself && location.hash.length > 2) await vault().put(hereName, location.hash).catch(() => undefined);
  await closeAll();
  reload();
}

function reload(): void {
  history.replaceState(null, '', '/');
  location.reload();
}

/** Where she was when it was locked. */
export async function whereSheWas(): Promise<string | undefined> {
  const here = vault().get<string>(hereName);
  if (here) await vault().remove(hereName);
  return here;
}

/** A shared phone locks itself: after five minutes without a touch in any tab, after two in the background. */
export function watch(): void {
  onTold('locked', () => void (me.value && reload()));
  onTold('opened', (who) => void (me.value && me.value.id !== who && reload()));
  let touched = Date.now();
  let left = 0;
  let said = 0;
  // the clock may have been set meanwhile, in either direction
  const over = (since: number, most: number) => Math.abs(Date.now() - since) > most;
  const look = () => {
    const due = !!me.value && !own.value && (over(touched, idle) || (left > 0 && over(left, hidden)));
    if (due) void lock(false);
    return due;
  };
  const touch = () => {
    touched = Date.now();
    if (!over(said, often)) return;
    said = touched;
    tell('touched');
  };
  // she is at work in another tab: this one must not close her store under her hands
  onTold('touched', () => {
    touched = Date.now();
    if (left > 0) left = touched;
  });
  for (const sign of ['pointerdown', 'keydown', 'scroll']) {
    addEventListener(sign, touch, { capture: true, passive: true });
  }
  document.addEventListener('visibilitychange', () => {
    const away = document.visibilityState === 'hidden';
    // in the list of running apps nothing of hers is seen
    document.body.hidden = (away && !own.value) || (!away && look());
    left = away ? Date.now() : 0;
  });
  setInterval(look, often);
}
