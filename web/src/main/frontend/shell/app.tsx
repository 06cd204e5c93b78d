import { Component, type ComponentChildren, type VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { signal } from '@preact/signals';
import { Frame } from '../shared/frame';
import { Icons } from '../shared/icons';
import { Door } from './door';
import { t } from './language';
import { Page } from './pages';
import { route } from './router';
import { me } from './who';

/** It is known who is here: from the phone, or from the server's answer after signing in. */
export const ready = signal(false);

export function App(): VNode {
  return (
    <>
      <Icons />
      {!ready.value ? <Waiting /> : me.value ? <Routed /> : <Door />}
    </>
  );
}

const Waiting = (): VNode => (
  <Frame title={t('kadam')}>
    <p role="status">{t('bringing')}</p>
  </Frame>
);

/** Keeps an unforeseen fault in one page from taking the whole app away; what she did is on the disk by then. */
class Safe extends Component<{ children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };
  static override getDerivedStateFromError() {
    return { broken: true };
  }
  render(): ComponentChildren {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

export const Broken = (): VNode => (
  <Frame title={t('kadam')} back="#/">
    <p role="alert">{t('broken')}</p>
    <button class="btn" onClick={() => location.replace('/')}>
      {t('to-today')}
    </button>
  </Frame>
);

function Routed(): VNode {
  const here = route.value;
  const address = here.join('/');
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo(0, 0);
    const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }, [address]);
  return (
    <Safe key={address}>
      <Page path={here} />
    </Safe>
  );
}
