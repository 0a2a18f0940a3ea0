import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParsedSentence } from "../../../../server/ingest/analysis.ts";
import { parseSentence } from "../../../../server/ingest/grammar/parse.ts";

const parse = (text: string): ParsedSentence => parseSentence(text, { start: 0, end: text.length });

describe("a parsed sentence", () => {
  it("has offsets into the whole text", () => {
    const text = "Before. The rebels seized Goma.";
    const { tokens } = parseSentence(text, { start: 8, end: text.length });
    expect(tokens.map((token) => text.slice(token.start, token.end))).toEqual(["The", "rebels", "seized", "Goma", "."]);
  });

  it("knows parts of speech, lemmas and what hangs on what", () => {
    const { tokens } = parse("Israeli jets attacked two bases in Syria.");
    expect(tokens.map((token) => token.pos)).toEqual(["ADJ", "NOUN", "VERB", "NUM", "NOUN", "ADP", "PROPN", "PUNCT"]);
    expect(tokens.map((token) => token.lemma).slice(1)).toEqual(["jet", "attack", "two", "base", "in", "Syria", "."]);
    expect(tokens.map((token) => token.relation).slice(0, 5)).toEqual(["amod", "nsubj", "root", "nummod", "obj"]);
    expect(tokens[1]!.head).toBe(2);
    expect(tokens[4]!.head).toBe(2);
  });

  it.each([
    ["They are withdrawing.", "withdrawing", "withdraw"],
    ["Two militias fled the city.", "militias", "militia"],
    ["It struck cities.", "cities", "city"],
    ["Tehran denied it.", "denied", "deny"],
    ["The troops left.", "left", "leave"],
    ["It has been shelling the town.", "shelling", "shell"],
  ])("finds lemmas: %s", (text, word, lemma) => {
    expect(parse(text).tokens.find((token) => token.text === word)?.lemma).toBe(lemma);
  });

  it("parses what is far too long piece by piece", () => {
    const { tokens } = parse("The army shelled the town and ".repeat(300));
    expect(tokens).toHaveLength(1800);
    expect(tokens.filter((token) => token.head < 0)).toHaveLength(1);
  });
});

/** Every token reaches the one root by its heads, and the tokens tile whatever is not white space. */
function expectTree(text: string, { tokens }: ParsedSentence): void {
  let at = 0;
  for (const token of tokens) {
    expect(text.slice(at, token.start).trim()).toBe("");
    expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(token.text).toMatch(/^\S+$/u);
    at = token.end;
  }
  expect(text.slice(at).trim()).toBe("");
  expect(tokens.filter((token) => token.head < 0)).toHaveLength(tokens.length > 0 ? 1 : 0);
  tokens.forEach((_, index) => {
    let steps = 0;
    for (let up = index; up >= 0; up = tokens[up]!.head) expect(steps++).toBeLessThanOrEqual(tokens.length);
  });
}

describe("any text", () => {
  const piece = fc.constantFrom(
    "Iran",
    "'s",
    "-",
    "backed",
    "(",
    ")",
    "said",
    ",",
    "\u202E",
    "\u200B",
    "😀",
    "U.S.",
    "’",
    "\0",
    "12.5",
    " ",
    " ",
    "\n",
    "a@b.c",
    "http://x.y/z",
    "é",
    "n't",
    "'",
    "`",
  );
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
  );

  it("becomes a tree over tokens that leave nothing out", () => {
    fc.assert(
      fc.property(anyText, (text) => expectTree(text, parse(text))),
      { numRuns: 1000 },
    );
  });

  it.each(["((((", "word ", "a", "-", "’s’", "U.S.-", "😀"])(
    "becomes a tree where one sentence never ends: %s",
    (part) => {
      const text = part.repeat(Math.ceil(4_000 / part.length));
      expectTree(text, parse(text));
    },
  );
});
