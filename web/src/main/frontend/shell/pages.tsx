import type { VNode } from 'preact';
import { Me } from '../learn/me';
import { Today } from '../learn/today';

/** Which page an address means. What is not found here may be of the office, which is loaded only when asked for. */
export function Page({ path }: { path: string[] }): VNode {
  switch (path[0]) {
    case 'me':
      return <Me />;
    default:
      return <Today />;
  }
}
