import type { Lang } from '../shared/types';

/** The structure part of a module or of an assessment form, and the text part that goes with it; see docs on content. */
export interface Card {
  id: string;
  type: string;
}
export interface ModuleStructure {
  kind: 'module';
  course: string;
  module: string;
  minutes: number;
  cards: Card[];
  pictures: Record<string, string>;
}
export interface ModuleText {
  kind: 'text';
  lang: Lang;
  title: string;
  summary: string;
  cards: Record<string, CardText>;
}
export interface CardText {
  title: string;
  lead?: string;
  alt?: string;
  /** These words, recorded. */
  sound?: Sound;
}
export interface Sound {
  hash: string;
  bytes: number;
  seconds: number;
}

export interface Item extends Card {
  area: string;
  observed: boolean;
  module: string;
}
export interface FormStructure {
  kind: 'form';
  id: string;
  sittings: string[][];
  items: Record<string, Item>;
  plan: Plan | AdaptivePlan;
  pictures: Record<string, string>;
}
export interface FormText {
  kind: 'text';
  lang: Lang;
  title: string;
  items: Record<string, CardText & { can: string; rationale?: Record<string, string> }>;
}

/**
 * All that an attempt is scored by. Rows have a number for each of the same abilities: the weights before any answer,
 * P(right) times 10000 for each item, P(done at least with help) times 10000 for those of which help says something,
 * and for each cut the weights, times 10000, that give P(ability < cut). Plans from before help counted have no `helped`.
 */
export interface Plan {
  model: string;
  prior: number[];
  right: Record<string, number[]>;
  helped?: Record<string, number[]>;
  below: number[][];
  difficulty: Record<string, number>;
}

/**
 * What the server publishes to choose items by, whatever model it was made from: whole numbers, explained where they
 * are made (AdaptivePlan in the server's assessment component).
 */
export interface AdaptivePlan {
  kind: 'plan';
  version: number;
  criterion: string;
  parts: number;
  grid: number[];
  prior: number[];
  items: string[];
  area: number[];
  observed: number[];
  /** For each item and each outcome but the last P(outcome) at each point, as second differences. */
  rows: number[][][];
  /** What P(done at least with help) leaves to 1, in the same way; empty where help says nothing. From version 2 on. */
  helped?: number[][];
  minimum: number[];
  least: number;
  most: number;
  certainty: number;
  error: number;
  tasks: number;
  among: number;
  first: number[];
  sittings: number;
  below: number[][];
  /** In the order of the items, as in `Plan`. */
  difficulty: number[];
}

/** A picture that may differ from language to language. */
export type Picture = string | Record<Lang, string>;
