import type { VNode } from 'preact';
import { Account } from './account';
import { Desk } from './desk';
import { Privacy } from './privacy';
import { Slips } from './slips';
import { Roster } from './roster';
import { OneImport } from './roster-import';
import { Quarantine } from './quarantine';

/** The administrator's pages, by the first piece of their address; `desk` leads to all of them. */
export function Pages({ path }: { path: string[] }): VNode | null {
  switch (path[0]) {
    case 'desk':
      return <Desk />;
    case 'privacy':
      return <Privacy />;
    case 'slips':
      return path[1] ? <Account id={path[1]} /> : <Slips />;
    case 'roster':
      return path[1] ? <OneImport id={path[1]} key={path[1]} /> : <Roster />;
    case 'quarantine':
      return <Quarantine />;
    default:
      return null;
  }
}
