import type { ComponentType, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { signal } from '@preact/signals';
import { Unreached } from '../learn/cost';
import { Frame } from '../shared/frame';
import { roles } from '../shared/roles';
import { speakAlso, t } from './language';
import { vault } from './sync';
import { me } from './who';

/** What the entry of a later part gives: the page at an address, or nothing if there is none. */
interface Part {
  Pages: ComponentType<{ path: string[] }>;
}

/** The part in which the page of an address is, for those who may; the server checks it again. */
function home(first: string): string | undefined {
  const { helper, officer, trainer, admin } = roles();
  const may: Record<string, string | false> = {
    offers: helper && 'office',
    equity: officer && 'office',
    items: (trainer || officer) && 'train',
    cuts: trainer && 'train',
    hardest: (helper || officer || trainer) && 'train',
    desk: admin && 'admin',
    quarantine: admin && 'admin',
    roster: admin && 'admin',
    privacy: admin && 'admin',
    slips: (helper || admin) && 'admin',
    sheet: helper && 'admin',
    mine: 'mine',
    course: 'play',
    assessment: 'hers',
    result: 'hers',
    offer: 'hers',
    me: 'hers',
    again: 'hers',
    ahead: 'hers',
  };
  return may[first] || undefined;
}

const loaded = signal<Record<string, Part>>({});
const failed = signal(false);

/** A page outside the shell: its script, style and words come when they are first asked for. */
export function Later({ path }: { path: string[] }): VNode {
  const part = home(path[0]!);
  const Pages = loaded.value[part ?? '']?.Pages;
  useEffect(() => {
    if (part && !Pages) void load(part);
  }, [part]);
  if (Pages) return <Pages path={path} />;
  return (
    <Frame title={t('kadam')} back="#/">
      {failed.value ? (
        <Unreached again={() => location.reload()} />
      ) : (
        <p>{t(part ? 'bringing' : 'page.unknown')}</p>
      )}
    </Frame>
  );
}

const style = (href: string) =>
  new Promise<unknown>((ok, no) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href, onload: ok, onerror: no });
    document.head.append(link);
  });

/** What she asked to have on the phone and has not all come comes with the part that brings things. */
export function goOnBringing(): void {
  if (me.value && !loaded.value.play && vault().all('keep/').length > 0) void load('play');
}

async function load(part: string): Promise<void> {
  failed.value = false;
  const { parts } = document.querySelector<HTMLElement>('script[data-parts]')!.dataset;
  const [script, href] = (JSON.parse(parts!) as Record<string, [string, string?]>)[part]!;
  try {
    const dressed = href ? [speakAlso(part), style(href)] : [];
    const [pages] = await Promise.all([import(script) as Promise<Part>, ...dressed]);
    loaded.value = { ...loaded.value, [part]: pages };
  } catch {
    failed.value = true;
  }
}
