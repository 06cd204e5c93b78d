import type { VNode } from 'preact';
import { t, useState } from '../../../learn/kit';
import type { Card, CardText } from '../../../learn/content';
import type { CardType, Play } from '../card';
import { Next, Then } from '../parts';

interface Pledge extends Card {
  rules: string[];
}
interface PledgeText extends CardText {
  rules: Record<string, string>;
  thanks: string;
}
interface Response {
  taken: boolean;
}

/** A rule to take on or not now: two answers of one size, and the same thanks for both. */
function PledgePlayer(p: Play<Pledge, PledgeText, Response>): VNode {
  const [taken, take] = useState(p.before?.taken);
  const { text } = p;
  const over = taken !== undefined;
  const say = (yes: boolean) => () => void p.keep({ taken: yes }).then(() => take(yes), () => undefined);
  return (
    <>
      <main class="page">
        {p.head}
        <h1>{text.title}</h1>
        {text.lead && <p>{text.lead}</p>}
        <ul class="stack">
          {p.card.rules.map((id) => (
            <li class="card">{text.rules[id]}</li>
          ))}
        </ul>
        <Then title={over ? t(taken ? 'pledge.yes' : 'offer.not-now') : undefined}>{over && <p>{text.thanks}</p>}</Then>
        {over && p.kept}
      </main>
      <footer class="acts">
        {over ? (
          <Next next={p.next} />
        ) : (
          <div class="two">
            <button class="btn out" onClick={say(false)}>
              {t('offer.not-now')}
            </button>
            <button class="btn out" onClick={say(true)}>
              {t('pledge.yes')}
            </button>
          </div>
        )}
      </footer>
    </>
  );
}

export const pledge: CardType<Pledge, PledgeText, Response> = { Player: PledgePlayer };
