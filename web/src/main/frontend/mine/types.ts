/** A text in every language, as the server sends it. */
export interface Texts {
  en: string;
  hi: string;
  lo: string;
}

export interface Consent {
  purpose: string;
  version: number;
  title: Texts;
  text: Texts;
  given: boolean;
  saidAt?: string;
}

export interface Consents {
  consents: Consent[];
  no: Texts;
}

export interface Look {
  day: string;
  role: string;
  as: Texts;
  name?: string;
  why: Texts;
}

export interface Looks {
  looks: Look[];
  next?: string;
}

export type Kind = 'correction' | 'grievance' | 'erasure';

export interface Request {
  id: string;
  kind: Kind;
  text?: string;
  state: 'open' | 'done' | 'refused';
  askedAt: string;
  dueOn: string;
  answer?: string;
  answeredAt?: string;
}

export interface Requests {
  officer?: string;
  requests: Request[];
}
