import type { VNode } from 'preact';
import { Frame, roles, t, to } from '../shared/kit';

/** What an administrator can do here, one row each; a helper sees those that are hers too. */
export function Desk(): VNode {
  const pages = roles().admin ? ['roster', 'slips', 'quarantine', 'privacy'] : ['slips'];
  return (
    <Frame title={t('admin')} tabs>
      <ul class="rows">
        {pages.map((page) => (
          <li class="row">
            <a class="btn out" href={to(page)}>
              {t(`admin.${page}`)}
            </a>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
