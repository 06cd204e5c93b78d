import type { VNode } from 'preact';
import { Icon, t } from '../shared/kit';
import type { Asked } from './roster-net';

/** What stands where the answer will be, and what to do when there is none. */
export function Trouble({ asked, again }: { asked: Asked<unknown>; again: () => void }): VNode | null {
  if (!asked.trouble) return asked.data ? null : <p role="status">{t('admin.roster.loading')}</p>;
  return (
    <div class="note care" role="alert">
      <Icon name="look" />
      <div class="stack">
        <p>{t(asked.trouble === 'refused' ? 'admin.roster.refused' : 'admin.roster.unreachable')}</p>
        <button class="btn out slim" onClick={again}>
          {t('admin.roster.again')}
        </button>
      </div>
    </div>
  );
}

/** A column of ours in the reader's words, with the name that it has in a file. */
export const columnName = (column: string): string => `${t(`admin.roster.column.${column}`)} (${column})`;
