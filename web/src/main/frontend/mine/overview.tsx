import type { VNode } from 'preact';
import { Frame, t } from '../shared/kit';

/** What is kept about her, and what she can do about it. */
export const Mine = (): VNode => (
  <Frame title={t('mine.title')} back="#/me">
    <p>{t('mine.lead')}</p>
  </Frame>
);
