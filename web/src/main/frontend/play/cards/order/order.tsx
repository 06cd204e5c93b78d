import type { VNode } from 'preact';
import { t, useState } from '../../../learn/kit';
import type { Card, CardText } from '../../../learn/content';
import type { CardType, Play } from '../card';
import { Answered, Then } from '../parts';
import { inOrder, shuffled } from './shuffle';

interface Order extends Card {
  steps: string[];
}
interface OrderText extends CardText {
  steps: Record<string, string>;
  feedback?: { right: string; other: string };
  rationale?: { right: string; other: string };
}
interface Response {
  order: string[];
}

const right = (card: Order, { order }: Response): boolean => inOrder(card.steps, order);

/** Steps are touched one after another and get their numbers; touched again, one is taken back. */
function OrderPlayer(p: Play<Order, OrderText, Response>): VNode {
  const { card, text } = p;
  const [put, setPut] = useState<string[]>(p.before?.order ?? p.draft?.order ?? []);
  const [shown, show] = useState(!!p.before);
  const [last, setLast] = useState('');
  const good = right(card, { order: put });
  const said = (p.sitting ? text.rationale : text.feedback) ?? text.feedback ?? text.rationale;
  const place = (id: string, order: string[]) =>
    order.includes(id) ? t('step', { n: order.indexOf(id) + 1, of: card.steps.length }) : '';
  const touch = (id: string) => {
    const order = put.includes(id) ? put.filter((other) => other !== id) : [...put, id];
    setPut(order);
    setLast(`${text.steps[id]}: ${place(id, order) || '–'}`);
    p.keepDraft?.({ order });
  };
  return (
    <>
      <main class="page">
        {p.head}
        <h1>{text.title}</h1>
        {text.lead && <p>{text.lead}</p>}
        <p class="small soft">{t('order.how')}</p>
        <ul class="stack">
          {shuffled(card.id, card.steps).map((id) => (
            <li>
              <button class="put" aria-pressed={put.includes(id)} disabled={shown} onClick={() => touch(id)}>
                <b class="num" aria-hidden="true">
                  {put.includes(id) && put.indexOf(id) + 1}
                </b>
                <span>
                  {text.steps[id]}
                  <span class="sr"> {place(id, put)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <p class="sr" role="status">
          {last}
        </p>
        <Then title={shown ? t(good ? 'choice.good' : 'choice.other') : undefined}>
          {shown && <p>{good ? said?.right : said?.other}</p>}
          {shown && !good && p.sitting && (
            <ol class="way">
              {card.steps.map((id) => (
                <li>{text.steps[id]}</li>
              ))}
            </ol>
          )}
        </Then>
        {shown && p.kept}
      </main>
      <Answered
        shown={shown}
        over={good || p.sitting}
        ready={put.length === card.steps.length}
        answer={() => void p.keep({ order: put }).then(() => show(true), () => undefined)}
        again={() => (show(false), setPut([]))}
        next={p.next}
      />
    </>
  );
}

export const order: CardType<Order, OrderText, Response> = { Player: OrderPlayer, right };
