import type { VNode } from 'preact';
import { Frame, Note, Sheet, call, date, number, say, t, useState } from '../shared/kit';
import { Wait, useAsked, useDesk } from './asked';
import { judgeName } from './cuts';
import type { Sitting } from './types';

/** One panel: what each judge says, mean and spread of each item, the cuts that come of it. */
export function PanelPage({ id }: { id: string }): VNode {
  const { asked, again } = useAsked<Sitting>(`/api/standards/${id}`);
  const [judge, rate] = useState(0);
  const [sure, ask] = useState(false);
  const [trouble, setTrouble] = useState(false);
  useDesk();
  const sitting = asked.data;
  const set = async () => {
    try {
      setTrouble(!(await call(`/api/standards/${id}/set`, { method: 'POST', timeout: 60_000 })).ok);
    } catch {
      setTrouble(true);
    }
    ask(false);
    again();
  };
  return (
    <Frame title={t('train.panel')} back="#/cuts">
      <Wait asked={asked} again={again} />
      {sitting && (
        <div class="desk">
          <p>
            <b>
              {date(sitting.panel.heldOn)} {sitting.panel.heldOn.slice(0, 4)}
            </b>
            <br />
            {sitting.panel.panel}
          </p>
          {!sitting.panel.setAt && (
            <>
              <p>{t('train.panel.how')}</p>
              <div class="line" role="group" aria-label={t('train.judges')}>
                {sitting.judges.map((each) => (
                  <button class="chip" onClick={() => rate(each.judge)}>
                    {judgeName(each.judge)}
                    {!each.cuts && ` (${t('train.judge.part')})`}
                  </button>
                ))}
                <button class="btn out slim" onClick={() => rate(Math.max(0, ...sitting.judges.map((each) => each.judge)) + 1)}>
                  {t('train.judge.more')}
                </button>
              </div>
            </>
          )}
          <Proposed sitting={sitting} />
          {trouble && <Note icon="look">{t('train.refused')}</Note>}
          {!sitting.panel.setAt && (
            <div class="line">
              <button class="btn slim" disabled={sitting.trouble !== ''} onClick={() => ask(true)}>
                {t('train.panel.use')}
              </button>
              {sitting.trouble !== '' && <span class="small">{t(`train.trouble.${sitting.trouble}`, { n: number(sitting.needed) })}</span>}
            </div>
          )}
          <Means sitting={sitting} />
        </div>
      )}
      {sitting && judge > 0 && (
        <Rate
          id={id}
          sitting={sitting}
          judge={judge}
          close={(said) => {
            rate(0);
            if (said) again();
          }}
        />
      )}
      {sure && (
        <Sheet title={t('train.panel.use')} close={() => ask(false)}>
          <p>{t('train.panel.sure')}</p>
          <button class="btn" onClick={() => void set()}>
            {t('train.panel.use')}
          </button>
        </Sheet>
      )}
    </Frame>
  );
}

/** The cuts by their place, also before anybody has judged. */
const cuts = (sitting: Sitting): number[] => (sitting.rated[0]?.mean ?? []).map((_, i) => i);

const level = (cut: number): string => t('train.cut', { level: t(`level.${cut + 1}`) });

const Proposed = ({ sitting }: { sitting: Sitting }): VNode => (
  <section class="stack">
    <h2>{t(sitting.panel.setAt ? 'train.panel.set' : 'train.panel.proposed')}</h2>
    {sitting.cuts.length === 0 ? (
      <p class="soft">{t('train.panel.nothing')}</p>
    ) : (
      <ul>
        {sitting.cuts.map((cut, i) => (
          <li>
            {level(i)}: <b class="num">{(sitting.panel.cuts?.[i] ?? cut.at).toFixed(2)}</b>{' '}
            {cut.spread !== undefined && t('train.spread', { n: cut.spread.toFixed(2) })}
          </li>
        ))}
      </ul>
    )}
  </section>
);

const Means = ({ sitting }: { sitting: Sitting }): VNode => (
  <section class="stack">
    <h2>{t('train.panel.items')}</h2>
    <div class="scroll" tabIndex={0} role="group" aria-label={t('train.panel.items')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('items')}</th>
            {cuts(sitting).map((i) => (
              <th scope="col">{level(i)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sitting.items.map((item) => {
            const rated = sitting.rated.find((each) => each.item === item.item);
            return (
              <tr>
                <th scope="row">{item.can ? say(item.can) : item.item}</th>
                {cuts(sitting).map((i) => (
                  <td>{between(rated?.mean[i], rated?.spread[i])}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  </section>
);

const between = (mean?: number | null, spread?: number | null): string =>
  mean === undefined || mean === null ? '–' : `${Math.round(mean)} % ± ${spread === undefined || spread === null ? '–' : Math.round(spread)}`;

/** What one judge says: three numbers an item, kept when they are whole. */
function Rate(p: { id: string; sitting: Sitting; judge: number; close: (said: boolean) => void }): VNode {
  const before = p.sitting.judges.find((each) => each.judge === p.judge)?.items ?? {};
  const [said, write] = useState<Record<string, string[]>>(() =>
    Object.fromEntries(p.sitting.items.map(({ item }) => [item, cuts(p.sitting).map((cut) => `${before[item]?.[cut] ?? ''}`)])),
  );
  const [trouble, setTrouble] = useState(false);
  const send = async (e: Event) => {
    e.preventDefault();
    const whole = Object.entries(said).filter(([, shares]) => shares.every((share) => share !== ''));
    const items = Object.fromEntries(whole.map(([item, shares]) => [item, shares.map(Number)]));
    try {
      const answer = await call(`/api/standards/${p.id}/judges/${p.judge}`, { method: 'PUT', body: { items }, timeout: 20_000 });
      setTrouble(!answer.ok);
      if (answer.ok) p.close(true);
    } catch {
      setTrouble(true);
    }
  };
  return (
    <Sheet title={judgeName(p.judge)} close={() => p.close(false)}>
      <form class="stack" onSubmit={(e) => void send(e)}>
        <p class="small">{t('train.judge.how')}</p>
        {p.sitting.items.map(({ item, can }) => (
          <fieldset class="stack">
            <legend>{can ? say(can) : item}</legend>
            <div class="line">
              {cuts(p.sitting).map((cut) => (
                <span class="field">
                  <label for={`${item}-${cut}`}>{level(cut)}</label>
                  <input
                    id={`${item}-${cut}`}
                    type="number"
                    min={0}
                    max={100}
                    value={said[item]?.[cut] ?? ''}
                    onInput={(e) => {
                      const { value } = e.currentTarget;
                      write({ ...said, [item]: cuts(p.sitting).map((c) => (c === cut ? value : (said[item]?.[c] ?? ''))) });
                    }}
                  />
                </span>
              ))}
            </div>
          </fieldset>
        ))}
        {trouble && <Note icon="look">{t('train.judge.wrong')}</Note>}
        <button class="btn">{t('train.judge.keep')}</button>
      </form>
    </Sheet>
  );
}
