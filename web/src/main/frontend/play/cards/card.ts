import type { ComponentType, VNode } from 'preact';
import type { Card, CardText } from '../../learn/content';

/** What a card, or an item of an assessment, is played with. */
export interface Play<C, T, R> {
  card: C;
  text: T;
  /** The address of one of the card's pictures, in the reader's language. */
  picture: (name: never) => string | undefined;
  /** In a sitting there is one answer and no second try; in a module she may play on. */
  sitting: boolean;
  /** What she did here before, if it is done; she sees it as she left it. */
  before: R | undefined;
  /** Keeps what she did. What follows is shown when this resolves: in a sitting when it is kept, elsewhere at once. */
  keep: (response: R) => Promise<void>;
  /** An unfinished response from before the app was closed, and how to keep one. */
  draft?: R | undefined;
  keepDraft?: ((response: R) => void) | undefined;
  /** In a sitting: the button to say that someone helped. */
  helped?: VNode | undefined;
  /** Goes on to what comes next, once what she did is kept. */
  next: () => void;
  /** Shown above the card: where she is. */
  head: VNode;
  /** Shown below the card when it is done: whether it is kept here or received. */
  kept: VNode | null;
}

/** A kind of card: one folder, one of these. */
export interface CardType<C, T, R> {
  Player: ComponentType<Play<C, T, R>>;
  /** Whether the response is right, for kinds that can be items of an assessment. */
  right?: (card: C, response: R) => boolean;
}

export type AnyCardType = CardType<Card, CardText, object>;
