/**
 * The steps in an order that is the same each time for the same card, on every phone, and never the right one.
 * There must be at least two of them, and no two alike.
 */
export function shuffled(card: string, steps: readonly string[]): string[] {
  let seed = 2166136261; // FNV-1a of the card's id
  for (const c of card) seed = Math.imul(seed ^ c.codePointAt(0)!, 16777619) >>> 0;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const put = [...steps];
  for (let i = put.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [put[i], put[j]] = [put[j]!, put[i]!];
  }
  return inOrder(steps, put) ? [...put.slice(1), put[0]!] : put;
}

export const inOrder = (steps: readonly string[], put: readonly string[]): boolean =>
  put.length === steps.length && steps.every((id, i) => id === put[i]);
