import type { Card } from '../../learn/content';
import { cardType } from '../cards';
import type { Rating } from './fsrs';

/** The kinds of card that can come again: those with something to know or to do in them. */
const kinds = ['choice', 'chat', 'phone', 'order', 'match'];

/** How an answer went; nothing for a card that does not come again, or an answer that cannot be understood. */
export function rate(card: Card, outcome: unknown): Rating | undefined {
  if (!kinds.includes(card.type) || !outcome || Object.keys(outcome).length === 0) return undefined;
  try {
    if (!cardType(card.type)!.right!(card, outcome)) return 1;
  } catch {
    return undefined;
  }
  return (outcome as { hints?: number }).hints ? 2 : 3;
}
