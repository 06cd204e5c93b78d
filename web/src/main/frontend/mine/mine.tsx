import type { VNode } from 'preact';
import { AskPage } from './ask';
import { ConsentPage } from './consent';
import { LooksPage } from './looks';
import { Mine } from './overview';

/** A worker's own pages about what is kept about her, by the second piece of their address. */
export function Pages({ path }: { path: string[] }): VNode | null {
  switch (path[1]) {
    case undefined:
      return <Mine />;
    case 'consent':
      return <ConsentPage />;
    case 'looks':
      return <LooksPage />;
    case 'ask':
      return <AskPage />;
    default:
      return null;
  }
}
