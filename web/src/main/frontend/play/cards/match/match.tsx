import type { VNode } from 'preact';
import { t, useState } from '../../../learn/kit';
import type { Card, CardText } from '../../../learn/content';
import type { CardType, Play } from '../card';
import { Answered, RightMark, Then } from '../parts';
import { astray, type Thing } from './belongs';

interface Match extends Card {
  places: string[];
  things: Thing[];
}
interface MatchText extends CardText {
  places: Record<string, string>;
  things: Record<string, string>;
  feedback?: Record<string, string>;
  rationale?: Record<string, string>;
}
interface Response {
  places: Record<string, string>;
}

const right = (card: Match, { places }: Response): boolean => astray(card.things, places).length === 0;

/** Each thing is put in one of two or three places; then it is told why it belongs where it does. */
function MatchPlayer(p: Play<Match, MatchText, Response>): VNode {
  const { card, text } = p;
  const [put, setPut] = useState<Record<string, string>>(p.before?.places ?? p.draft?.places ?? {});
  const [shown, show] = useState(!!p.before);
  const wrong = astray(card.things, put);
  const good = wrong.length === 0;
  const words = text.feedback ?? text.rationale ?? {};
  const choose = (thing: string, place: string) => {
    const places = { ...put, [thing]: place };
    setPut(places);
    p.keepDraft?.({ places });
  };
  return (
    <>
      <main class="page">
        {p.head}
        <h1>{text.title}</h1>
        {text.lead && <p>{text.lead}</p>}
        {card.things.map((thing) => (
          <fieldset disabled={shown}>
            <legend>{text.things[thing.id]}</legend>
            <div class="chips">
              {card.places.map((place) => (
                <label class="choice">
                  <input
                    type="radio"
                    name={`${card.id}/${thing.id}`}
                    checked={put[thing.id] === place}
                    onChange={() => choose(thing.id, place)}
                  />
                  <span>
                    {text.places[place]}
                    {shown && (good || p.sitting) && thing.place === place && <RightMark />}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <Then title={shown ? t(good ? 'choice.good' : 'choice.other') : undefined}>
          {shown &&
            (good || p.sitting ? card.things : wrong).map(({ id }) => (
              <p>
                <b>{text.things[id]}</b>
                <br />
                {words[id]}
              </p>
            ))}
        </Then>
        {shown && p.kept}
      </main>
      <Answered
        shown={shown}
        over={good || p.sitting}
        ready={card.things.every(({ id }) => put[id])}
        answer={() => void p.keep({ places: put }).then(() => show(true), () => undefined)}
        again={() => (show(false), setPut({}))}
        next={p.next}
      />
    </>
  );
}

export const match: CardType<Match, MatchText, Response> = { Player: MatchPlayer, right };
