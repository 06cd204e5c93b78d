import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Control } from './engine';

const holdMs = 500;

interface TouchProps {
  c: Control;
  label: string;
  on: boolean;
  /** Needs a long press, as a message does. The keyboard's Enter and its menu key do the same. */
  hold: boolean;
  shown: boolean;
  /** Drawn under something else: seen, not touched. */
  dead?: boolean | undefined;
  press: () => void;
  children: ComponentChildren;
}

/** One control of the simulated phone: a real button. */
export function Touch({ c, label, on, hold, shown, dead, press, children }: TouchProps): VNode {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => stop, []);
  const down = () => {
    held.current = false;
    stop();
    timer.current = setTimeout(() => fire(), holdMs);
  };
  const fire = () => {
    stop();
    if (held.current) return;
    held.current = true;
    press();
  };
  const longPress = {
    onPointerDown: down,
    onPointerUp: stop,
    onPointerCancel: stop,
    onPointerLeave: stop,
    onContextMenu: (e: Event) => {
      e.preventDefault(); // a finger's long press, the right button and the menu key all end here
      fire();
    },
    // a click that no pointer made: Enter, Space, or a screen reader's double tap
    onClick: (e: MouseEvent) => {
      if (e.detail === 0) {
        held.current = false;
        fire();
      }
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
      {...(hold ? longPress : { onClick: press })}
    >
      {children}
    </button>
  );
}
