import type { VNode } from 'preact';
import { Full, number, t } from '../learn/kit';

/** Stones on a path: `of` says which are done, `now` which she stands on. */
export const Steps = ({ now, of }: { now: number; of: boolean[] }): VNode => (
  <>
    <div class="stack">
      <p class="small soft">{t('step', { n: number(now + 1), of: number(of.length) })}</p>
      <ol class="steps" aria-hidden="true">
        {of.map((done, i) => (
          <li class={done && i !== now ? 'done' : undefined} aria-current={i === now ? 'step' : undefined} />
        ))}
      </ol>
    </div>
    <Full />
  </>
);
