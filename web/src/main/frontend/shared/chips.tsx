import type { VNode } from 'preact';
import { t } from '../shell/language';
import { checked, waiting } from '../shell/sync';
import type { Deed } from './types';
import { Icon } from './icons';

const waits = (of: (deed: Deed) => boolean) => waiting.value.some((w) => w.deed && of(w.deed));

/** Said, signed and shaped: dashed with a phone while it is only here, solid with a tick when the server has it. */
export function Kept({ of }: { of: (deed: Deed) => boolean }): VNode {
  if (waits(of)) return <Saved />;
  const looked = checked.value.some((c) => c.deed && of(c.deed));
  return (
    <span class="state got">
      <Icon name="got" />
      {t(looked ? 'state.checked' : 'state.received')}
    </span>
  );
}

export const Saved = (): VNode => (
  <span class="state">
    <Icon name="phone" />
    {t('state.saved')}
  </span>
);

/** A part that is done, in a list: still dashed while the server does not have it. */
export const Done = ({ of }: { of: (deed: Deed) => boolean }): VNode => (
  <span class={waits(of) ? 'state' : 'state got'}>
    <Icon name="check" />
    {t('done')}
  </span>
);
