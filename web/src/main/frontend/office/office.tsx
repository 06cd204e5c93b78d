import type { VNode } from 'preact';
import { Offers } from './offers';
import { Offer } from './offer';
import { Equity } from './equity';

/** The helper's and the officer's pages; loaded only by those who have the role. */
export function Pages({ path }: { path: string[] }): VNode | null {
  const [page, id] = path;
  if (page === 'offers') return id ? <Offer id={id} /> : <Offers />;
  if (page === 'equity') return <Equity />;
  return null;
}
