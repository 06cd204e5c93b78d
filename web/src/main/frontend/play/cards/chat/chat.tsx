import type { VNode } from 'preact';
import { Note, t, useState } from '../../../learn/kit';
import type { Card, CardText } from '../../../learn/content';
import type { CardType, Play } from '../card';
import { Next, Then } from '../parts';
import { Message } from './message';

interface Line {
  from: string;
  at: string;
}
interface Chat extends Card {
  people: string[];
  opening: Line[];
  answers: { id: string; good?: boolean; right?: boolean; replies?: Line[] }[];
}
interface ChatText extends CardText {
  people: Record<string, string>;
  opening: Record<string, string>;
  answers: Record<string, { label: string; replies?: Record<string, string>; then?: string }>;
  rationale?: Record<string, string>;
  tip?: string;
}
interface Response {
  answer: string;
}

/** A conversation is played; she picks what to send, and sees what follows for people. */
function ChatPlayer(p: Play<Chat, ChatText, Response>): VNode {
  const [picked, pick] = useState(p.before?.answer);
  const [sent, send] = useState(p.before?.answer);
  const { text } = p;
  const answer = p.card.answers.find((a) => a.id === sent);
  const words = sent ? text.answers[sent] : undefined;
  const follows = words?.then ?? (sent && text.rationale?.[sent]);
  const say = (line: Line, words: string) => <Message me={line.from === 'me'} name={text.people[line.from]} at={line.at}>{words}</Message>;
  return (
    <>
      <main class="page">
        {p.head}
        <h1>{text.title}</h1>
        {text.lead && <p>{text.lead}</p>}
        <div class="chat">
          {p.card.opening.map((line, i) => say(line, text.opening[i + 1] ?? ''))}
          {answer?.replies?.map((line, i) => say(line, words?.replies?.[i + 1] ?? ''))}
          {answer && !answer.replies?.length && <Message me>{words?.label}</Message>}
        </div>
        {!sent && (
          <fieldset>
            <legend>{t('chat.send-what')}</legend>
            {p.card.answers.map((a) => (
              <label class="choice">
                <input type="radio" name={p.card.id} checked={picked === a.id} onChange={() => pick(a.id)} />
                <span>{text.answers[a.id]?.label}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Then title={follows ? t('chat.then') : undefined}>{follows && <p>{follows}</p>}</Then>
        {sent && text.tip && <Note icon="help">{text.tip}</Note>}
        {sent && p.kept}
      </main>
      <footer class="acts">
        {!sent ? (
          <button
            class="btn"
            disabled={!picked}
            onClick={() => void p.keep({ answer: picked! }).then(() => send(picked), () => undefined)}
          >
            {t('chat.send')}
          </button>
        ) : p.sitting ? (
          <Next next={p.next} />
        ) : (
          <div class="two">
            <button class="btn out" onClick={() => (send(undefined), pick(undefined))}>
              {t('chat.again')}
            </button>
            <Next next={p.next} />
          </div>
        )}
      </footer>
    </>
  );
}

const right = (card: Chat, { answer }: Response): boolean =>
  card.answers.some((a) => a.id === answer && !!(a.right ?? a.good));

export const chat: CardType<Chat, ChatText, Response> = { Player: ChatPlayer, right };
