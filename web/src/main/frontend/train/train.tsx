import type { VNode } from 'preact';
import { Items } from './items';
import { Hardest } from './hardest';
import { Cuts } from './cuts';
import { PanelPage } from './panel';

/** What trainers come for: the items and what answers say of them, the tasks for the next meeting, the cuts. */
export function Pages({ path }: { path: string[] }): VNode | null {
  if (path[0] === 'items') return <Items />;
  if (path[0] === 'hardest') return <Hardest />;
  if (path[0] === 'cuts') return path[1] ? <PanelPage id={path[1]} /> : <Cuts />;
  return null;
}
