import type { VNode } from 'preact';
import { Bar, Frame, Icon, Kept, attempt, go, lang, me, nameOfForm, ofAttempt, t, to, useEffect, useState } from '../../learn/kit';
import { useOpening, OtherLanguage, cardType, pictureUrl, Steps } from '../../play/kit';
import type { FormStructure, FormText } from '../../learn/content';
import { answer, beginSitting, finishAttempt, keepDraft, mayBegin, upNext } from './attempt';
import { canGive, itemsOf } from './next';
import { enough, timeInFront } from './rest';
import { entryOfForm, minutesASitting } from './version';

/** One task after another; she may stop after any, and the app may be killed in the middle of one. */
export function Sitting(): VNode {
  const entry = entryOfForm();
  const { opened, looked } = useOpening<FormStructure, FormText>(entry ? nameOfForm(entry.id) : '', entry, true);
  const [now, setNow] = useState<{ sitting: number; item: string }>();
  const a = attempt.value;
  const draft = a?.draft?.item === now?.item ? a?.draft : undefined;
  const [helped, setHelped] = useState<string>();
  const [tasks, setTasks] = useState(0);
  const [time] = useState(() => timeInFront(document, () => performance.now()));

  const proceed = async () => {
    if (!opened || !entry || !mayBegin()) return go(to('assessment'), true);
    if (!canGive(opened.structure)) return;
    const next = upNext(opened.structure, attempt.value?.finishedAt ? undefined : attempt.value);
    if (!next) {
      await finishAttempt(opened.structure);
      return go(to('result'), true);
    }
    const rests = now && (next.sitting > now.sitting || enough(time.spent(), tasks + 1, 60_000 * minutesASitting(entry)));
    if (rests) return go(to('assessment', 'rest'), true);
    if (now) setTasks(tasks + 1);
    await beginSitting(entry, next.sitting);
    setNow(upNext(opened.structure, attempt.value)); // of the attempt that may only now have begun
    scrollTo(0, 0);
  };
  useEffect(() => {
    if (looked && !now) void proceed().catch(() => undefined);
  }, [looked]);
  useEffect(() => {
    document.addEventListener('visibilitychange', time.turn);
    return () => document.removeEventListener('visibilitychange', time.turn);
  }, []);
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, [now?.item]);

  const later = <Frame title={t('courses')} back={to('assessment')} children={<p>{t('newer')}</p>} />;
  if (opened && !canGive(opened.structure)) return later;
  const item = now && opened?.structure.items[now.item];
  const text = now && opened?.text.items[now.item];
  if (!a || !opened || !now || !item || !text) return <Frame title={t('courses')} back={to('assessment')} children={null} />;
  const kind = cardType(item.type);
  if (!kind) return later;
  const given = a.answers[now.item];
  const isHelped = given?.helped ?? draft?.helped ?? (helped === now.item || !!me.value?.helped); // on a helper's device: until she says that she was alone
  const ids = itemsOf(opened.structure, a, now.sitting);
  const at = ids.includes(now.item) ? ids.indexOf(now.item) : ids.indexOf(undefined);
  const toggle = () => {
    setHelped(isHelped ? undefined : now.item);
    void keepDraft(now.item, draft?.response, !isHelped).catch(() => undefined);
  };
  return (
    <div class="app" data-item={now.item}>
      <Bar title={opened.text.title} back={to('assessment')} quiet />
      <kind.Player
        key={now.item}
        card={{ ...item, id: now.item }}
        text={text}
        picture={(name) => pictureUrl(opened.structure.pictures, name, lang.value)}
        sitting
        before={given?.response}
        draft={draft?.response}
        keepDraft={(response) => void keepDraft(now.item, response, isHelped).catch(() => undefined)}
        keep={(response) => answer(now.item, now.sitting, response, isHelped)}
        next={() => void proceed().catch(() => undefined)}
        helped={
          <button class={isHelped ? 'btn out slim on' : 'btn out slim'} aria-pressed={isHelped} onClick={toggle}>
            {isHelped && <Icon name="check" />}
            {t('helped')}
          </button>
        }
        head={
          <>
            <Steps now={at} of={ids.map((id) => !!id && id in a.answers)} />
            <OtherLanguage language={opened.language} />
          </>
        }
        kept={given ? <p class="line"><Kept of={(d) => ofAttempt(a)(d) && d.body.item === now.item} /></p> : null}
      />
    </div>
  );
}
