const dot = (x: number, y: number) => `M${x} ${y}v.1`;

/** What a simulated phone shows besides the app's own icons. */
export const drawings: Record<string, string> = {
  more: dot(12, 5) + dot(12, 12) + dot(12, 19),
  mic: 'M12 3a3 3 0 013 3v5a3 3 0 01-6 0V6a3 3 0 013-3zM6 11a6 6 0 0012 0M12 17v4',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM9 13a3 3 0 106 0 3 3 0 10-6 0',
  attach: 'M18.5 11.5l-6.8 6.8a4 4 0 01-5.7-5.7l7.5-7.5a2.6 2.6 0 013.7 3.7L9.8 16.2a1.2 1.2 0 01-1.7-1.7l6.2-6.2',
  search: 'M4 10.5a6.5 6.5 0 1013 0 6.5 6.5 0 10-13 0M15.5 15.5L20.5 20.5',
  mute: 'M4 9.5v5h3.5L13 19V5L7.5 9.5zM16.5 9.5l5 5M21.5 9.5l-5 5',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  reply: 'M9 6L4 11l5 5M4 11h9c4 0 6.5 2 7 7',
  forward: 'M15 6l5 5-5 5M20 11h-9c-4 0-6.5 2-7 7',
  star: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 104 0 2 2 0 10-4 0M7 17a2 2 0 104 0 2 2 0 10-4 0',
  gallery: 'M4 5h16v14H4zM4 16l4.5-5 4 4.5 3-3 4.5 4.5M14.5 9v.1',
  info: 'M3 12a9 9 0 1018 0 9 9 0 10-18 0M12 11v5.5M12 7.5v.1',
  plus: 'M12 5v14M5 12h14',
  bell: 'M6 17V11a6 6 0 0112 0v6l1.5 1.5h-15zM10 21h4',
  image: 'M4 5h16v14H4zM8 9.5v.1M5 17l5-5 3 3 2-2 4 4',
  block: 'M3 12a9 9 0 1018 0 9 9 0 10-18 0M5.7 5.7l12.6 12.6',
  wifi: 'M2.5 9.5c5.5-5 13.5-5 19 0M5.5 13c4-3.6 9-3.6 13 0M8.5 16.4c2-1.8 5-1.8 7 0M12 19.8v.1',
  battery: 'M3 8h15v8H3zM21 10.5v3M6 11v2M9.5 11v2',
};
