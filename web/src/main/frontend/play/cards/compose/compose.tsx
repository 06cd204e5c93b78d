import type { VNode } from 'preact';
import { Icon, t, useRef, useState } from '../../../learn/kit';
import type { Card, CardText } from '../../../learn/content';
import type { CardType, Play } from '../card';
import { Next, RightMark, Then } from '../parts';
import { caught, type Caught } from './catch';

const parts = ['situation', 'background', 'assessment', 'request'] as const;
type Part = (typeof parts)[number];
const urgencies = ['now', 'today', 'week'] as const;
type Urgency = (typeof urgencies)[number];

interface Compose extends Card {
  names: number;
  urgency: Urgency;
}
interface ComposeText extends CardText {
  names: Record<string, string>;
  hints: Record<Part, string>;
  good: Record<Part, string>;
  call: string;
}
/** All that is ever kept of it: no word that was typed. */
interface Response {
  urgency: Urgency;
  caught: number;
}

const most = 99;

/**
 * A message about a case, in four parts. What is typed lives in this component alone: it goes into no event, draft, store
 * or log, and is gone with the page.
 */
function ComposePlayer(p: Play<Compose, ComposeText, Response>): VNode {
  const { card, text } = p;
  const [typed, type] = useState<Partial<Record<Part, string>>>({});
  const [soon, setSoon] = useState<Urgency | undefined>(p.before?.urgency);
  const [over, setOver] = useState(!!p.before);
  const times = useRef(0);
  const warned = useRef(false);
  const fields = useRef<Partial<Record<Part, HTMLTextAreaElement | null>>>({});
  const look = (words: string | undefined): Caught[] =>
    words ? caught(words, Object.values(text.names), t('compose.addresses').split(',')) : [];
  const write = (part: Part, words: string) => {
    const before = look(typed[part]).map((c) => c.kind);
    times.current += look(words).filter((c) => !before.includes(c.kind)).length;
    warned.current = false;
    type({ ...typed, [part]: words });
  };
  const show = () => {
    const [first] = parts.filter((part) => look(typed[part]).length > 0);
    if (first && !warned.current) {
      // said once more; a word of hers that only looks like a name must not stop her
      warned.current = true;
      fields.current[first]?.focus();
      return;
    }
    const response = { urgency: soon!, caught: Math.min(most, times.current) };
    void p.keep(response).then(() => setOver(true), () => undefined);
  };
  const right = soon === card.urgency;
  return (
    <>
      <main class="page">
        {p.head}
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        {!over && <p class="small soft">{t('compose.stays')}</p>}
        {!over &&
          parts.map((part) => (
            <div class="field">
              <label htmlFor={part}>{t(`compose.${part}`)}</label>
              <p class="small soft" id={`${part}-hint`}>
                {text.hints[part]}
              </p>
              <textarea
                id={part}
                ref={(field) => {
                  fields.current[part] = field;
                }}
                rows={3}
                value={typed[part] ?? ''}
                autocomplete="off"
                spellcheck={false}
                aria-describedby={`${part}-hint ${part}-caught`}
                onInput={(e) => write(part, e.currentTarget.value)}
              />
              <div id={`${part}-caught`} class="stack" aria-live="polite">
                {look(typed[part]).map((c) => (
                  <p class="note care">
                    <Icon name="look" />
                    <span>{t(`compose.is-${c.kind}`, { what: c.what })}</span>
                  </p>
                ))}
              </div>
            </div>
          ))}
        <fieldset disabled={over}>
          <legend>{t('compose.soon')}</legend>
          {urgencies.map((u) => (
            <label class="choice">
              <input type="radio" name={card.id} checked={soon === u} onChange={() => setSoon(u)} />
              <span>
                {t(`compose.${u}`)}
                {over && card.urgency === u && <RightMark />}
              </span>
            </label>
          ))}
        </fieldset>
        <Then title={over ? t(right ? 'choice.good' : 'choice.other') : undefined}>
          {over &&
            parts.map((part) => (
              <section class="stack">
                <h3>{t(`compose.${part}`)}</h3>
                <div class="two">
                  {typed[part] && (
                    <p>
                      <b class="small">{t('compose.yours')}</b>
                      <br />
                      {typed[part]}
                    </p>
                  )}
                  <p>
                    <b class="small">{t('compose.example')}</b>
                    <br />
                    {text.good[part]}
                  </p>
                </div>
              </section>
            ))}
          {over && (
            <section class="stack">
              <h3>{t('compose.call')}</h3>
              <p>
                <b>{text.call}</b>
              </p>
            </section>
          )}
        </Then>
        {over && p.kept}
      </main>
      <footer class="acts">
        {over ? (
          <Next next={p.next} />
        ) : (
          <button class="btn" disabled={!soon} onClick={show}>
            {t('compose.show')}
          </button>
        )}
      </footer>
    </>
  );
}

export const compose: CardType<Compose, ComposeText, Response> = { Player: ComposePlayer };
