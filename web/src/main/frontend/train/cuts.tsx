import type { VNode } from 'preact';
import { Frame, Icon, Note, Sheet, call, date, number, t, to, useState } from '../shared/kit';
import { Wait, useAsked } from './asked';
import type { Panel, Shelf } from './types';

/** Where one level ends and the next begins: the cuts that count, and the panels that judged them. */
export function Cuts(): VNode {
  const { asked, again } = useAsked<Shelf>('/api/standards');
  const [beginning, begin] = useState(false);
  const shelf = asked.data;
  return (
    <Frame title={t('train.cuts')} back="#/items">
      <Wait asked={asked} again={again} />
      <p>{t('train.cuts.lead')}</p>
      {shelf && (
        <>
          <Note icon="look">{t(shelf.provisional ? 'train.cuts.provisional' : 'train.cuts.set')}</Note>
          <p>
            {t('train.cuts.now')} <span class="num">{shelf.cuts.map((cut) => cut.toFixed(2)).join(' / ')}</span>
          </p>
          <h2>{t('train.panels')}</h2>
          {shelf.panels.length === 0 && <p class="soft">{t('train.panels.none')}</p>}
          <ul class="rows">
            {shelf.panels.map((panel) => (
              <li>
                <Line panel={panel} />
              </li>
            ))}
          </ul>
          <button class="btn" onClick={() => begin(true)}>
            {t('train.panel.begin')}
          </button>
        </>
      )}
      {beginning && <Begin close={() => begin(false)} />}
    </Frame>
  );
}

const Line = ({ panel }: { panel: Panel }): VNode => (
  <a class="row" href={to('cuts', panel.id)}>
    <Icon name="people" />
    <span>
      <b>
        {date(panel.heldOn)} {panel.heldOn.slice(0, 4)}
      </b>
      <br />
      {panel.panel}
      <br />
      <span class="small soft">{t(panel.setAt ? 'train.panel.set' : 'train.panel.open')}</span>
    </span>
    <Icon name="go" />
  </a>
);

function Begin({ close }: { close: () => void }): VNode {
  const [heldOn, day] = useState('');
  const [panel, who] = useState('');
  const [trouble, setTrouble] = useState(false);
  const send = async (e: Event) => {
    e.preventDefault();
    try {
      const said = await call<Panel>('/api/standards', { method: 'POST', body: { heldOn, panel }, timeout: 20_000 });
      setTrouble(!said.ok);
      if (said.ok) location.hash = to('cuts', said.data.id);
    } catch {
      setTrouble(true);
    }
  };
  return (
    <Sheet title={t('train.panel.begin')} close={close}>
      <form class="stack" onSubmit={(e) => void send(e)}>
        <div class="field">
          <label for="held">{t('train.panel.day')}</label>
          <input id="held" type="date" required value={heldOn} onInput={(e) => day(e.currentTarget.value)} />
        </div>
        <div class="field">
          <label for="who">{t('train.panel.who')}</label>
          <input id="who" type="text" maxLength={300} required value={panel} onInput={(e) => who(e.currentTarget.value)} />
        </div>
        {trouble && <Note icon="look">{t('train.refused')}</Note>}
        <button class="btn">{t('train.panel.go')}</button>
      </form>
    </Sheet>
  );
}

export const judgeName = (judge: number): string => t('train.judge', { n: number(judge) });
