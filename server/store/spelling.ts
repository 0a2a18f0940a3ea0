/** Typing errors: at most one a word, in words of four letters or more. */

const SHORTEST = 4;

/** Whether a word is long enough to be forgiven an error. */
export const isForgiven = (word: string): boolean => [...word].length >= SHORTEST;

/**
 * A word and what is left of it without any one letter. Two words that are one error apart always share one of
 * these, so an index of them finds all candidates; `oneErrorApart` decides.
 */
export function spellings(word: string): string[] {
  const letters = [...word];
  if (letters.length < SHORTEST - 1) return [word];
  return [...new Set([word, ...letters.map((_, i) => [...letters.slice(0, i), ...letters.slice(i + 1)].join(""))])];
}

/** Whether one letter too many, too few, wrong, or swapped with its neighbour makes one word of the other. */
export function oneErrorApart(a: string, b: string): boolean {
  const [left, right] = [[...a], [...b]];
  const shorter = Math.min(left.length, right.length);
  if (Math.abs(left.length - right.length) > 1) return false;
  let head = 0;
  while (head < shorter && left[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  const [x, y] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)];
  if (x.length + y.length === 0) return false;
  if (x.length <= 1 && y.length <= 1) return true;
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
}
