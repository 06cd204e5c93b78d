import type { VNode } from 'preact';

/** Line drawings on 24 x 24, in the colour of the text they stand by; what only a simulated phone shows is in play. */
const drawings = {
  tongue: 'M4 5h8M8 3v2M10.5 5c-.6 4-3 6.5-6 8M6 8c1 2.5 3 4 5.5 5M12.5 20l4-10 4 10M14 16.5h5',
  clock: 'M3 12a9 9 0 1018 0 9 9 0 10-18 0M12 7v5l3.5 2',
  down: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  phone: 'M9 2.5h6a2 2 0 012 2v15a2 2 0 01-2 2H9a2 2 0 01-2-2v-15a2 2 0 012-2zM11 18.5h2',
  got: 'M3 12a9 9 0 1018 0 9 9 0 10-18 0M7.5 12.5l3 3 6-6.5',
  go: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  help: 'M3 15.5l3-2.3c1.2-.9 2.6-.9 3.9 0H14a1.6 1.6 0 010 3.2h-3M13.5 16.4l5-2.6a1.6 1.6 0 011.6 2.7L14 20.5H8l-2-1.2H3M12 9.5C8 6.7 9.3 3.6 12 5.3c2.7-1.7 4 1.4 0 4.2z',
  eye: 'M2.5 12c2.5-4.3 5.7-6.5 9.5-6.5s7 2.2 9.5 6.5c-2.5 4.3-5.7 6.5-9.5 6.5S5 16.3 2.5 12zM9.2 12a2.8 2.8 0 105.6 0 2.8 2.8 0 10-5.6 0',
  sun: 'M8 12a4 4 0 108 0 4 4 0 10-8 0M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  book: 'M12 6.5C9.5 4.7 6.5 4.3 3.5 4.5v13.5c3-.2 6 .2 8.5 2 2.5-1.8 5.5-2.2 8.5-2V4.5c-3-.2-6 .2-8.5 2zM12 6.5V20',
  me: 'M8 8a4 4 0 108 0 4 4 0 10-8 0M4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6',
  chat: 'M4 5h16v11h-9l-4.5 4V16H4z',
  tap: 'M9 12V5.5a1.7 1.7 0 013.4 0V11l5 1.2c1.4.4 2 1.3 1.8 2.7l-.9 5.6H10l-4.4-5.3a1.5 1.5 0 012.2-2z',
  look: 'M12 4L2.8 20h18.4zM12 10v4.5M12 17.3v.1',
  undo: 'M8 5L4 9l4 4M4 9h10a5 5 0 010 10h-3',
  check: 'M5 13l5 5L19 7',
  ask: 'M3 12a9 9 0 1018 0 9 9 0 10-18 0M9.3 9.5a2.7 2.7 0 115 1.4c-.7 1-2.3 1.4-2.3 3M12 17v.1',
  people: 'M6 8.5a3 3 0 106 0 3 3 0 10-6 0M3 19c.6-3.3 2.9-5 6-5s5.4 1.7 6 5M15 6a3 3 0 010 5.5M17.5 14.5c2 .7 3.2 2.2 3.5 4.5',
  lock: 'M7 10.5h10a2 2 0 012 2v6a2 2 0 01-2 2H7a2 2 0 01-2-2v-6a2 2 0 012-2zM8 10.5V7.5a4 4 0 018 0v3',
  send: 'M4 4.5l17 7.5-17 7.5 2.5-7.5zM6.5 12H13',
  data: 'M7 20V5M3.5 8.5L7 5l3.5 3.5M17 4v15M13.5 15.5L17 19l3.5-3.5',
  more: 'M12 5v.1M12 12v.1M12 19v.1',
  list: 'M4 5v3M3.5 11.5h1.7l-2 4h2M3.5 19h2M10 6.5h10M10 13h10M10 19.5h10',
  put: 'M4 14v6h16v-6M12 4v10M8 10.5l4 4 4-4',
  search: 'M4 10.5a6.5 6.5 0 1013 0 6.5 6.5 0 10-13 0M15.5 15.5L20.5 20.5',
};
export type IconName = keyof typeof drawings;

/** A hidden sheet of drawings, to be shown by their names. */
export function Drawings({ of }: { of: Record<string, string> }): VNode {
  const sheet = Object.entries(of).map(([name, d]) => `<symbol id="${name}" viewBox="0 0 24 24"><path d="${d}"/></symbol>`);
  return <svg width="0" height="0" hidden dangerouslySetInnerHTML={{ __html: sheet.join('') }} />;
}

export const Icons = (): VNode => <Drawings of={drawings} />;

export const Icon = ({ name }: { name: IconName }): VNode => (
  <svg class="i" aria-hidden="true">
    <use href={`#${name}`} />
  </svg>
);

/** The mark: a stair with a flower on top. Someone arriving. */
export const Mark = ({ size = 32 }: { size?: number }): VNode => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <path d="M5 25.5h7V19h7v-6.5h8" fill="none" stroke="currentColor" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round" />
    <circle cx="23" cy="6" r="3.2" fill="#f2a900" />
  </svg>
);
