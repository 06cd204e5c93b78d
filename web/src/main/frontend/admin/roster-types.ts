import type { Texts } from './roster-net';

/** What the pages of the roster get from the server; field names are those of the HTTP API. */
export type State =
  | 'received' | 'mapping' | 'checking' | 'comparing' | 'refused' | 'ready'
  | 'confirmed' | 'done' | 'undone' | 'dropped' | 'failed';

export type Kind = 'workers' | 'units' | 'assignments';

export interface Mapping {
  headings: Record<string, string>;
  all: Record<string, string>;
}

export type Action = 'added' | 'changed' | 'unchanged' | 'removed' | 'missing' | 'left';

export interface Import {
  id: string;
  state: State;
  kind?: Kind;
  by?: string;
  at: string;
  rows: number;
  progress: number;
  counts: Partial<Record<Action, number>>;
  faults: number;
  hash?: string;
  stale: boolean;
  doneAt?: string;
  undoneAt?: string;
  undoUntil?: string;
  headings?: string[];
  mapping?: Mapping;
  kinds?: Record<Kind, { all: string[]; needed: string[] }>;
}
export interface History {
  imports: Import[];
  next?: string;
}

export interface Fault {
  line: number;
  column: number;
  field?: string;
  text: Texts;
}
export interface Faults {
  total: number;
  faults: Fault[];
}

export interface Change {
  row: number;
  line: number;
  action: Action;
  code: string;
  name?: string;
  fields: { field: string; had?: string; said?: string }[];
}
export interface Changes {
  changes: Change[];
  next?: number;
}
