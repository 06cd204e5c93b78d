import type { VNode } from 'preact';
import { Bar, Frame, Kept, finish, finishCard, go, lang, nameOf, ofModule, place, start, t, to, useEffect } from '../learn/kit';
import { useDoing } from './doing';
import { useOpening } from './opening';
import { OtherLanguage } from './other-language';
import { cardsOf, cardToDo, versionOf } from './version';
import { pictureUrl } from './pictures';
import type { ModuleStructure, ModuleText } from '../learn/content';
import { cardType } from './cards';
import { bringAllSounds, Listen } from './sound/listen';
import { Steps } from './steps';

interface PlayerProps {
  course: string;
  module: string;
  /** A card's id; `go`: the first that is not done. */
  card: string;
}

/** One card of a module, and the way to the next, which opens when her answer is safe on the disk. */
export function Player({ course, module, card }: PlayerProps): VNode {
  const version = versionOf(course, module);
  const { opened, looked } = useOpening<ModuleStructure, ModuleText>(nameOf(course, module), version, true);
  const at = place(course, module);
  const cards = opened ? cardsOf(opened.structure) : [];
  const index = cards.findIndex((c) => c.id === card);
  const here = to('course', course, module);
  const { keep, kept } = useDoing(card);

  useEffect(() => {
    if (!looked) return;
    if (!opened) go(here, true);
    else if (!at) void start(course, module, version!).catch(() => undefined);
    if (opened && index < 0) go(to('course', course, module, cardToDo(opened.structure, at)?.id ?? ''), true);
  }, [looked, card]);

  useEffect(() => {
    if (opened) void bringAllSounds(nameOf(course, module), Object.values(opened.text.cards)).catch(() => undefined);
  }, [opened]);

  const now = cards[index];
  const text = now && opened?.text.cards[now.id];
  if (!opened || !now || !text || !at) return <Frame title={t('courses')} back={here} children={null} />;
  const kind = cardType(now.type)!;
  const goOn = async () => {
    await kept();
    const following = cards[index + 1];
    if (!following) await finish(course, module);
    go(to('course', course, module, following?.id ?? 'end'));
  };
  const done = ofModule(course, module);
  return (
    <div class="app" lang={opened.language}>
      <Bar title={opened.text.title} back={here} quiet />
      <kind.Player
        key={now.id}
        card={now}
        text={text}
        picture={(name) => pictureUrl(opened.structure.pictures, name, lang.value)}
        sitting={false}
        before={at.done[now.id] as object | undefined}
        keep={(outcome) => keep(() => finishCard(course, module, now.id, outcome))}
        next={() => void goOn().catch(() => undefined)}
        head={
          <>
            <Steps now={index} of={cards.map((c) => c.id in at.done)} />
            <OtherLanguage language={opened.language} />
            <Listen key={`${now.id}/${opened.language}`} of={nameOf(course, module)} text={text} language={opened.language} />
          </>
        }
        kept={now.id in at.done ? <p class="line"><Kept of={(d) => done(d) && d.body.card === now.id} /></p> : null}
      />
    </div>
  );
}
