import type { VNode } from 'preact';
import { Frame } from '../shared/frame';
import { t } from '../shell/language';

export const Me = (): VNode => (
  <Frame title={t('me')} tabs>
    <p>{t('me')}</p>
  </Frame>
);
