import type { ComponentChildren, VNode } from 'preact';

/** One message: the side, the shade and the name say who speaks. */
export const Message = (p: {
  me?: boolean;
  name?: string | undefined;
  at?: string;
  children: ComponentChildren;
}): VNode => (
  <p class={p.me ? 'msg me' : 'msg'}>
    {!p.me && p.name && <b>{p.name}</b>}
    {p.children}
    {p.at && (
      <>
        {' '}
        <time>{p.at}</time>
      </>
    )}
  </p>
);
