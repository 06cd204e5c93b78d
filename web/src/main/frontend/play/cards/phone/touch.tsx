import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from '../../../learn/kit';
import type { Control } from './engine';

const holdMs = 500;

interface TouchProps {
  c: Control;
  label: string;
  on: boolean;
  shown: boolean;
  /** Drawn under something else: seen, not touched. */
  dead?: boolean | undefined;
  press: () => void;
  /** A short tap where only a long press does anything. */
  tooShort: () => void;
  children: ComponentChildren;
}

/** One control of the simulated phone: a real button. A message needs a long press, as on a real phone. */
export function Touch({ c, label, on, shown, dead, press, tooShort, children }: TouchProps): VNode {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const finger = useRef(false);
  const held = useRef(false);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => stop, []);
  const hold = () => {
    stop();
    if (held.current) return;
    held.current = true;
    press();
  };
  const longPress = {
    onPointerDown: () => {
      finger.current = true;
      held.current = false;
      stop();
      timer.current = setTimeout(hold, holdMs);
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onPointerLeave: stop,
    onContextMenu: (e: Event) => {
      e.preventDefault(); // a finger's long press, the right button and the menu key all end here
      hold();
    },
    onClick: () => {
      // without a finger it was Enter, Space or a screen reader, which have no long press
      if (!finger.current) held.current = false;
      if (!finger.current) hold();
      else if (!held.current) tooShort();
      finger.current = false;
    },
  };
  return (
    <button
      type="button"
      class={`touch ${c.look}${shown ? ' shown' : ''}`}
      data-control={c.id}
      aria-label={c.look === 'icon' ? label : undefined}
      aria-pressed={c.look === 'toggle' ? on : undefined}
      tabIndex={dead ? -1 : undefined}
      disabled={dead}
      {...(c.look === 'message' ? longPress : { onClick: press })}
    >
      {children}
    </button>
  );
}
