import type { ComponentType, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { signal } from '@preact/signals';
import { Icons } from '../shared/icons';
import { Page } from './pages';
import { route } from './router';
import { me } from './session';
import { Welcome } from './welcome';

/** Everything that the phone knows by itself has been read. */
export const ready = signal(false);

export function App(): VNode {
  return (
    <>
      <Icons />
      {!ready.value ? null : me.value ? <Routed /> : <Welcome />}
    </>
  );
}

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
  const Shown: ComponentType<{ path: string[] }> = Page;
  return <Shown key={address} path={here} />;
}
