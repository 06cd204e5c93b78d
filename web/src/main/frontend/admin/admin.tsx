import type { VNode } from 'preact';
import { Desk } from './desk';
import { Privacy } from './privacy';

/** The administrator's pages, by the first piece of their address; `desk` leads to all of them. */
export function Pages({ path }: { path: string[] }): VNode | null {
  switch (path[0]) {
    case 'desk':
      return <Desk />;
    case 'privacy':
      return <Privacy />;
    default:
      return null;
  }
}
