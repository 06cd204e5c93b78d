import { findModule, nameOf, onPhone, place } from '../learn/kit';
import type { Card, ModuleStructure } from '../learn/content';
import type { ModulePlace } from '../learn/places';
import type { Published } from '../shared/types';
import { iconOf } from './kinds';

/** The version to show: the one that she is in the middle of, else the newest, or an older one while only that is here. */
export function versionOf(course: string, module: string): Published | undefined {
  const entry = findModule(course, module);
  const at = place(course, module);
  if (at && !at.finishedAt && (!entry || onPhone(nameOf(course, module), at.pinned))) return at.pinned;
  const { before } = entry ?? {};
  if (before && !onPhone(nameOf(course, module), entry!) && onPhone(nameOf(course, module), before)) return { ...entry!, ...before };
  return entry ?? at?.pinned;
}

/** The cards that this version of the app can play; a newer kind is left out rather than stopping her. */
export const cardsOf = (structure: ModuleStructure): Card[] => structure.cards.filter((c) => iconOf(c.type));

/** The first card that is not done; the first of all when everything is. */
export const cardToDo = (structure: ModuleStructure, at: ModulePlace | undefined): Card | undefined =>
  cardsOf(structure).find((c) => !at || !(c.id in at.done)) ?? cardsOf(structure)[0];
