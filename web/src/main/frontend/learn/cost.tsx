import type { VNode } from 'preact';
import { Note } from '../shared/frame';
import { Icon } from '../shared/icons';
import type { Published } from '../shared/types';
import { kilobytes, t, tn } from '../shell/language';
import { asking } from './catalogue';
import { cost, size } from './packages';

/** The promise before opening: so many minutes, so many KB; or that nothing more has to come. */
export const Cost = ({ of, published }: { of: string; published: Published }): VNode => (
  <>
    <span class="num">
      <Icon name="clock" /> {tn('minutes', published.minutes)}
    </span>
    {cost(of, published) > 0 ? (
      <span class="num">
        <Icon name="down" /> {kilobytes(size(published))}
      </span>
    ) : (
      <span class="state">
        <Icon name="phone" />
        {t('offline')}
      </span>
    )}
  </>
);

/** The same in one line of small words, for a row. */
export const costLine = (of: string, published: Published): string =>
  `${tn('minutes', published.minutes)} · ${cost(of, published) > 0 ? kilobytes(size(published)) : t('offline')}`;

export const Unreached = ({ again }: { again: () => void }): VNode => (
  <div role="status">
    <Note icon="look" care>
      {t('unreached')}{' '}
      <button class="btn bare slim" onClick={again}>
        {t('again')}
      </button>
    </Note>
  </div>
);

/** Stands where what there is to learn will be. */
export const NothingYet = (): VNode => (
  <div role="status">
    <Note icon="down">{t(asking.value ? 'bringing' : 'nothing-yet')}</Note>
  </div>
);
