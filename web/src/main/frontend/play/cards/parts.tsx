import type { ComponentChildren, VNode } from 'preact';
import { t, useEffect, useRef } from '../../learn/kit';

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
