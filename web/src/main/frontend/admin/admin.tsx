import type { VNode } from 'preact';
import { Account } from './account';
import { Desk } from './desk';
import { Enter, Which } from './paper-enter';
import { Print } from './paper-print';
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
      if (path[1]) return path[2] === 'paper' ? <Print id={path[1]} /> : <Account id={path[1]} />;
      return <Slips />;
    case 'sheet':
      return path[1] ? <Enter code={path[1]} /> : <Which />;
    case 'roster':
      return path[1] ? <OneImport id={path[1]} key={path[1]} /> : <Roster />;
    case 'quarantine':
      return <Quarantine />;
    default:
      return null;
  }
}
