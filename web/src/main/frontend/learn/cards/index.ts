import type { AnyCardType } from './card';
import { chat } from './chat/chat';
import { choice } from './choice/choice';
import { phone } from './phone/phone';
import { story } from './story/story';

/** The kinds of card that this version can play, by the `type` in the content. */
const kinds = { story, chat, phone, choice } as unknown as Record<string, AnyCardType>;

export const cardType = (type: string): AnyCardType | undefined => kinds[type];
