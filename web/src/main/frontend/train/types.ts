/** What the trainers' pages get from the server; field names are those of the HTTP API. */
export type Texts = Record<'en' | 'hi' | 'lo', string>;

export type Verdict = 'keep' | 'look' | 'drop' | 'wait';

export interface Reason {
  code: string;
  /** What people are told apart by, or an answer. */
  group?: string;
}
export interface Dif {
  dimension: 'sex' | 'cadre' | 'language' | 'age';
  focal: string;
  reference: string;
  verdict: 'A' | 'B' | 'C' | 'not-enough';
  delta?: number;
  p?: number;
  crossing?: boolean;
}
/** Figures that are hidden, or that cannot be said, are missing. */
export interface Figures {
  item: string;
  version: number;
  area: string;
  observed: boolean;
  verdict: Verdict;
  reasons: Reason[];
  answers?: number;
  share?: number;
  helped?: number;
  guess: number;
  difficulty?: number;
  error?: number;
  discrimination?: number;
  infit?: number;
  outfit?: number;
  fit?: number;
  dif: Dif[];
  options: { option: string; right: boolean; percent?: number }[];
  exposure?: number;
}
export interface Item {
  figures: Figures;
  can?: Texts;
}
export interface Report {
  id: string;
  state: 'ready' | 'accepted' | 'declined';
  finishedAt: string;
  decidedAt?: string;
  persons: number;
  items: Item[];
  bank: { area: string; level: number; items: number }[];
  faults: { item: string; kind: string }[];
}
export interface Progress {
  id: string;
  state: 'waiting' | 'working' | 'few' | 'ready' | 'accepted' | 'declined' | 'superseded' | 'failed';
  askedAt: string;
  items: number;
  done: number;
  persons?: number;
  needed: number;
}
export interface Desk {
  progress?: Progress;
  report?: Report;
}
export interface Told {
  asOf: string;
  groups: { code: string; place: Texts; tasks: { can: Texts; tenths: number }[] }[];
}

export interface Panel {
  id: string;
  heldOn: string;
  panel: string;
  cuts?: number[];
  setAt?: string;
}
export interface Shelf {
  cuts: number[];
  provisional: boolean;
  panels: Panel[];
}
/** Shares are in percent, one for each cut. */
export interface Sitting {
  panel: Panel;
  items: { item: string; area: string; can?: Texts }[];
  judges: { judge: number; items: Record<string, number[]>; cuts?: number[] }[];
  rated: { item: string; mean: (number | null)[]; spread: (number | null)[] }[];
  cuts: { at: number; spread?: number; error?: number }[];
  needed: number;
  trouble: '' | 'judges' | 'order' | 'end';
}
