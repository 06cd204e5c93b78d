import type { VNode } from 'preact';
import { Cost, Done, Frame, Icon, Note, Unreached, attempt, catalogue, go, nameOfForm, number, ofAttempt, onPhone, say, t, to } from '../../learn/kit';
import { useOpening } from '../opening';
import type { FormStructure, FormText } from '../../learn/content';
import { finishAttempt, upNext } from './attempt';
import { versionOfForm } from './version';

/** What it is for and what it is never for; where she is in it; and the way in, or on. */
export function AssessmentIntro(): VNode {
  const version = versionOfForm();
  const a = attempt.value && !attempt.value.finishedAt ? attempt.value : undefined;
  const name = version ? nameOfForm(version.id) : '';
  const { opened, busy, failed, fetch } = useOpening<FormStructure, FormText>(name, version, !!a);
  const next = opened && upNext(opened.structure, a);
  const sittings = opened?.structure.sittings.length ?? catalogue.value?.assessment?.sittings ?? 3;
  const done = (n: number) => !!a && !!opened?.structure.sittings[n]?.every((id) => id in a.answers);
  const rested = !!next && !!a && a.sittings > 0 && a.sittings < next.sitting;

  const begin = async () => {
    if (!version || (!onPhone(name, version) && !(await fetch()) && !opened)) return;
    if (a && opened && !next) await finishAttempt(opened.structure);
    go(a && opened && !next ? to('result') : to('assessment', a ? 'sit' : 'practice'));
  };
  return (
    <Frame
      title={t('today')}
      quiet
      back="#/"
      acts={
        <button class="btn" disabled={!version || busy} onClick={() => void begin().catch(() => undefined)}>
          {t(busy ? 'bringing' : !a ? 'start' : rested ? 'assessment.next-sitting' : 'go-on')}
        </button>
      }
    >
      <h1>{version ? say(version.title) : t('nothing-yet')}</h1>
      {version && (
        <p class="line small">
          <Cost of={name} published={version} />
        </p>
      )}
      {rested && <Note icon="got">{t('assessment.rest')}</Note>}
      <p>{t('assessment.why')}</p>
      <Note icon="eye">
        <b>{t('assessment.never')}</b> {t('assessment.who')}
      </Note>
      <ol class="rows">
        {Array.from({ length: sittings }, (_, i) => (
          <li class="row" aria-current={next?.sitting === i + 1 ? 'step' : undefined}>
            <Icon name={done(i) ? 'got' : 'tap'} />
            <span>{t('assessment.sitting', { n: number(i + 1), of: number(sittings) })}</span>
            {done(i) ? (
              <Done of={(d) => ofAttempt(a!)(d) && d.body.sitting === i + 1} />
            ) : (
              <span />
            )}
          </li>
        ))}
      </ol>
      <p class="soft">{t('assessment.how')}</p>
      {failed && <Unreached again={() => void fetch()} />}
    </Frame>
  );
}
