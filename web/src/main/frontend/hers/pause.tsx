import type { VNode } from 'preact';
import { Icon, pause, paused, t } from '../learn/kit';

/** Whether small questions come again, and the way to have it otherwise. */
export const Pause = (): VNode => (
  <li class="row">
    <Icon name="ask" />
    <span>
      {t(paused.value ? 'again.paused' : 'again.come')}
      <br />
      <span class="small soft">{t('again.how')}</span>
    </span>
    <button class="btn out slim" onClick={() => void pause(!paused.value).catch(() => undefined)}>
      {t(paused.value ? 'again.resume' : 'again.pause')}
    </button>
  </li>
);
