import type { VNode } from 'preact';
import { Frame } from '../shared/frame';
import { t } from '../shell/language';
import { me } from '../shell/session';

export const Today = (): VNode => (
  <Frame title={t('today')} tabs>
    <p>{t('today.greeting', { name: me.value!.name })}</p>
  </Frame>
);
