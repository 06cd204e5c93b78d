import type { VNode } from 'preact';
import type { Card, CardText, Picture as PictureName } from '../../../learn/content';
import type { CardType, Play } from '../card';
import { Next, Picture } from '../parts';

interface Story extends Card {
  picture?: PictureName;
  paragraphs: number;
}
type StoryText = CardText & Record<`p${number}`, string>;

/** A picture and a few short paragraphs; the last one is what the story is about. */
function StoryPlayer(p: Play<Story, StoryText, object>): VNode {
  const lines = Array.from({ length: p.card.paragraphs }, (_, i) => p.text[`p${i + 1}`] ?? '');
  const read = () => void p.keep({}).then(p.next, () => undefined);
  return (
    <>
      <main class="page">
        {p.head}
        <h1>{p.text.title}</h1>
        <Picture url={p.picture(p.card.picture as never)} alt={p.text.alt} />
        <div class="stack">
          {lines.map((line, i) => (
            <p>{i > 0 && i === lines.length - 1 ? <b>{line}</b> : line}</p>
          ))}
        </div>
        {p.kept}
      </main>
      <footer class="acts">
        <Next next={read} />
      </footer>
    </>
  );
}

export const story: CardType<Story, StoryText, object> = { Player: StoryPlayer };
