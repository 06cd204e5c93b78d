/** What the office's pages get from the server; field names are those of the HTTP API. */
export type Texts = Record<'en' | 'hi' | 'lo', string>;

export type State = 'offered' | 'accepted' | 'declined' | 'contested' | 'confirmed' | 'not-now' | 'wrong';

export interface Flag {
  id: string;
  kind: 'device' | 'skill';
  raisedAt: string;
  state: State;
  worker?: { id: string; code: string; name: string };
  reason: { title: Texts; facts: { text: Texts; date: string; source: Texts }[] };
  note?: string | null;
  answeredAt?: string | null;
  decidedAt?: string | null;
}
export interface Flags {
  flags: Flag[];
  next: string | null;
}

/** One figure: hidden ones carry nothing that could be guessed from. Percentages and their 95 % range are 0 to 100. */
export type Measure =
  | { shown: false }
  | { shown: true; count: number; of: number; percent: number; low: number; high: number; few: boolean };

export type MeasureName = 'reached' | 'assessed' | 'level2' | 'completed' | 'offers';
export const measures: MeasureName[] = ['reached', 'assessed', 'level2', 'completed', 'offers'];

export interface Row {
  code: string;
  label: Texts;
  workers: number;
  measures: Record<MeasureName, Measure>;
}
export interface Table {
  dimension: string;
  /** What the figures are by, as a heading; and what a row is, as the head of its column. */
  label: Texts;
  head: Texts;
  rows: Row[];
  total: { workers: number; measures: Record<MeasureName, Measure> };
}
export interface Report {
  place: { code: string; name: Texts };
  department: 'health' | 'icds' | null;
  asOf: string;
  tables: Table[];
  /** Whether there is a gap beyond chance, and where, in a sentence. */
  answer: { text: Texts };
}
