import type { ComponentChildren, VNode } from 'preact';
import { Icon, t, useEffect, useRef } from '../../learn/kit';

export const Picture = ({ url, alt }: { url: string | undefined; alt?: string | undefined }): VNode | null =>
  url ? <img class="pic" src={url} alt={alt ?? ''} /> : null;

/** What followed: read out when it comes, and brought into view. */
export function Then({ title, children }: { title?: string; children: ComponentChildren }): VNode {
  const box = useRef<HTMLElement>(null);
  const empty = !children;
  useEffect(() => {
    if (!empty) box.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [empty]);
  return (
    <section ref={box} class={empty ? 'sr' : 'then stack'} aria-live="polite">
      {!empty && title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

export const Next = ({ next, label }: { next: () => void; label?: string }): VNode => (
  <button class="btn" onClick={next}>
    {label ?? t('next')}
  </button>
);

export const RightMark = (): VNode => (
  <b class="state got">
    <Icon name="check" />
    {t('choice.right')}
  </b>
);

interface AnsweredProps {
  /** Whether what followed is shown. */
  shown: boolean;
  /** Whether there is nothing to try again. */
  over: boolean;
  /** Whether there is something to answer with. */
  ready: boolean;
  answer: () => void;
  again: () => void;
  next: () => void;
}

/** The way on below a card with an answer: give it, try again where it did not fit, go on. */
export const Answered = (p: AnsweredProps): VNode => (
  <footer class="acts">
    {!p.shown ? (
      <button class="btn" disabled={!p.ready} onClick={p.answer}>
        {t('answer')}
      </button>
    ) : p.over ? (
      <Next next={p.next} />
    ) : (
      <div class="two">
        <button class="btn out" onClick={p.again}>
          {t('again')}
        </button>
        <Next next={p.next} />
      </div>
    )}
  </footer>
);
