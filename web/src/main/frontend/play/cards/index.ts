import type { kinds } from '../kinds';
import type { AnyCardType } from './card';
import { chat } from './chat/chat';
import { choice } from './choice/choice';
import { compose } from './compose/compose';
import { match } from './match/match';
import { order } from './order/order';
import { phone } from './phone/phone';
import { pledge } from './pledge/pledge';
import { story } from './story/story';

const players: Record<keyof typeof kinds, unknown> = { story, chat, phone, choice, order, match, compose, pledge };

/** What plays the kind of card that the content calls so; nothing for a kind that is newer than this version. */
export const cardType = (type: string): AnyCardType | undefined => (players as Record<string, AnyCardType>)[type];
