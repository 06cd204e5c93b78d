import type { VNode } from 'preact';
import { Account } from './account';
import { Desk } from './desk';
import { Privacy } from './privacy';
import { Slips } from './slips';

/** The administrator's pages, by the first piece of their address; `desk` leads to all of them. */
export function Pages({ path }: { path: string[] }): VNode | null {
  switch (path[0]) {
    case 'desk':
      return <Desk />;
    case 'privacy':
      return <Privacy />;
    case 'slips':
      return path[1] ? <Account id={path[1]} /> : <Slips />;
    default:
      return null;
  }
}
