import type { VNode } from 'preact';
import { Icon, date, t } from '../shared/kit';
import type { Trouble } from './account-asked';

export const time = (iso: string): string => `${date(iso)}, ${new Date(iso).toTimeString().slice(0, 5)}`;

/** What went wrong; an empty live region otherwise. */
export const Wrong = ({ trouble }: { trouble: Trouble }): VNode => (
  <div role="alert">
    {trouble && (
      <p class="note care">
        <Icon name="look" />
        {t(trouble)}
      </p>
    )}
  </div>
);

export interface FirstPin {
  firstPin: string;
  until: string;
}

/** A first PIN, this once, and what to do with it. */
export const Shown = ({ pin }: { pin: FirstPin }): VNode => (
  <section class="card next" aria-live="polite">
    <h2>{t('admin.account.pin.shown')}</h2>
    <p class="first-pin num">{pin.firstPin}</p>
    <ol class="stack">
      <li>1. {t('admin.account.pin.step.1')}</li>
      <li>2. {t('admin.account.pin.step.2')}</li>
      <li>3. {t('admin.account.pin.step.3')}</li>
    </ol>
    <p class="small soft">{t('admin.account.pin.until', { time: time(pin.until) })}</p>
  </section>
);
