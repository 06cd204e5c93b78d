import type { Picture } from '../learn/content';
import type { Lang } from '../shared/types';

/** The picture as an address that an image element takes; its script, if it had any, never runs. */
export function pictureUrl(pictures: Record<string, string>, picture: Picture | undefined, lang: Lang): string | undefined {
  if (!picture) return undefined;
  const svg = pictures[typeof picture === 'string' ? picture : picture[lang]];
  return svg && `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
