import { signal } from '@preact/signals';
import type { AttemptResult, Catalogue, CourseEntry, Flag, Lang, ModuleEntry, Progress } from '../shared/types';
import { roles } from '../shared/roles';
import { lang } from '../shell/language';
import { call } from '../shell/net';
import { vault } from '../shell/sync';
import { me, signedIn } from '../shell/who';
import { onPhone } from './packages';
import { saidIn, withOthers } from './titles';

/** What the server told last, kept on the phone: what there is to learn, what it has received, what it offers. */
export const catalogue = signal<Catalogue | undefined>(undefined);
export const progress = signal<Progress | undefined>(undefined);
export const flags = signal<Flag[]>([]);

/** The server is being asked, so what is not here yet may come in a moment. */
export const asking = signal(false);

export function recallCatalogue(): void {
  catalogue.value = vault().get<Catalogue>('catalogue');
  progress.value = vault().get<Progress>('progress');
  flags.value = vault().get<Flag[]>('flags') ?? [];
}

/** Kept before it is shown: a look into the store in between would take it from the screen again. Shown also when the disk is full. */
const keep = (name: string, value: unknown): Promise<void> => vault().put(name, value).catch(() => undefined);

export async function refreshCatalogue(language = lang.value): Promise<void> {
  const answer = await call<Catalogue>(`/api/courses?language=${language}`, { cache: 'default' });
  if (!answer.ok) return;
  const all = withOthers(answer.data, catalogue.value, onPhone);
  await keep('catalogue', all);
  catalogue.value = all;
  if (language !== lang.value) await alsoIn(lang.value); // she has turned to another one meanwhile
}

/** Gets what there is to learn in a language that it is not yet said in, if it can be had; till then it is said in one that is here. */
export async function alsoIn(language: Lang): Promise<void> {
  const here = catalogue.peek();
  if (here && signedIn.peek() && !saidIn(here, language)) await refreshCatalogue(language).catch(() => undefined);
}

export async function refreshProgress(): Promise<void> {
  const answer = await call<Progress>('/api/me/progress');
  if (!answer.ok) return;
  await keep('progress', answer.data);
  progress.value = answer.data;
}

export async function refreshFlags(): Promise<void> {
  if (!roles().learner) return;
  const answer = await call<{ flags: Flag[] }>('/api/flags');
  if (!answer.ok) return;
  await keepFlags(answer.data.flags.filter((f) => !f.worker || f.worker.id === me.value!.id));
}

export async function keepFlags(kept: Flag[]): Promise<void> {
  await keep('flags', kept);
  flags.value = kept;
}

export const findCourse = (course: string): CourseEntry | undefined =>
  catalogue.value?.courses.find((c) => c.id === course);

export const findModule = (course: string, module: string): ModuleEntry | undefined =>
  findCourse(course)?.modules.find((m) => m.id === module);

/** Attempts that the server has the end of, the latest first. */
export const finishedAttempts = (): AttemptResult[] => progress.value?.attempts.filter((a) => a.finished) ?? [];
