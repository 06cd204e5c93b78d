import type { VNode } from 'preact';
import { Frame, Icon, Note, Sheet, call, date, number, roles, signal, t, to, useEffect, useState } from '../shared/kit';
import { Wait, useAsked, useDesk } from './asked';
import { One } from './one';
import { Holes } from './holes';
import { name, reason } from './said';
import type { Desk, Item, Progress, Report, Verdict } from './types';

const page = 20;
const drawn = { keep: 'check', look: 'ask', drop: 'look', wait: 'clock' } as const;
const verdicts: Verdict[] = ['drop', 'look', 'wait', 'keep'];
const only = signal<Verdict | ''>('');
const sought = signal('');
const shown = signal(page);

/** The trainer's page: what to do with each item and why; then the figures; then what the bank lacks. */
export function Items(): VNode {
  const { asked, again } = useAsked<Desk>('/api/calibration');
  const [open, look] = useState<Item>();
  const progress = asked.data?.progress;
  const report = asked.data?.report;
  const going = progress?.state === 'waiting' || progress?.state === 'working';
  useDesk();
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(again, 3000);
    return () => clearInterval(timer);
  }, [going]);
  return (
    <Frame title={t('train.items')} tabs>
      <Wait asked={asked} again={again} />
      {asked.data && (
        <div class="desk">
          <Head progress={progress} going={going} again={again} />
          {report ? (
            <>
              <Decision report={report} again={again} />
              <List report={report} look={look} />
              <Holes cells={report.bank} />
            </>
          ) : (
            !going && <Empty progress={progress} />
          )}
          <div class="line">
            <a class="btn out slim" href={to('hardest')}>
              {t('train.hardest')}
            </a>
            {roles().trainer && (
              <a class="btn out slim" href={to('cuts')}>
                {t('train.cuts')}
              </a>
            )}
          </div>
          <p class="small soft">{t('train.hidden')}</p>
        </div>
      )}
      {open && (
        <Sheet title={name(open)} close={() => look(undefined)}>
          <One item={open} />
        </Sheet>
      )}
    </Frame>
  );
}

function Head({ progress, going, again }: { progress: Progress | undefined; going: boolean; again: () => void }): VNode {
  const [away, setAway] = useState(false);
  const trainer = roles().trainer;
  const run = async () => {
    try {
      setAway(!(await call('/api/calibration', { method: 'POST', timeout: 20_000 })).ok);
    } catch {
      setAway(true);
    }
    again();
  };
  return (
    <div class="stack">
      <p>{t('train.lead')}</p>
      <div class="line">
        <span role="status">
          {going && t(progress!.items > 0 ? 'train.going' : 'train.begun', { n: number(progress!.done), m: number(progress!.items) })}
          {progress?.state === 'failed' && t('train.failed')}
        </span>
        <span class="end line">
          <button class="btn out slim" onClick={() => print()}>
            {t('train.print')}
          </button>
          {trainer && (
            <button class="btn slim" disabled={going} onClick={() => void run()}>
              {t('train.now')}
            </button>
          )}
        </span>
      </div>
      {going && progress!.items > 0 && <progress value={progress!.done} max={progress!.items} aria-label={t('train.progress')} />}
      {away && <Note icon="look">{t('train.unreachable')}</Note>}
    </div>
  );
}

const Empty = ({ progress }: { progress: Progress | undefined }): VNode => (
  <div class="empty">
    <Icon name="tap" />
    <p>{progress?.persons === undefined ? t('train.none') : t('train.few', { n: number(progress.persons), m: number(progress.needed) })}</p>
    <p class="small soft">{t('train.none.why')}</p>
  </div>
);

/** What the item of a fault, `<item>.v<version>`, asks for. */
const named = (report: Report, of: string): string => {
  const id = of.split('.')[0]!;
  const item = report.items.find(({ figures }) => figures.item === id);
  return item ? name(item) : id;
};

/** The proposal as a whole: nothing is published without a trainer's yes. */
function Decision({ report, again }: { report: Report; again: () => void }): VNode {
  const [sure, ask] = useState(false);
  const [refused, setRefused] = useState(false);
  const told = report.items.filter((item) => item.figures.difficulty !== undefined).length;
  const decide = async (answer: 'accept' | 'decline') => {
    try {
      const said = await call(`/api/calibration/${report.id}/answer`, { method: 'POST', body: { answer }, timeout: 60_000 });
      setRefused(!said.ok);
    } catch {
      setRefused(true);
    }
    ask(false);
    again();
  };
  return (
    <section class="card stack">
      <h2>{t('train.proposal')}</h2>
      <p>
        {t('train.made', { date: date(report.finishedAt), n: number(report.persons) })}{' '}
        {t('train.told', { n: number(told), m: number(report.items.length) })}
      </p>
      {report.state !== 'ready' && <p class="small soft">{t(`train.state.${report.state}`, { date: date(report.decidedAt ?? report.finishedAt) })}</p>}
      {report.faults.length > 0 && (
        <Note icon="look" care>
          {t('train.faults')}
          <ul>
            {report.faults.map((fault) => (
              <li>
                {named(report, fault.item)}: {t(`train.fault.${fault.kind}`)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {refused && <Note icon="look">{t('train.refused')}</Note>}
      {report.state === 'ready' && roles().trainer && (
        <div class="line">
          <button class="btn slim" disabled={report.faults.length > 0 || told === 0} onClick={() => ask(true)}>
            {t('train.yes')}
          </button>
          <button class="btn out slim" onClick={() => void decide('decline')}>
            {t('train.no')}
          </button>
        </div>
      )}
      {sure && (
        <Sheet title={t('train.sure')} close={() => ask(false)}>
          <p>{t('train.sure.what')}</p>
          <button class="btn" onClick={() => void decide('accept')}>
            {t('train.yes')}
          </button>
        </Sheet>
      )}
    </section>
  );
}

function List({ report, look }: { report: Report; look: (item: Item) => void }): VNode {
  const of = (verdict: Verdict) => report.items.filter((item) => item.figures.verdict === verdict);
  const words = sought.value.trim().toLocaleLowerCase();
  const fits = (item: Item) =>
    [name(item), item.figures.item, t(`train.area.${item.figures.area}`)].some((text) => text.toLocaleLowerCase().includes(words));
  const found = verdicts.flatMap(of).filter((item) => (!only.value || item.figures.verdict === only.value) && fits(item));
  return (
    <section class="stack">
      <h2>{t('train.list')}</h2>
      <div class="line" role="group" aria-label={t('train.filter')}>
        <button class="chip" aria-pressed={!only.value} onClick={() => (only.value = '')}>
          {t('train.all', { n: number(report.items.length) })}
        </button>
        {verdicts.map((verdict) => (
          <button class="chip" aria-pressed={only.value === verdict} onClick={() => (only.value = verdict)}>
            {t(`train.verdict.${verdict}`)} {number(of(verdict).length)}
          </button>
        ))}
      </div>
      <div class="field">
        <label for="sought">{t('train.search')}</label>
        <input
          id="sought"
          type="text"
          value={sought.value}
          onInput={(e) => {
            sought.value = e.currentTarget.value;
            shown.value = page;
          }}
        />
      </div>
      {found.length === 0 && <p class="soft">{t('train.nothing')}</p>}
      <ul class="rows">
        {found.slice(0, shown.value).map((item) => (
          <li class="row">
            <Icon name={drawn[item.figures.verdict]} />
            <span>
              <b>
                {t(`train.verdict.${item.figures.verdict}`)}: {name(item)}
              </b>
              <br />
              <Why item={item} />
              <br />
              <span class="small soft">
                {t(`train.area.${item.figures.area}`)}
                {item.figures.share !== undefined && ` · ${t('train.share', { n: number(item.figures.share) })}`}
              </span>
            </span>
            <button class="btn out slim" aria-label={`${t('train.open')}: ${name(item)}`} onClick={() => look(item)}>
              {t('train.open')}
            </button>
          </li>
        ))}
      </ul>
      {found.length > shown.value && (
        <button class="btn out" onClick={() => (shown.value += page)}>
          {t('train.more', { n: number(found.length - shown.value) })}
        </button>
      )}
    </section>
  );
}

/** The weightiest reason, in plain words. */
const Why = ({ item }: { item: Item }): VNode => {
  const [first] = item.figures.reasons;
  return <span>{first && reason(first.code, first.group)}</span>;
};
