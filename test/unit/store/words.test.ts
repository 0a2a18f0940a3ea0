import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, holdsWords, searchWords, wordLine, words } from "../../../server/store/words.ts";

describe("The words of a text", () => {
  it.each([
    ["Kata'ib Hezbollah", "kataib hezbollah"],
    ["Kata’ib", "kataib"],
    ["Iran's Quds Force", "iran quds force"],
    ["the U.S.-led coalition", "the us led coalition"],
    ["U.S.\nCentral Command", "us central command"],
    ["al-Shabaab", "al shabaab"],
    ["Côte d'Ivoire", "cote divoire"],
    ["İstanbul", "istanbul"],
    ["الحشد الشعبي", "الحشد الشعبي"],
    ["end. Start", "end start"],
    ["M23 and F-16", "m23 and f 16"],
    ["?! %_* \"'", ""],
    ["", ""],
  ])("of %j are %j", (text, line) => {
    expect(wordLine(text)).toBe(line);
  });

  it("are letters and digits only, so that no query language can be spoken through them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const word of words(text)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });

  it("do not change when they are read again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(words(wordLine(text))).toEqual(words(text));
      }),
    );
  });

  it("are cut where they are longer than any word is", () => {
    expect(words("x".repeat(5_000))[0]).toHaveLength(64);
    expect([...words("𝒜𝒷".repeat(100))[0]!]).toHaveLength(64);
  });

  it("fold case, accents and compatible forms", () => {
    expect(fold("ÉCOLE ﬁne Ａ")).toBe("ecole fine a");
  });
});

describe("What a query looks for", () => {
  it("is whole words, each once, and a last one that may be unfinished", () => {
    expect(searchWords("Talks and talks in Mus")).toEqual({ whole: ["talks", "and", "in"], last: "mus" });
    expect(searchWords(" !? ")).toBeUndefined();
  });

  it("has a limit", () => {
    expect(searchWords("a b ".repeat(1_000))?.whole.length).toBeLessThanOrEqual(32);
  });

  it("stands in a text with all its words, in any order", () => {
    const text = words("Omani envoys met Houthi envoys in Muscat");
    expect(holdsWords(text, searchWords("houthi omani mus")!)).toBe(true);
    expect(holdsWords(text, searchWords("hout omani")!)).toBe(false);
  });
});
