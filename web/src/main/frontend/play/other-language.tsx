import type { VNode } from 'preact';
import { lang, languages, Note, t } from '../learn/kit';
import type { Lang } from '../shared/types';

/** Said when the text is not in the reader's language because that one is not on the phone yet. */
export function OtherLanguage({ language }: { language: Lang }): VNode | null {
  if (language === lang.value) return null;
  const own = languages.find(([code]) => code === language)![1];
  return <Note icon="tongue">{t('other-language', { language: own })}</Note>;
}
