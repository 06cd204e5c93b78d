import type { VNode } from 'preact';
import { Frame, Icon, Note, date, number, say, t } from '../shared/kit';
import { Wait, useAsked } from './asked';
import type { Told } from './types';

/** What to practise at the monthly meeting: by group, without a name, to be printed. */
export function Hardest(): VNode {
  const { asked, again } = useAsked<Told>('/api/hardest');
  const told = asked.data;
  return (
    <Frame title={t('train.hardest')} tabs>
      <Wait asked={asked} again={again} />
      <p>{t('train.hardest.lead')}</p>
      {told && (
        <>
          <div class="line">
            <span class="small soft">{t('train.hardest.as-of', { date: `${date(told.asOf)} ${told.asOf.slice(0, 4)}` })}</span>
            <button class="btn slim end" onClick={() => print()}>
              <Icon name="down" />
              {t('train.print')}
            </button>
          </div>
          {told.groups.length === 0 && (
            <div class="empty">
              <Icon name="tap" />
              <p>{t('train.hardest.none')}</p>
            </div>
          )}
          {told.groups.map((group) => (
            <section class="card stack">
              <h2>{say(group.place)}</h2>
              {group.tasks.length === 0 ? (
                <p class="soft">{t('train.hardest.few')}</p>
              ) : (
                <ol class="stack">
                  {group.tasks.map((task) => (
                    <li>
                      <b>{say(task.can)}</b>
                      <br />
                      <span class="soft">{t('train.hardest.tenths', { n: number(task.tenths) })}</span>
                    </li>
                  ))}
                </ol>
              )}
            </section>
          ))}
        </>
      )}
      <Note icon="eye">{t('train.hardest.hidden')}</Note>
    </Frame>
  );
}
