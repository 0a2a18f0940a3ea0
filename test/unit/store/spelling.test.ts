import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneErrorApart, spellings } from "../../../server/store/spelling.ts";

const letters = "abcdé😀";
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 8 });

/** Every word that one typing error makes of a word. */
function errorsOf(word: string): string[] {
  const all = [...word];
  const at = (i: number, remove: number, ...insert: string[]) => all.toSpliced(i, remove, ...insert).join("");
  return all
    .flatMap((letter, i) => [
      at(i, 1),
      ...[...letters].flatMap((other) => [at(i, 0, other), at(i, 1, other)]),
      ...(i + 1 < all.length ? [at(i, 2, all[i + 1]!, letter)] : []),
    ])
    .concat([...letters].map((other) => word + other))
    .filter((other) => other !== word);
}

describe("One typing error", () => {
  it("is a letter too many, too few, wrong, or two swapped; nothing else is", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        for (const error of errorsOf(a)) expect(oneErrorApart(a, error)).toBe(true);
        expect(oneErrorApart(a, b)).toBe(errorsOf(a).includes(b));
      }),
    );
  });

  it("is none at all between a word and itself", () => {
    expect(oneErrorApart("houthi", "houthi")).toBe(false);
  });

  it("leaves a spelling that both words share, by which the one is found from the other", () => {
    fc.assert(
      fc.property(word, (a) => {
        for (const error of errorsOf(a)) expect(spellings(a).some((s) => spellings(error).includes(s))).toBe(true);
      }),
    );
  });
});
