/** What the server sends and the phone keeps; field names are those of the HTTP API. */
export type Lang = 'en' | 'hi' | 'lo';
export type Texts = Record<Lang, string>;

export interface Me {
  id: string;
  code: string;
  name: string;
  roles: string[];
  language: Lang;
  land: 'in' | 'la';
  cadre: string;
  place: Place;
  assignments: { role: string; place: Place; department: string | null; names: boolean }[];
  helper: { name: string } | null;
  /** She works on her helper's device. */
  helped?: true;
}
export interface Place {
  code: string;
  name: Texts;
}

/** One immutable part of a package; `bytes` are what it costs on the wire. */
export interface Part {
  hash: string;
  bytes: number;
}
export interface Published {
  id: string;
  title: Partial<Texts>;
  minutes: number;
  structure: Part;
  text: Record<Lang, Part>;
  /** What items are chosen by, where the phone chooses them. */
  plan?: Part | null;
}
export interface ModuleEntry extends Published {
  summary: Partial<Texts>;
  /** The version that is on the phone while a newer one has not come. */
  before?: Pick<Published, 'structure' | 'text' | 'minutes'>;
}
export interface CourseEntry {
  id: string;
  title: Partial<Texts>;
  summary: Partial<Texts>;
  /** For whom it is; for workers where it says nothing. */
  audience?: Audience[] | null;
  modules: ModuleEntry[];
}
export type Audience = 'workers' | 'supervisors' | 'experts';
export interface FormEntry extends Published {
  sittings: number;
}
/** Titles and summaries come in the language that was asked for; the phone keeps those of each that it had. */
export interface Catalogue {
  courses: CourseEntry[];
  /** The modules to begin with, as course/module. */
  core?: string[] | null;
  assessment: FormEntry | null;
}

export interface Progress {
  events: number;
  modules: { course: string; module: string; startedAt: string; finishedAt: string | null; cards: number }[];
  attempts: AttemptResult[];
}
/** `level` and `likely` are left out while there is no result. */
export interface AttemptResult {
  attempt: string;
  form: string;
  answered: number;
  finished: boolean;
  /** When there was a result. */
  scoredAt?: string | null;
  level?: number | null;
  likely?: [number, number] | null;
  can: string[];
  next: string[];
}
/** A provisional estimate: the likeliest level, the levels that are likely, what she can do, what comes next. */
export interface Outcome {
  level: number | null;
  likely: [number, number];
  can: string[];
  next: string[];
}

export interface Flag {
  id: string;
  rule: string;
  kind: 'device' | 'skill';
  raisedAt: string;
  state: 'offered' | 'accepted' | 'declined' | 'contested' | 'confirmed' | 'not-now' | 'wrong';
  worker?: { id: string; code: string; name: string };
  reason: { title: Texts; text: Texts; facts: { text: Texts; date: string; source: Texts }[] };
  note?: string;
  answeredAt?: string | null;
  decidedAt?: string | null;
}

/** What a worker did, as it is kept on the phone and sent. Bodies hold strings, integers, booleans, lists, objects. */
export interface Deed {
  id: string;
  type: string;
  v: number;
  worker: string;
  device: string;
  seq: number;
  at: string;
  contentHash: string | null;
  body: Record<string, unknown>;
}
