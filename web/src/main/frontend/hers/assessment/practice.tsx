import type { VNode } from 'preact';
import { Bar, go, t, to } from '../../learn/kit';
import { phone } from '../../play/kit';

/** Each gesture once, before anything counts: a touch, and a long press. Nothing of it is kept. */
const task = {
  id: 'practice',
  type: 'phone',
  start: 'tap',
  goal: ['held'],
  hint: ['touch', 'hold'],
  screens: {
    tap: { look: 'list' as const, controls: [{ id: 'touch', look: 'button' as const, to: 'hold' }] },
    hold: { look: 'chat' as const, controls: [{ id: 'hold', look: 'message' as const, to: 'end', set: ['held'] }] },
    end: { look: 'chat' as const, messages: [{ from: 'me', at: '' }], controls: [] },
  },
};

export function Practice(): VNode {
  const text = {
    title: t('practice.title'),
    lead: t('practice.lead'),
    done: t('practice.done'),
    screens: {
      tap: { title: t('practice.first') },
      hold: { title: t('practice.second') },
      end: { title: t('practice.third'), messages: { '1': t('practice.message') } },
    },
    controls: { touch: t('practice.touch'), hold: t('practice.message') },
  };
  return (
    <div class="app">
      <Bar title={t('practice')} back={to('assessment')} quiet />
      <phone.Player
        card={task}
        text={text}
        picture={() => undefined}
        sitting={false}
        before={undefined}
        keep={() => Promise.resolve()}
        next={() => go(to('assessment', 'sit'))}
        head={<p class="small soft">{t('practice.unscored')}</p>}
        kept={null}
      />
    </div>
  );
}
