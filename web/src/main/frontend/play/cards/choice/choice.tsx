import type { VNode } from 'preact';
import { t, useState } from '../../../learn/kit';
import type { Card, CardText, Picture as PictureName } from '../../../learn/content';
import type { CardType, Play } from '../card';
import { Answered, Picture, RightMark, Then } from '../parts';

interface Choice extends Card {
  answers: { id: string; right?: boolean; picture?: PictureName }[];
  many?: boolean;
  picture?: PictureName;
}
interface ChoiceText extends CardText {
  answers: Record<string, string>;
  /** The pictures of the answers in words. */
  alts?: Record<string, string>;
  feedback?: Record<string, string>;
  rationale?: Record<string, string>;
}
interface Response {
  answers: string[];
}

const right = (card: Choice, { answers }: Response): boolean =>
  card.answers.every((a) => !!a.right === answers.includes(a.id));

/** A question with one right answer or several. What she chose stays visible; what is right gets a tick and a word. */
function ChoicePlayer(p: Play<Choice, ChoiceText, Response>): VNode {
  const [chosen, choose] = useState<string[]>(p.before?.answers ?? []);
  const [shown, show] = useState(!!p.before);
  const toggle = (id: string) =>
    choose(!p.card.many ? [id] : chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id]);
  const answer = () => {
    const inOrder = p.card.answers.map((a) => a.id).filter((id) => chosen.includes(id));
    void p.keep({ answers: inOrder }).then(() => show(true), () => undefined);
  };
  const good = right(p.card, { answers: chosen });
  const told = p.card.answers.filter((a) => chosen.includes(a.id) || (a.right && p.sitting));
  const words = p.text.feedback ?? p.text.rationale ?? {};
  return (
    <>
      <main class="page">
        {p.head}
        <Picture url={p.picture(p.card.picture as never)} alt={p.text.alt} />
        {p.text.lead && <p>{p.text.lead}</p>}
        <fieldset disabled={shown}>
          <legend>
            <h1>{p.text.title}</h1>
          </legend>
          {p.card.many && <p class="small soft">{t('choice.many')}</p>}
          <div class={p.card.answers.some((a) => a.picture) ? 'pics' : 'stack'}>
            {p.card.answers.map((a) => (
              <label class="choice">
                <input
                  type={p.card.many ? 'checkbox' : 'radio'}
                  name={p.card.id}
                  checked={chosen.includes(a.id)}
                  onChange={() => toggle(a.id)}
                />
                <span>
                  <Picture url={p.picture(a.picture as never)} alt={p.text.alts?.[a.id]} />
                  {p.text.answers[a.id]}
                  {shown && a.right && (good || p.sitting) && <RightMark />}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <Then title={shown ? t(good ? 'choice.good' : 'choice.other') : undefined}>
          {shown && told.map((a) => words[a.id] && <p>{words[a.id]}</p>)}
        </Then>
        {shown && p.kept}
      </main>
      <Answered
        shown={shown}
        over={good || p.sitting}
        ready={chosen.length > 0}
        answer={answer}
        again={() => (show(false), choose([]))}
        next={p.next}
      />
    </>
  );
}

export const choice: CardType<Choice, ChoiceText, Response> = { Player: ChoicePlayer, right };
