export interface Thing {
  id: string;
  place: string;
}

/** The things that are not, or not yet, where they belong. */
export const astray = (things: readonly Thing[], put: Readonly<Record<string, string>>): Thing[] =>
  things.filter((thing) => put[thing.id] !== thing.place);
