import type { VNode } from 'preact';
import { Frame, Icon, date, Kept, Note, Unreached, catalogue, costLine, findModule, nameOfForm, ofAttempt, say, t, to } from '../../learn/kit';
import { useOpening, OtherLanguage } from '../../play/kit';
import type { Outcome } from '../../shared/types';
import type { FormStructure, FormText } from '../../learn/content';
import { againFrom, latestHere, ownOutcome, receivedOutcome, times } from './attempt';
import { firstDone, perhapsChance, type Time } from './history';

/** What she can do, what comes next, and only then the estimate, as a band and never as a score. */
export function Result(): VNode {
  const a = latestHere();
  const form = a?.pinned ?? catalogue.value?.assessment ?? undefined;
  const name = form ? nameOfForm(form.id) : '';
  const { opened, looked, failed, fetch } = useOpening<FormStructure, FormText>(name, form, true);
  const own = a && opened ? ownOutcome(opened.structure, a) : undefined;
  const received = receivedOutcome(a);
  const outcome = received ?? own;
  return (
    <Frame
      title={opened?.text.title ?? (form ? say(form.title) : t('courses'))}
      acts={
        <a class="btn" href="#/">
          {t('to-today')}
        </a>
      }
    >
      {!outcome && looked && !failed && <p>{t('result.none')}</p>}
      {failed && <Unreached again={() => void fetch()} />}
      {outcome && (
        <>
          <p class="line" role="status">
            <span>{t('result.thanks')}</span>
            {a && <Kept of={ofAttempt(a)} />}
          </p>
          {received && own && received.level !== own.level && <Note icon="look">{t('result.changed')}</Note>}
          {opened && <OtherLanguage language={opened.language} />}
          {opened && <Can outcome={outcome} form={opened} />}
          <Level outcome={outcome} />
          {opened && <History times={times(a, outcome)} form={opened} />}
          {catalogue.value?.assessment?.plan && <Again />}
        </>
      )}
    </Frame>
  );
}

interface Form {
  structure: FormStructure;
  text: FormText;
}

/** Other tasks, once there is time for something to have changed. */
function Again(): VNode | null {
  const from = againFrom();
  if (!from) return null;
  return from.getTime() > Date.now() ? (
    <p class="small soft">{t('result.again-from', { date: date(from.toISOString()) })}</p>
  ) : (
    <a class="btn out" href={to('assessment')}>
      {t('result.again')}
    </a>
  );
}

const Can = ({ outcome, form }: { outcome: Outcome; form: Form }): VNode => (
  <>
    {outcome.can.length > 0 && (
      <section class="card">
        <h2>{t('result.can')}</h2>
        <ul class="trail flat">
          {outcome.can.map((id) => (
            <li class="done">
              <Icon name="check" />
              {form.text.items[id]?.can}
            </li>
          ))}
        </ul>
      </section>
    )}
    {outcome.next.length > 0 && (
      <section class="stack">
        <h2>{t('result.next')}</h2>
        <ol class="rows">
          {outcome.next.map((id) => (
            <li>
              <NextStep can={form.text.items[id]?.can ?? ''} module={form.structure.items[id]?.module ?? ''} />
            </li>
          ))}
        </ol>
      </section>
    )}
  </>
);

/** Something to learn, with the module that teaches it if there is one yet. */
function NextStep({ can, module }: { can: string; module: string }): VNode {
  const [course = '', id = ''] = module.split('/');
  const entry = findModule(course, id);
  if (!entry) {
    return (
      <div class="row">
        <Icon name="book" />
        <span>{can}</span>
      </div>
    );
  }
  return (
    <a class="row" href={to('course', course, id)}>
      <Icon name="book" />
      <span>
        {can}
        <br />
        <span class="small soft">
          {say(entry.title)} · {costLine(module, entry)}
        </span>
      </span>
      <Icon name="go" />
    </a>
  );
}

function Level({ outcome: { level, likely } }: { outcome: Outcome }): VNode {
  if (level === null) return <p class="soft">{t('result.helped-only')}</p>;
  return (
    <section class="stack">
      <h2>{t('result.estimate', { level: t(`level.${level}`) })}</h2>
      <ul class="levels">
        {[3, 2, 1, 0].map((l) => (
          <li class={[l >= likely[0] && l <= likely[1] && 'in', l === level && 'at'].filter(Boolean).join(' ')}>
            {t(`level.${l}`)}
            {l === level ? (
              <span class="small"> · {t('level.most')}</span>
            ) : (
              l >= likely[0] && l <= likely[1] && <span class="small soft"> · {t('level.perhaps')}</span>
            )}
          </li>
        ))}
      </ul>
      <p class="small soft">{t('result.provisional')}</p>
    </section>
  );
}

/** Her times, as bands: first what is newly done, which says more than a level that moved a little. */
function History({ times, form }: { times: Time[]; form: Form }): VNode | null {
  if (times.length < 2) return null;
  const fresh = firstDone(times).map((id) => form.text.items[id]?.can).filter(Boolean);
  return (
    <section class="stack">
      <h2>{t('history')}</h2>
      {fresh.length > 0 && (
        <>
          <h3>{t('history.new')}</h3>
          <ul class="trail flat">
            {fresh.map((can) => (
              <li class="done">
                <Icon name="check" />
                {can}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul class="rows">
        {times.map(({ at, likely: [low, high] }) => (
          <li class="past">
            <b>{date(at)}</b>
            <span class="band" aria-hidden="true">
              {[0, 1, 2, 3].map((l) => (
                <i class={l >= low && l <= high ? 'in' : undefined} />
              ))}
            </span>
            <span class="small">
              {low === high ? t(`level.${low}`) : t('history.band', { low: t(`level.${low}`), high: t(`level.${high}`) })}
            </span>
          </li>
        ))}
      </ul>
      <p class="small soft">{t(perhapsChance(times) ? 'history.chance' : 'history.apart')}</p>
    </section>
  );
}
