import type { Published } from '../shared/types';
import { attempt } from './attempt';
import { hashes } from './packages';
import { allPlaces } from './places';

/** The parts that she is in the middle of; a new version does not push them out. */
export function inUse(): Set<string> {
  const pinned: Published[] = allPlaces().filter((p) => !p.finishedAt).map((p) => p.pinned);
  if (attempt.value && !attempt.value.finishedAt) pinned.push(attempt.value.pinned);
  return new Set(pinned.flatMap(hashes));
}
