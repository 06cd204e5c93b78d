import type { VNode } from 'preact';
import { Frame, Note } from '../shared/frame';
import { Icon } from '../shared/icons';
import { number, say, t, tn } from '../shell/language';
import { to } from '../shell/router';
import { checked, tight, waiting } from '../shell/sync';
import { me, signedIn } from '../shell/who';
import { attempt } from './attempt';
import { AssessmentRow } from './assessment-row';
import { catalogue } from './catalogue';
import { Cost, NothingYet } from './cost';
import { minutesOf, week } from './sparing';
import { minutesThisWeek, nameOf, questionsNow, stepsToGo } from './which';
import { open } from './answers';
import { begun } from './places';
import { SignInAgain } from './sign-in-again';

/** One thing to do, offers of help, what still waits on the phone, and the promise of the week. */
export function Today(): VNode {
  const mine = waiting.value.filter((d) => d.worker === me.value!.id).length;
  const again = questionsNow().length;
  return (
    <Frame title={t('today')} tabs>
      <p>{t('today.greeting', { name: me.value!.name })}</p>
      {signedIn.value === false && <SignInAgain />}
      {tight.value && (
        <Note icon="data" care>
          {t('tight')} <a href="#/me">{t('room')}</a>
        </Note>
      )}
      <NextThing />
      {open().map((flag) => (
        <article class="card offer">
          <a class="row" href={to('offer', flag.id)}>
            <Icon name="help" />
            <span>
              <b>{t('today.offer')}</b>
              <br />
              <span class="small">{t('today.offer-first')}</span>
            </span>
            <Icon name="go" />
          </a>
        </article>
      ))}
      <ul class="rows">
        {again > 0 && (
          <li>
            <a class="row" href={to('again')}>
              <Icon name="ask" />
              <span>
                {tn('again.row', again)}
                <br />
                <span class="small soft">
                  {tn('minutes', minutesOf(again))} · {t('offline')}
                </span>
              </span>
              <Icon name="go" />
            </a>
          </li>
        )}
        <AssessmentRow />
        {mine > 0 && (
          <li class="row">
            <Icon name="phone" />
            <span>
              {tn('waiting', mine)}
              <br />
              <span class="small soft">{t('waiting.goes')}</span>
            </span>
          </li>
        )}
        {checked.value.length > 0 && (
          <li class="row">
            <Icon name="look" />
            <span>{tn('checked', checked.value.length)}</span>
          </li>
        )}
      </ul>
      <Week minutes={minutesThisWeek()} />
    </Frame>
  );
}

function NextThing(): VNode {
  const [step] = stepsToGo(attempt.value?.advised);
  if (!catalogue.value) return <NothingYet />;
  if (!step) {
    return (
      <article class="card next">
        <h2>{t('today.all-done')}</h2>
        <p>{t('today.all-done-say')}</p>
      </article>
    );
  }
  const { course, entry } = step;
  return (
    <article class="card next">
      <h2>{say(entry.title)}</h2>
      <p class="line small">
        <Cost of={nameOf(course, entry.id)} published={entry} />
      </p>
      <a class="btn" href={to('course', course, entry.id)}>
        {t(begun(course, entry.id) ? 'go-on' : 'start')}
      </a>
    </article>
  );
}

/** A promise kept, not a target: so much this week, and never asked for more than fifteen minutes. */
function Week({ minutes }: { minutes: number }): VNode {
  const part = Math.min(1, minutes / week) * 100;
  return (
    <div class="stack">
      <p class="small">{t('today.week', { n: number(minutes) })}</p>
      <svg class="cap" role="img" aria-label={t('today.week-of', { n: number(minutes) })}>
        <rect x="1" y="1" width="99%" height="12" rx="6" fill="#fff" stroke="#857d71" stroke-width="2" />
        {part > 0 && <rect x="1" y="1" width={`${Math.max(4, part * 0.99)}%`} height="12" rx="6" fill="#0b5355" />}
      </svg>
    </div>
  );
}
