import type { VNode } from 'preact';
import { Note, t, useEffect, useRef, useState } from '../../../learn/kit';
import type { Card, CardText } from '../../../learn/content';
import type { CardType, Play } from '../card';
import { Next, Then } from '../parts';
import { Message } from './message';

interface Line {
  from: string;
  at: string;
}
interface Answer {
  id: string;
  good?: boolean;
  right?: boolean;
  replies?: Line[];
  /** What she can send after it, where one step is not enough. */
  then?: Answer[];
}
interface Chat extends Card {
  people: string[];
  opening: Line[];
  answers: Answer[];
}
interface AnswerText {
  label: string;
  replies?: Record<string, string>;
  then?: string;
  again?: Record<string, AnswerText>;
}
interface ChatText extends CardText {
  people: Record<string, string>;
  opening: Record<string, string>;
  answers: Record<string, AnswerText>;
  rationale?: Record<string, string>;
  tip?: string;
}
/** `again`: what she sent in the second step. */
interface Response {
  answer: string;
  again?: string;
}

/** A conversation is played; she picks what to send, once or twice, and sees what follows for people. */
function ChatPlayer(p: Play<Chat, ChatText, Response>): VNode {
  const { text } = p;
  const [picked, pick] = useState<string>();
  const [sent, send] = useState<string[]>(p.before ? [p.before.answer, ...(p.before.again ? [p.before.again] : [])] : []);
  const question = useRef<HTMLFieldSetElement>(null);
  const [first, second] = sent;
  const answer = p.card.answers.find((a) => a.id === first);
  const again = answer?.then?.find((a) => a.id === second);
  const words = first ? text.answers[first] : undefined;
  const wordsAgain = second ? words?.again?.[second] : undefined;
  const open = !answer ? p.card.answers : again ? undefined : answer.then;
  const labels = answer ? words?.again : text.answers;
  const follows = open ? undefined : wordsAgain?.then ?? (again ? undefined : words?.then) ?? text.rationale?.[first!];
  const say = (line: Line, said: string) => <Message me={line.from === 'me'} name={text.people[line.from]} at={line.at}>{said}</Message>;
  const replies = (a: Answer | undefined, said: AnswerText | undefined) =>
    a && (a.replies?.length ? a.replies.map((line, i) => say(line, said?.replies?.[i + 1] ?? '')) : <Message me>{said?.label}</Message>);
  // what she sent has taken its question away; the next one is where a keyboard or a screen reader goes on
  useEffect(() => {
    if (sent.length === 1 && open) question.current?.focus();
  }, [sent.length]);
  const sendIt = () => {
    const now = [...sent, picked!];
    const go = () => (send(now), pick(undefined));
    const [one, two] = now;
    if (!two && p.card.answers.find((a) => a.id === one)?.then) go();
    else void p.keep(two ? { answer: one!, again: two } : { answer: one! }).then(go, () => undefined);
  };
  return (
    <>
      <main class="page">
        {p.head}
        <h1>{text.title}</h1>
        {text.lead && <p>{text.lead}</p>}
        <div class="chat">
          {p.card.opening.map((line, i) => say(line, text.opening[i + 1] ?? ''))}
          {replies(answer, words)}
        </div>
        {answer?.then && words?.then && <p>{words.then}</p>}
        {again && <div class="chat">{replies(again, wordsAgain)}</div>}
        {open && (
          <fieldset ref={question} tabIndex={-1} key={sent.length}>
            <legend>{t('chat.send-what')}</legend>
            {open.map((a) => (
              <label class="choice">
                <input type="radio" name={p.card.id} checked={picked === a.id} onChange={() => pick(a.id)} />
                <span>{labels?.[a.id]?.label}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Then title={follows ? t('chat.then') : undefined}>{follows && <p>{follows}</p>}</Then>
        {!open && text.tip && <Note icon="help">{text.tip}</Note>}
        {!open && p.kept}
      </main>
      <footer class="acts">
        {open ? (
          <button class="btn" disabled={!picked} onClick={sendIt}>
            {t('chat.send')}
          </button>
        ) : p.sitting ? (
          <Next next={p.next} />
        ) : (
          <div class="two">
            <button class="btn out" onClick={() => (send([]), pick(undefined))}>
              {t('chat.again')}
            </button>
            <Next next={p.next} />
          </div>
        )}
      </footer>
    </>
  );
}

/** What she sent last decides. */
const right = (card: Chat, { answer, again }: Response): boolean => {
  const first = card.answers.find((a) => a.id === answer);
  const last = first?.then ? first.then.find((a) => a.id === again) : first;
  return !!(last?.right ?? last?.good);
};

export const chat: CardType<Chat, ChatText, Response> = { Player: ChatPlayer, right };
