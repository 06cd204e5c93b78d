import type { VNode } from 'preact';
import {
  answerAgain, Bar, Frame, go, Kept, lang, nameOf, ofModule, paused, place, questionsNow, readable, t, useEffect, useState,
} from '../learn/kit';
import type { Card, CardText, ModuleStructure, ModuleText } from '../learn/content';
import type { Question } from '../learn/questions';
import { open, type Opened, cardType, useDoing, Flower, OtherLanguage, pictureUrl, Listen, Steps, lookThrough, putOff, rate } from '../play/kit';

interface Ready {
  question: Question;
  hash: string;
  opened: Opened<ModuleStructure, ModuleText>;
  card: Card;
  text: CardText;
}

/** A question with all that it needs, from the phone; nothing if its module no longer has it. */
async function fetched(question: Question): Promise<Ready | undefined> {
  const { course, module, card } = question;
  const version = readable(place(course, module)!);
  const opened = version && (await open<ModuleStructure, ModuleText>(nameOf(course, module), version));
  const found = opened?.structure.cards.find((c) => c.id === card);
  const text = opened?.text.cards[card];
  return found && text && cardType(found.type) ? { question, hash: version!.structure.hash, opened: opened!, card: found, text } : undefined;
}

/** The small questions that may come again now, one after the other; leaving in between loses nothing. */
export function Again(): VNode {
  const [asked, ask] = useState<Question[]>();
  const [ready, setReady] = useState<Ready[]>();
  const [at, setAt] = useState(0);
  const [done, setDone] = useState<number[]>([]);
  const { keep, kept } = useDoing(at);
  useEffect(() => {
    void lookThrough().catch(() => undefined).then(() => ask(questionsNow()));
  }, []);
  useEffect(() => {
    // in another language the same questions, though some of them are answered by now
    if (asked) void Promise.all(asked.map(fetched)).then((found) => setReady(found.filter((r): r is Ready => !!r)));
  }, [asked, lang.value]);
  if (!ready) return <Frame title={t('again.title')} back="#/" children={null} />;
  const now = ready[at];
  if (!now) return <Over some={ready.length > 0} />;
  const { question, opened, card, text } = now;
  const { Player } = cardType(card.type)!;
  const mine = ofModule(question.course, question.module);
  const save = async (outcome: object) => {
    await answerAgain(question, now.hash, outcome, rate(card, outcome) ?? 1);
    setDone((before) => [...before, at]);
    // the answer itself is kept; if this is not, the question is only put off the next time
    await putOff(place(question.course, question.module)!, card.id).catch(() => undefined);
  };
  const goOn = async () => {
    await kept();
    scrollTo(0, 0);
    setAt(at + 1);
  };
  return (
    <div class="app" lang={opened.language}>
      <Bar title={t('again.title')} back="#/" quiet />
      <Player
        key={at}
        card={card}
        text={text}
        picture={(name) => pictureUrl(opened.structure.pictures, name, lang.value)}
        sitting={false}
        before={undefined}
        keep={(outcome) => keep(() => save(outcome))}
        next={() => void goOn().catch(() => undefined)}
        head={
          <>
            <Steps now={at} of={ready.map((_, i) => i < at)} />
            <OtherLanguage language={opened.language} />
            <Listen key={`${at}/${opened.language}`} of={nameOf(question.course, question.module)} text={text} language={opened.language} />
          </>
        }
        kept={done.includes(at) ? <p class="line"><Kept of={(d) => mine(d) && d.type === 'card.again' && d.body.card === card.id} /></p> : null}
      />
    </div>
  );
}

const Over = ({ some }: { some: boolean }): VNode => (
  <Frame
    title={t('again.title')}
    back="#/"
    acts={
      <button class="btn" onClick={() => go('#/')}>
        {t('to-today')}
      </button>
    }
  >
    <div class="empty">
      <Flower />
      <p role="status">{t(some ? 'again.over' : paused.value ? 'again.paused' : 'again.none')}</p>
    </div>
  </Frame>
);
