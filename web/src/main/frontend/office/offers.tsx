import type { VNode } from 'preact';
import { Frame, Icon, Note, signal, say, t, tn, to } from '../shared/kit';
import { Wait, useAsked } from './asked';
import type { Flag, Flags } from './types';

type Filter = 'all' | 'open' | 'going';
const filter = signal<Filter>('all');
const open = (f: Flag) => f.state === 'accepted';
const going = (f: Flag) => f.state === 'confirmed';
const shown: Record<Filter, (f: Flag) => boolean> = { all: () => true, open, going };

/** The helper's list: who said yes and waits for hers, longest first. */
export function Offers(): VNode {
  const { asked, again } = useAsked<Flags>('/api/flags');
  const flags = [...(asked.data?.flags ?? [])].sort((a, b) => a.raisedAt.localeCompare(b.raisedAt));
  return (
    <Frame title={t('office.offers')} tabs>
      <Wait asked={asked} again={again} />
      {asked.data && (flags.length ? <List flags={flags} /> : <Empty />)}
      <Note icon="eye">{t('office.offers.seen')}</Note>
      <a class="btn out" href={to('hardest')}>
        <Icon name="tap" />
        {t('office.hardest')}
      </a>
      <a class="btn out" href={to('slips')}>
        <Icon name="lock" />
        {t('office.slips')}
      </a>
    </Frame>
  );
}

function List({ flags }: { flags: Flag[] }): VNode {
  const chips: Filter[] = ['all', 'open', 'going'];
  const some = flags.filter(shown[filter.value]);
  return (
    <>
      <div class="line" role="group" aria-label={t('office.filter')}>
        {chips.map((chip) => (
          <button class="chip" aria-pressed={filter.value === chip} onClick={() => (filter.value = chip)}>
            {t(`office.filter.${chip}`, { n: flags.filter(shown[chip]).length })}
          </button>
        ))}
      </div>
      {some.length ? (
        <ul class="rows">
          {some.map((flag) => (
            <li>
              <Line flag={flag} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{t('office.filter.none')}</p>
      )}
    </>
  );
}

const Line = ({ flag }: { flag: Flag }): VNode => (
  <a class="row" href={to('offers', flag.id)}>
    <Icon name={flag.kind === 'device' ? 'phone' : 'tap'} />
    <span>
      <b>{flag.worker?.name}</b> <span class="soft">· {flag.worker?.code}</span>
      <br />
      {flag.reason.facts[0] ? say(flag.reason.facts[0].text) : say(flag.reason.title)}
      <span class="line small">
        <Standing flag={flag} />
        <span class="soft">{since(flag.raisedAt)}</span>
      </span>
    </span>
    <Icon name="go" />
  </a>
);

/** Where the offer stands, in words, with a shape of its own. */
export function Standing({ flag }: { flag: Flag }): VNode {
  const look = open(flag) ? 'state aid' : 'state on';
  return (
    <span class={look}>
      <Icon name={open(flag) ? 'help' : going(flag) ? 'clock' : 'check'} />
      {t(`office.state.${flag.state}`)}
    </span>
  );
}

function since(iso: string): string {
  const days = Math.floor((Date.now() - Date.parse(iso)) / 86_400_000);
  return days < 1 ? t('office.today') : tn('office.days', days);
}

const Empty = (): VNode => (
  <div class="empty">
    <Icon name="help" />
    <p>{t('office.offers.none')}</p>
    <p class="small soft">{t('office.offers.none.why')}</p>
  </div>
);
