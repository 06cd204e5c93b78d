import type { VNode } from 'preact';
import { Cost, Done, Frame, Icon, Note, Unreached, attempt, catalogue, go, nameOfForm, number, ofAttempt, onPhone, say, t, to } from '../../learn/kit';
import { useOpening } from '../../play/kit';
import type { FormStructure, FormText } from '../../learn/content';
import { againFrom, agree, finishAttempt, upNext } from './attempt';
import { canGive, itemsOf, sittingsOf } from './next';
import { entryOfForm, minutesASitting, versionOfForm } from './version';

/** What it is for and what it is never for; where she is in it; and the way in, or on. `enough`: she comes from tasks and may rest. */
export function AssessmentIntro({ enough }: { enough: boolean }): VNode {
  const version = versionOfForm();
  const entry = entryOfForm();
  const a = attempt.value && !attempt.value.finishedAt ? attempt.value : undefined;
  const name = version ? nameOfForm(version.id) : '';
  const { opened, busy, failed, fetch } = useOpening<FormStructure, FormText>(name, version, !!a);
  const next = opened && canGive(opened.structure) ? upNext(opened.structure, a) : undefined;
  const over = !!a && !!opened && canGive(opened.structure) && !next;
  const sittings = opened ? sittingsOf(opened.structure) : (catalogue.value?.assessment?.sittings ?? 3);
  const done = (n: number) => !!a && !!opened && itemsOf(opened.structure, a, n + 1).every((id) => !!id && id in a.answers);
  const from = !a && version?.plan ? againFrom() : undefined;
  const early = !!from && from.getTime() > Date.now();
  const between = !!next && !!a && a.sittings > 0 && a.sittings < next.sitting;

  const begin = async () => {
    if (early) return go(to('result'));
    if (!version || (!onPhone(name, version) && !(await fetch()) && !opened)) return;
    if (over) await finishAttempt(opened.structure);
    if (!a) agree();
    go(over ? to('result') : to('assessment', a ? 'sit' : 'practice'));
  };
  return (
    <Frame
      title={t('today')}
      quiet
      back="#/"
      acts={
        <>
          <button class="btn" disabled={!version || busy} onClick={() => void begin().catch(() => undefined)}>
            {t(busy ? 'bringing' : early ? 'go-on' : !a ? 'assessment.yes' : between ? 'assessment.next-sitting' : 'go-on')}
          </button>
          {!a && (
            <a class="btn out" href="#/">
              {t('offer.not-now')}
            </a>
          )}
        </>
      }
    >
      <h1>{version ? say(version.title) : t('nothing-yet')}</h1>
      {version && (
        <p class="line small">
          <Cost of={name} published={version} />
        </p>
      )}
      {(between || (enough && next)) && <Note icon="got">{t('assessment.rest')}</Note>}
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
      {entry && <p class="soft">{t('assessment.how', { n: number(minutesASitting(entry)) })}</p>}
      {!a && !early && <p>{t('assessment.ask')}</p>}
      {failed && <Unreached again={() => void fetch()} />}
    </Frame>
  );
}
