/** Whether she should be offered a rest: another task, as long as those so far, would make it more than `most` ms. */
export const enough = (spent: number, tasks: number, most: number): boolean => tasks > 0 && spent + spent / tasks > most;

/** For how long the page has been in front, in ms, by a clock that nobody sets. Neither shown, kept nor sent. */
export function timeInFront(page: Pick<Document, 'hidden'>, now: () => number): { turn(): void; spent(): number } {
  let before = 0;
  let since = now();
  let away = page.hidden;
  const turn = () => {
    if (!away) before += now() - since;
    since = now();
    away = page.hidden;
  };
  return { turn, spent: () => (turn(), before) };
}
