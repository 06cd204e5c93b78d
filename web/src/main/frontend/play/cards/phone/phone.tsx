import type { VNode } from 'preact';
import { Drawings, Icon, t, useEffect, useRef, useState } from '../../../learn/kit';
import type { Card, CardText } from '../../../learn/content';
import type { CardType, Play } from '../card';
import { Next, Then } from '../parts';
import { drawings } from './drawings';
import { press, reachedGoal, replay, way, type Task } from './engine';
import { PhoneScreen, type ScreenText } from './screen';

interface PhoneCard extends Card, Task {}
interface PhoneText extends CardText {
  done: string;
  people?: Record<string, string>;
  screens: Record<string, ScreenText>;
  controls: Record<string, string>;
}
export interface PhoneResponse {
  path: string[];
  hints: number;
  gaveUp: boolean;
}

const nothing = () => undefined;

/** A task on a simulated phone. What she touches is what is observed; every wrong turn can be taken back. */
function PhonePlayer(p: Play<PhoneCard, PhoneText, PhoneResponse>): VNode {
  const { card, text } = p;
  const [path, setPath] = useState<string[]>(p.before?.path ?? p.draft?.path ?? []);
  const [hints, setHints] = useState(p.before?.hints ?? p.draft?.hints ?? 0);
  const [over, setOver] = useState(!!p.before);
  const [shown, setShown] = useState<string>();
  // a message that was only tapped: said how it goes, which is no hint about where to go
  const [short, setShort] = useState<string>();
  const glass = useRef<HTMLDivElement>(null);
  const state = replay(card, path);
  const won = reachedGoal(card, state);

  const end = (response: PhoneResponse) => void p.keep(response).then(() => setOver(true), () => undefined);
  const touch = (id: string) => {
    const further = [...path, id];
    const next = press(card, state, id);
    setPath(further);
    setShown(undefined);
    setShort(undefined);
    if (reachedGoal(card, next)) end({ path: further, hints, gaveUp: false });
    else p.keepDraft?.({ path: further, hints, gaveUp: false });
  };
  // what was touched is gone with its screen: the next Tab, or a screen reader, goes on inside the phone
  const first = useRef(true);
  useEffect(() => {
    if (!first.current && !glass.current?.contains(document.activeElement)) glass.current?.focus({ preventScroll: true });
    first.current = false;
  }, [state.screen]);
  const hint = () => {
    setShown(way(card, state)?.[0]);
    setHints(hints + 1);
    p.keepDraft?.({ path, hints: hints + 1, gaveUp: false });
  };
  const again = () => (setPath([]), setShown(undefined), setOver(false));
  const name = text.screens[state.screen]?.title ?? '';
  const pointed = shown ?? short;
  const held = card.screens[state.screen]?.controls.find((c) => c.id === pointed)?.look === 'message';
  return (
    <>
      <main class="page">
        {p.head}
        <div class="stack">
          <h1 class="task">{text.title}</h1>
          {text.lead && <p>{text.lead}</p>}
        </div>
        <Drawings of={drawings} />
        <div class="phone" role="group" aria-label={t('phone.name')}>
          <div ref={glass} tabIndex={-1} aria-label={name} role="group">
            <PhoneScreen
              d={{
                screens: card.screens,
                texts: text.screens,
                controls: text.controls,
                people: text.people ?? {},
                state,
                shown,
                press: over ? nothing : touch,
                tooShort: over ? nothing : setShort,
              }}
              name={state.screen}
            />
          </div>
        </div>
        <p class={pointed ? 'note hint' : 'sr'} role="status">
          {pointed && <Icon name="tap" />}
          <span>
            {pointed
              ? t(held ? 'phone.hint-hold' : 'phone.hint', { control: text.controls[pointed] ?? '' })
              : !over && name}
          </span>
        </p>
        <Then title={over ? t(won ? 'phone.done' : 'phone.left') : undefined}>
          {over && (won ? <p>{text.done}</p> : <Way labels={way(card, state)?.map((id) => text.controls[id] ?? '') ?? []} />)}
        </Then>
        {over && p.kept}
        {!over && <p class="small soft">{t('phone.drawing')}</p>}
        {!over && (
          <button class="btn bare slim" onClick={() => end({ path, hints, gaveUp: true })}>
            {t(p.sitting ? 'phone.give-up' : 'phone.skip')}
          </button>
        )}
      </main>
      <footer class="acts">
        {over ? (
          <div class="two">
            {!p.sitting && (
              <button class="btn out" onClick={again}>
                {t('phone.again')}
              </button>
            )}
            <Next next={p.next} />
          </div>
        ) : (
          <div class="two">
            <button class="btn out slim" onClick={hint}>
              {t('phone.ask-hint')}
            </button>
            {p.helped}
          </div>
        )}
      </footer>
    </>
  );
}

const Way = ({ labels }: { labels: string[] }): VNode => (
  <ol class="way">
    {labels.map((label) => (
      <li>{label}</li>
    ))}
  </ol>
);

const right = (card: PhoneCard, r: PhoneResponse): boolean => !r.gaveUp && reachedGoal(card, replay(card, r.path));

export const phone: CardType<PhoneCard, PhoneText, PhoneResponse> = { Player: PhonePlayer, right };
