import { asking, catalogue, effect, findCourse, inUse, me, nameOf, nameOfForm, recallPackages, session, signal, Unreachable, vault } from '../learn/kit';
import type { Published } from '../shared/types';
import { bring } from './bring';

/** How it goes with a course that is to be on the phone as a whole: its parts are coming, there is no network, or no room. */
type How = 'coming' | 'waits' | 'full';
export const keeping = signal<Record<string, How | undefined>>({});

interface Wish {
  course: string;
}
const nameOfWish = (course: string) => `keep/${course}`;
const wished = (course: string): boolean => !!me.value && !!vault().get<Wish>(nameOfWish(course));

/** Every module of it, and the assessment. */
export function partsOf(course: string): [string, Published][] {
  const all = (findCourse(course)?.modules ?? []).map((m): [string, Published] => [nameOf(course, m.id), m]);
  const form = catalogue.value?.assessment;
  return form ? [...all, [nameOfForm(form.id), form]] : all;
}

/**
 * All of a course is to be on this phone. The wish stands in her store until everything has come, so that what is missing,
 * and only that, comes after no network, a lock or a dead battery.
 */
export async function keepCourse(course: string): Promise<void> {
  say(course, 'coming');
  try {
    await vault().put(nameOfWish(course), { course } satisfies Wish);
  } catch {
    return say(course, 'full');
  }
  await goOn();
}

export async function stopKeeping(course: string): Promise<void> {
  await vault().remove(nameOfWish(course));
  say(course, undefined);
}

const say = (course: string, how: How | undefined): void => void (keeping.value = { ...keeping.value, [course]: how });

let running = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Goes on with whatever is not here yet; in one tab at a time, for her data are paid by the megabyte. */
async function goOn(): Promise<void> {
  if (running || !me.value || session.value === null) return;
  running = true;
  clearTimeout(timer);
  try {
    for (let next; (next = wishes()[0]); ) await alone(() => bringAll(next));
    failures = 0;
  } catch {
    timer = setTimeout(() => void goOn(), Math.min(600_000, 30_000 * 2 ** failures++));
  } finally {
    running = false;
  }
}

const wishes = (): string[] => (me.value ? vault().all<Wish>('keep/').map((wish) => wish.course) : []);

async function bringAll(course: string): Promise<void> {
  say(course, 'coming');
  try {
    if (!catalogue.value) throw new Unreachable();
    await recallPackages(); // what another tab has brought meanwhile
    for (const [of, published] of partsOf(course)) {
      if (!wished(course)) return;
      await bring(of, published, inUse());
    }
    await stopKeeping(course);
  } catch (e) {
    if (e instanceof Unreachable) {
      say(course, 'waits');
      throw e;
    }
    await stopKeeping(course); // no room: nothing is fetched for it again and again
    say(course, 'full');
  }
}

function alone(work: () => Promise<void>): Promise<void> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? locks.request('kadam-keep', work) : work();
}

addEventListener('online', () => void goOn());
// whenever the server has just been asked: at the start of the app, and when somebody opens her store
effect(() => void (asking.value || Promise.resolve().then(goOn)));
