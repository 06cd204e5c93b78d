import type { IconName } from '../shared/icons';

/** The kinds of card that this version of the app can play, by the `type` in the content; see play/cards. */
export const kinds = {
  story: 'book',
  chat: 'chat',
  phone: 'tap',
  choice: 'ask',
  order: 'list',
  match: 'put',
  compose: 'send',
  pledge: 'check',
} as const;

export const iconOf = (type: string): IconName | undefined => (kinds as Record<string, IconName>)[type];
