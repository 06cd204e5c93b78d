import type { ComponentChildren, VNode } from 'preact';
import { Icon, t } from '../shared/kit';
import type { Problem } from './account-asked';

/** What the server says is wrong, in its own words for it; an empty live region otherwise. */
export const Said = ({ problem, children }: { problem: Problem | undefined; children?: ComponentChildren }): VNode => (
  <div role="alert">
    {problem && (
      <div class="note care">
        <Icon name="look" />
        <div class="stack">
          {problem.kind ? (
            <>
              <p>
                <b>{t(`problem.${problem.kind}.title`)}</b>
              </p>
              {children ?? <p>{t(`problem.${problem.kind}.next`)}</p>}
            </>
          ) : (
            <p>{t('admin.account.unreachable')}</p>
          )}
        </div>
      </div>
    )}
  </div>
);
