import type { ComponentType, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { signal } from '@preact/signals';
import { Unreached } from '../learn/cost';
import { Frame } from '../shared/frame';
import { roles } from '../shared/roles';
import { speakOffice, t } from './language';

interface OfficePart {
  /** The page at an address, or nothing if there is none. */
  Office: ComponentType<{ path: string[] }>;
}

const addresses = ['offers', 'equity'];

const part = signal<OfficePart | undefined>(undefined);
const failed = signal(false);

/** The helper's and the officer's pages: script, style and words come only to those who have such a role. */
export function Office({ path }: { path: string[] }): VNode {
  const may = (roles().helper || roles().officer) && addresses.includes(path[0]!);
  useEffect(() => {
    if (may && !part.value) void load();
  }, [may]);
  const Pages = part.value?.Office;
  if (may && Pages) return <Pages path={path} />;
  return (
    <Frame title={t('kadam')} back="#/">
      {failed.value ? (
        <Unreached again={() => location.reload()} />
      ) : (
        <p>{t(may ? 'bringing' : 'page.unknown')}</p>
      )}
    </Frame>
  );
}

async function load(): Promise<void> {
  failed.value = false;
  const { office, officeCss } = document.querySelector<HTMLElement>('script[data-office]')!.dataset;
  try {
    const styled = new Promise((ok, no) => {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'stylesheet', href: officeCss, onload: ok, onerror: no });
      document.head.append(link);
    });
    const [loaded] = await Promise.all([import(office!) as Promise<OfficePart>, speakOffice(), styled]);
    part.value = loaded;
  } catch {
    failed.value = true;
  }
}
