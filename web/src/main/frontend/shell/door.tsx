import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { signal } from '@preact/signals';
import { Frame, Note } from '../shared/frame';
import { Icon } from '../shared/icons';
import { Sheet } from '../shared/sheet';
import { number, t, tn } from './language';
import { people, waits, type Person } from './people';
import { arrived, begin, chooseOwn, open, own } from './session';
import { goToSignIn } from './sign-in';
import { readPin } from './vault';
import { Welcome } from './welcome';

/** Whose name was touched in the list; `null`: somebody who is not in it; `undefined`: the list itself. */
export const chosen = signal<string | null | undefined>(undefined);
/** She signed in with a new PIN because the one of her store is forgotten. */
export const anew = signal(false);

/** Nobody's store is open: set one up, open one, choose whose, or sign in. */
export function Door(): VNode {
  const who = arrived.value;
  if (chosen.value === null) return <Welcome back={() => (chosen.value = undefined)} />;
  if (who && !chosen.value && (anew.value || !people.value.some((p) => p.worker === who.id))) return <SetUp code={who.code} />;
  if (people.value.length === 0) return <Welcome />;
  const one = people.value.length === 1 ? people.value[0] : people.value.find((p) => p.worker === chosen.value);
  return one ? <Opening person={one} /> : <List />;
}

const List = (): VNode => (
  <Frame title={t('people')} acts={<Somebody />}>
    <ul class="rows">
      {people.value.map((p) => (
        <li>
          <button class="row" onClick={() => (chosen.value = p.worker)}>
            <Icon name="me" />
            <b>{p.code}</b>
            <Icon name="go" />
          </button>
        </li>
      ))}
    </ul>
  </Frame>
);

const Somebody = (): VNode => (
  <button class="btn out" onClick={() => (chosen.value = null)}>
    {t('people.else')}
  </button>
);

/** Six digits and a button; what is typed is not seen, and no browser offers to keep it for everybody. */
function Pin(p: { label: string; act: string; done: (pin: string) => Promise<void>; rests?: boolean; children?: ComponentChildren }): VNode {
  const [typed, type] = useState('');
  const [busy, setBusy] = useState(false);
  const pin = readPin(typed);
  const submit = (e: Event) => {
    e.preventDefault();
    if (!pin || busy || p.rests) return;
    setBusy(true);
    void p.done(pin).finally(() => {
      type('');
      setBusy(false);
    });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <div class="field">
        <label for="pin">{p.label}</label>
        <input
          id="pin"
          type="text"
          class="pin hide"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={typed}
          onInput={(e) => type(e.currentTarget.value)}
        />
      </div>
      {p.children}
      <button class="btn" disabled={!pin || busy || p.rests}>
        {busy ? t('bringing') : p.act}
      </button>
    </form>
  );
}

/** The first time on this phone: her PIN once more, which the phone then locks her things with. */
function SetUp({ code }: { code: string }): VNode {
  const [failed, setFailed] = useState(false);
  const unsaid = own.value === undefined;
  return (
    <Frame title={t('pin.set')}>
      <p>
        <b>{code}</b>
      </p>
      <p>{t('pin.why')}</p>
      {unsaid && (
        <div class="line" role="group" aria-label={t('people')}>
          <button class="chip" onClick={() => void chooseOwn(true)}>
            {t('phone.mine')}
          </button>
          <button class="chip" onClick={() => void chooseOwn(false)}>
            {t('phone.shared')}
          </button>
        </div>
      )}
      {failed && (
        <Note icon="look" care>
          {t('full')}
        </Note>
      )}
      <Pin
        label={t('pin')}
        act={t('go-on')}
        rests={unsaid}
        done={async (pin) => {
          try {
            await begin(pin);
            anew.value = false;
          } catch {
            setFailed(true);
          }
        }}
      />
      <Note icon="lock">{t('pin.protects')}</Note>
      {own.value === false && <p class="small soft">{t('pin.locks')}</p>}
      {people.value.length > 0 && (
        <button class="btn out" onClick={() => (chosen.value = people.value[0]!.worker)}>
          {t('people.else')}
        </button>
      )}
    </Frame>
  );
}

/** Her PIN opens her store again, with or without a network. */
function Opening({ person }: { person: Person }): VNode {
  const [wrong, setWrong] = useState(false);
  const [asking, ask] = useState(false);
  const [away, setAway] = useState(false);
  const [, tick] = useState(0);
  const left = Math.ceil(waits(person) / 1000);
  useEffect(() => {
    const timer = left > 0 ? setTimeout(() => tick(Date.now()), 1000) : undefined;
    return () => clearTimeout(timer);
  });
  const others = people.value.length > 1;
  return (
    <Frame title={person.code}>
      <Pin
        label={t('pin')}
        act={t('pin.open')}
        rests={left > 0}
        done={async (pin) => setWrong(!(await open(person, pin)))}
      >
        <div role="status">
          {(wrong || left > 0) && (
            <Note icon="look" care>
              {t('pin.wrong')} {left > 0 && (left > 90 ? tn('pin.wait-minutes', Math.ceil(left / 60)) : t('pin.wait', { n: number(left) }))}
            </Note>
          )}
        </div>
      </Pin>
      <button class="btn bare slim" onClick={() => ask(true)}>
        {t('pin.forgot')}
      </button>
      <button class="btn out" onClick={() => (chosen.value = others ? undefined : null)}>
        {t('people.else')}
      </button>
      {asking && (
        <Sheet title={t('pin.forgot')} close={() => ask(false)}>
          <p>{t('pin.anew')}</p>
          {away && <Note icon="look">{t('sign-in.away')}</Note>}
          <button class="btn" onClick={() => void goToSignIn(own.value, person.worker).catch(() => setAway(true))}>
            {t('pin.anew-do')}
          </button>
        </Sheet>
      )}
    </Frame>
  );
}
