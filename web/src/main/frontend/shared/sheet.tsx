import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../shell/language';

/** A question over the page; the browser's own dialog keeps the focus in it and closes it on Escape. */
export function Sheet(p: { title: string; close: () => void; children: ComponentChildren }): VNode {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    box.current?.showModal();
    return () => before?.focus();
  }, []);
  return (
    <dialog ref={box} class="page" aria-label={p.title} onClose={p.close}>
      <h2>{p.title}</h2>
      {p.children}
      <button class="btn bare" onClick={p.close}>
        {t('close')}
      </button>
    </dialog>
  );
}
