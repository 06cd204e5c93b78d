import { attempt, catalogue } from '../../learn/kit';
import type { FormEntry, Published } from '../../shared/types';

/** The version of the form that counts now: the one of the attempt under way, else the newest. */
export function versionOfForm(): Published | undefined {
  const a = attempt.value;
  return a && !a.finishedAt ? a.pinned : (catalogue.value?.assessment ?? undefined);
}

/** What an attempt is begun with. */
export function entryOfForm(): FormEntry | undefined {
  const version = versionOfForm();
  const newest = catalogue.value?.assessment;
  return version && { sittings: newest?.sittings ?? 3, ...version, title: { ...version.title, ...newest?.title } };
}

/** How long a sitting of it lasts at most. */
export const minutesASitting = (entry: FormEntry): number => entry.minutes / entry.sittings;
