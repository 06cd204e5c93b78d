import type { VNode } from 'preact';
import { Icon, t } from '../../../learn/kit';
import type { IconName } from '../../../shared/icons';
import { Message } from '../chat/message';
import { isOn, type Control, type Screen, type State } from './engine';
import { Touch } from './touch';

export interface ScreenText {
  title: string;
  messages?: Record<string, string>;
}
export interface Drawn {
  screens: Record<string, Screen>;
  texts: Record<string, ScreenText>;
  controls: Record<string, string>;
  people: Record<string, string>;
  state: State;
  /** The control that the hint points at. */
  shown: string | undefined;
  press: (id: string) => void;
  tooShort: (id: string) => void;
}

/** What stands beside the line to write on, rather than in the bar. */
const writing = /^(mic|camera|attach|send|image|gallery)$/;

/** One screen of the simulated phone; a sheet or a dialog lies over the screen that it came from. */
export function PhoneScreen({ d, name, behind }: { d: Drawn; name: string; behind?: boolean }): VNode | null {
  const screen = d.screens[name];
  if (!screen) return null;
  const text = d.texts[name];
  if (screen.over && !behind) {
    return (
      <div class="over">
        <div class="under" aria-hidden="true">
          <PhoneScreen d={d} name={screen.over} behind />
        </div>
        <div class={screen.look === 'sheet' ? 'sheet' : 'ask'} role="group" aria-label={text?.title}>
          {screen.look !== 'sheet' && <p class="title">{text?.title}</p>}
          <Lines screen={screen} text={text} d={d} />
          <Touches of={screen.controls} d={d} />
        </div>
      </div>
    );
  }
  const looks = (...names: Control['look'][]) => screen.controls.filter((c) => names.includes(c.look));
  const icons = looks('icon');
  const back = icons.filter((c) => c.icon === 'back');
  const home = screen.look === 'home';
  const below = screen.look === 'chat' ? icons.filter((c) => writing.test(c.icon ?? '')) : [];
  const above = home ? [] : icons.filter((c) => !back.includes(c) && !below.includes(c));
  const titles = looks('title');
  return (
    <div class={behind ? 'glass behind' : 'glass'}>
      <header>
        <Touches of={back} d={d} dead={behind} />
        {titles.length > 0 ? <Touches of={titles} d={d} dead={behind} /> : <span>{text?.title}</span>}
        <Touches of={above} d={d} dead={behind} />
      </header>
      {looks('tab').length > 0 && (
        <div class="line tabs-in">
          <Touches of={looks('tab')} d={d} dead={behind} />
        </div>
      )}
      <Lines screen={screen} text={text} d={d} dead={behind} />
      {home && (
        <div class="apps">
          <Touches of={icons} d={d} dead={behind} />
        </div>
      )}
      <div>
        <Touches of={looks('row', 'toggle', 'button')} d={d} dead={behind} />
      </div>
      {below.length > 0 && (
        <div class="write">
          <span />
          <Touches of={below} d={d} dead={behind} />
        </div>
      )}
    </div>
  );
}

/** What stands on the screen: messages, and those among the controls that look like one. */
function Lines(p: { screen: Screen; text: ScreenText | undefined; d: Drawn; dead?: boolean | undefined }): VNode | null {
  const held = p.screen.controls.filter((c) => c.look === 'message');
  const messages = p.screen.messages ?? [];
  if (held.length + messages.length === 0) return null;
  return (
    <div class="chat">
      {messages.map((m, i) => (
        <Message me={m.from === 'me'} name={p.d.people[m.from]} at={m.at}>
          {m.picture && <Icon name={'image' as IconName} />} {p.text?.messages?.[i + 1]}
        </Message>
      ))}
      <Touches of={held} d={p.d} dead={p.dead} />
    </div>
  );
}

const Touches = ({ of, d, dead }: { of: Control[]; d: Drawn; dead?: boolean | undefined }): VNode => (
  <>
    {of.map((c) => {
      const label = d.controls[c.id] ?? c.id;
      return (
        <Touch
          key={c.id}
          c={c}
          label={label}
          on={isOn(d.state, c)}
          shown={d.shown === c.id}
          dead={dead}
          press={() => d.press(c.id)}
          tooShort={() => d.tooShort(c.id)}
        >
          <Face c={c} label={label} />
        </Touch>
      );
    })}
  </>
);

/** What a control looks like inside its button. */
function Face({ c, label }: { c: Control; label: string }): VNode {
  return (
    <>
      {c.icon && <Icon name={c.icon as IconName} />}
      <span class={c.look === 'icon' ? 'face' : undefined}>{label}</span>
      {c.look === 'toggle' && <span class="switch" aria-hidden="true" />}
      {c.look === 'message' && <span class="sr">{t('phone.hold')}</span>}
    </>
  );
}
