import type { VNode } from 'preact';
import { Frame, Icon, call, date, say, t, useState } from '../shared/kit';
import { Wait, useAsked } from './asked';
import type { Look, Looks } from './types';

/** Who saw her name, on what day and why. */
export function LooksPage(): VNode {
  const { asked, again } = useAsked<Looks>('/api/me/looks');
  const [more, setMore] = useState<Looks[]>([]);
  const pages = asked.data ? [asked.data, ...more] : [];
  const next = pages[pages.length - 1]?.next;
  const goOn = async () => {
    try {
      const page = await call<Looks>(`/api/me/looks?after=${next}`);
      if (page.ok) setMore([...more, page.data]);
    } catch {
      // the button stays
    }
  };
  return (
    <Frame title={t('mine.looks')} back="#/mine">
      <p>{t('mine.looks.lead')}</p>
      <Wait asked={asked} again={again} />
      {asked.data?.looks.length === 0 && <p>{t('mine.looks.none')}</p>}
      {pages.length > 0 && (
        <ul class="rows">
          {pages.flatMap((page) => page.looks).map((look) => (
            <Line look={look} />
          ))}
        </ul>
      )}
      {next && (
        <button class="btn out" onClick={() => void goOn()}>
          {t('mine.looks.more-of-them')}
        </button>
      )}
    </Frame>
  );
}

const Line = ({ look }: { look: Look }): VNode => (
  <li class="row">
    <Icon name="eye" />
    <span>
      <b>{look.name ?? say(look.as)}</b>
      {look.name && `, ${say(look.as)}`}
      <br />
      <span class="small soft">
        {date(look.day)}: {say(look.why)}
      </span>
    </span>
    <span />
  </li>
);
