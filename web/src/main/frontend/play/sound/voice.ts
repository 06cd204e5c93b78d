import type { CardText } from '../../learn/content';

interface Voice {
  lang: string;
  localService: boolean;
}

/** A voice of this language that speaks on the phone itself: others would send what they read to somebody. */
export const localVoice = <V extends Voice>(voices: V[], language: string): V | undefined =>
  voices.find((v) => v.localService && v.lang.toLowerCase().split(/[-_]/)[0] === language);

/** What stands on a card, in the order in which it is read; without the marks for breaking lines. */
export function spoken(text: CardText): string[] {
  const all = text as unknown as Record<string, unknown>;
  const paragraphs = Object.keys(all).filter((key) => /^p\d$/.test(key)).sort();
  const inside = ['answers', 'steps', 'things', 'rules'].flatMap((key) => Object.values(all[key] ?? {}));
  return [all.lead, all.title, ...paragraphs.map((key) => all[key]), ...inside]
    .filter((each): each is string => typeof each === 'string')
    .map((each) => each.replace(/\u200b/g, ''));
}
