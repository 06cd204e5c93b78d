import type { VNode } from 'preact';
import { Frame, t, useState } from '../shared/kit';
import { Breaches } from './privacy-breaches';
import { PrivacyRequests } from './privacy-requests';
import { Retention } from './privacy-retention';

const tabs = { requests: PrivacyRequests, retention: Retention, breaches: Breaches };
type Tab = keyof typeof tabs;

/** The administrator's desk for personal data: what workers ask, what was deleted when, breaches. */
export function Privacy(): VNode {
  const [tab, show] = useState<Tab>('requests');
  const Here = tabs[tab];
  return (
    <Frame title={t('admin.privacy')} back="#/desk">
      <div class="line" role="group" aria-label={t('admin.privacy')}>
        {(Object.keys(tabs) as Tab[]).map((each) => (
          <button class="chip" aria-pressed={each === tab} onClick={() => show(each)}>
            {t(`admin.privacy.${each}`)}
          </button>
        ))}
      </div>
      <Here />
    </Frame>
  );
}
