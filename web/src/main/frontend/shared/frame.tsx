import type { ComponentChildren, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { signal, useSignal } from '@preact/signals';
import { choose } from '../shell/session';
import { lang, languages, t } from '../shell/language';
import { keepRest } from '../shell/offline';
import { route, to } from '../shell/router';
import { full } from '../shell/sync';
import { roles } from './roles';
import { Sheet } from './sheet';
import { Icon, Mark, type IconName } from './icons';
import type { Lang } from './types';

interface FrameProps {
  title: string;
  /** Where the arrow in the bar leads; without it the mark stands there. */
  back?: string;
  /** The bar's title is only a reminder of where we are, and the page has a heading of its own. */
  quiet?: boolean;
  acts?: ComponentChildren;
  tabs?: boolean;
  children: ComponentChildren;
}

/** A page: the bar with the language always at hand, one column, and the actions or the tabs at the thumb. */
export function Frame({ title, back, quiet, acts, tabs, children }: FrameProps): VNode {
  return (
    <div class="app">
      <Bar title={title} back={back} quiet={quiet} />
      <main class="page">
        <Full />
        {children}
      </main>
      {acts && <footer class="acts">{acts}</footer>}
      {tabs && <Tabs />}
    </div>
  );
}

const choosing = signal(false);

export function Bar({ title, back, quiet }: { title: string; back?: string | undefined; quiet?: boolean | undefined }): VNode {
  const Name = quiet ? 'p' : 'h1';
  useEffect(() => {
    document.title = `${t('kadam')}: ${title}`;
  }, [title]);
  const ask = () => {
    keepRest(true); // she is about to need another, perhaps where there is no network
    choosing.value = true;
  };
  return (
    <>
      <header class="bar">
        {back === undefined ? (
          <Mark />
        ) : (
          <a href={back} aria-label={t('back')}>
            <Icon name="back" />
          </a>
        )}
        <Name class="name" tabIndex={quiet ? undefined : -1}>
          {title}
        </Name>
        <button onClick={ask}>
          <Icon name="tongue" />
          {t('language')}
        </button>
      </header>
      {choosing.value && (
        <Sheet title={t('language')} close={() => (choosing.value = false)}>
          <Languages then={() => (choosing.value = false)} />
        </Sheet>
      )}
    </>
  );
}

/** The three languages, each in its own script. */
export function Languages({ then }: { then?: () => void }): VNode {
  const away = useSignal(false);
  const pick = async (code: Lang) => {
    away.value = !(await choose(code));
    if (!away.value) then?.();
  };
  return (
    <>
      <div class="line" role="group" aria-label={t('language')}>
        {languages.map(([code, own]) => (
          <button class="chip" lang={code} aria-pressed={lang.value === code} onClick={() => void pick(code)}>
            {own}
          </button>
        ))}
      </div>
      <div role="status">{away.value && <Note icon="look">{t('unreached')}</Note>}</div>
    </>
  );
}

function Tabs(): VNode {
  const { desk, helper, officer, trainer, admin } = roles();
  const tabs: [string, IconName, string][] = [
    desk ? ['', 'data', t('figures')] : ['', 'sun', t('today')],
    ['courses', 'book', t('courses')],
  ];
  if (helper) tabs.push(['offers', 'help', t('offers')]);
  if (officer && !desk) tabs.push(['equity', 'data', t('figures')]);
  if (trainer) tabs.push(['items', 'list', t('items')]);
  if (admin) tabs.push(['desk', 'look', t('admin')]);
  tabs.push(['me', 'me', t('me')]);
  const here = route.value[0] ?? '';
  return (
    <nav class="tabs" aria-label={t('tabs')}>
      {tabs.map(([path, icon, name]) => (
        <a href={path ? to(path) : '#/'} aria-current={here === path ? 'page' : undefined}>
          <Icon name={icon} />
          {name}
        </a>
      ))}
    </nav>
  );
}

/** What she did last is not kept: said at the top of whatever page she is on. */
export const Full = (): VNode => (
  <div class={full.value ? undefined : 'sr'} role="alert">
    {full.value && (
      <Note icon="look" care>
        {t('full')} <a href="#/me">{t('room')}</a>
      </Note>
    )}
  </div>
);

export const Note = (p: { icon: IconName; care?: boolean; children: ComponentChildren }): VNode => (
  <div class={p.care ? 'note care' : 'note'}>
    <Icon name={p.icon} />
    <div class="small">{p.children}</div>
  </div>
);
