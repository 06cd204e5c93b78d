import { say, t } from '../shared/kit';
import type { Item } from './types';

/** What an item asks for; its id where nobody has words for it any more. */
export const name = (item: Item): string => (item.can ? say(item.can) : item.figures.item);

/** A reason as a sentence; who or what it is about stands behind it. */
export const reason = (code: string, group = ''): string => {
  const dimension = ['sex', 'cadre', 'language', 'age'].includes(group);
  return t(`train.reason.${code}`, { group: dimension ? t(`train.by.${group}`) : group });
};

/** A group of people in words; ages stand for themselves. */
export const people = (group: string): string => (/^\d/.test(group) ? group : t(`train.group.${group}`));
