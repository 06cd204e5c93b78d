import type { VNode } from 'preact';

/** Line drawings on 24 x 24, in the colour of the text they stand by; one hidden sheet for the whole app. */
const dot = (x: number, y: number) => `M${x} ${y}v.1`;
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
  // what a simulated phone shows
  more: dot(12, 5) + dot(12, 12) + dot(12, 19),
  mic: 'M12 3a3 3 0 013 3v5a3 3 0 01-6 0V6a3 3 0 013-3zM6 11a6 6 0 0012 0M12 17v4',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM9 13a3 3 0 106 0 3 3 0 10-6 0',
  attach: 'M18.5 11.5l-6.8 6.8a4 4 0 01-5.7-5.7l7.5-7.5a2.6 2.6 0 013.7 3.7L9.8 16.2a1.2 1.2 0 01-1.7-1.7l6.2-6.2',
  search: 'M4 10.5a6.5 6.5 0 1013 0 6.5 6.5 0 10-13 0M15.5 15.5L20.5 20.5',
  mute: 'M4 9.5v5h3.5L13 19V5L7.5 9.5zM16.5 9.5l5 5M21.5 9.5l-5 5',
  people: 'M6 8.5a3 3 0 106 0 3 3 0 10-6 0M3 19c.6-3.3 2.9-5 6-5s5.4 1.7 6 5M15 6a3 3 0 010 5.5M17.5 14.5c2 .7 3.2 2.2 3.5 4.5',
  lock: 'M7 10.5h10a2 2 0 012 2v6a2 2 0 01-2 2H7a2 2 0 01-2-2v-6a2 2 0 012-2zM8 10.5V7.5a4 4 0 018 0v3',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  reply: 'M9 6L4 11l5 5M4 11h9c4 0 6.5 2 7 7',
  forward: 'M15 6l5 5-5 5M20 11h-9c-4 0-6.5 2-7 7',
  star: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 104 0 2 2 0 10-4 0M7 17a2 2 0 104 0 2 2 0 10-4 0',
  gallery: 'M4 5h16v14H4zM4 16l4.5-5 4 4.5 3-3 4.5 4.5M14.5 9v.1',
  info: 'M3 12a9 9 0 1018 0 9 9 0 10-18 0M12 11v5.5M12 7.5v.1',
  plus: 'M12 5v14M5 12h14',
  send: 'M4 4.5l17 7.5-17 7.5 2.5-7.5zM6.5 12H13',
  bell: 'M6 17V11a6 6 0 0112 0v6l1.5 1.5h-15zM10 21h4',
  image: 'M4 5h16v14H4zM8 9.5v.1M5 17l5-5 3 3 2-2 4 4',
  block: 'M3 12a9 9 0 1018 0 9 9 0 10-18 0M5.7 5.7l12.6 12.6',
  wifi: 'M2.5 9.5c5.5-5 13.5-5 19 0M5.5 13c4-3.6 9-3.6 13 0M8.5 16.4c2-1.8 5-1.8 7 0M12 19.8v.1',
  data: 'M7 20V5M3.5 8.5L7 5l3.5 3.5M17 4v15M13.5 15.5L17 19l3.5-3.5',
  battery: 'M3 8h15v8H3zM21 10.5v3M6 11v2M9.5 11v2',
};
export type IconName = keyof typeof drawings;

const sheet = Object.entries(drawings)
  .map(([name, d]) => `<symbol id="${name}" viewBox="0 0 24 24"><path d="${d}"/></symbol>`)
  .join('');

export const Icons = (): VNode => <svg width="0" height="0" hidden dangerouslySetInnerHTML={{ __html: sheet }} />;

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
