let last: Promise<unknown> = Promise.resolve();

/** Does one thing after the other, so that a second tap finds what the first one did. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine;
  return mine;
}
