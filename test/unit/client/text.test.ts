import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citation } from "../../../client/web/text/citation.ts";
import { dateInWords, dayInShort } from "../../../client/web/text/dates.ts";
import { frontMatterEnd, paragraphAt, paragraphs } from "../../../client/web/text/paragraphs.ts";
import { segments } from "../../../client/web/text/segments.ts";
import { within } from "../../../client/web/text/within.ts";
import { counted, edgeSentence } from "../../../client/web/text/words.ts";

describe("dates in words of their own precision", () => {
  it.each([
    ["2024", "2024"],
    ["2024-09", "September 2024"],
    ["2024-09-30", "30 September 2024"],
    ["2024-22", "summer 2024"],
    ["2024-09~", "about September 2024"],
    ["2024?", "perhaps 2024"],
    ["2024-05-21/2024-05-31", "late May 2024"],
    ["2024-02-21/2024-02-29", "late February 2024"],
    ["2024-05-01/2024-05-10", "early May 2024"],
    ["2024-05-11/2024-05-20", "mid-May 2024"],
    ["2024-05-06/2024-05-12", "6–12 May 2024"],
    ["2024-05-28/2024-06-02", "28 May to 2 June 2024"],
    ["2024-03/2024-06", "March to June 2024"],
    ["2023-12/2024-02", "December 2023 to February 2024"],
    ["2014/2019", "2014 to 2019"],
    ["2019/..", "since 2019"],
    ["../2024-06", "until June 2024"],
    ["2024-06-05/2024-06-05", "5 June 2024"],
    ["no date", "no date"],
  ])("%s is %s", (edtf, words) => {
    expect(dateInWords(edtf)).toBe(words);
  });

  it("shortens the month for tables", () => {
    expect(dayInShort("2024-09-30")).toBe("30 Sep 2024");
    expect(dayInShort("2024-05-01")).toBe("1 May 2024");
  });
});

describe("words", () => {
  it("count", () => {
    expect(counted(1, "edge")).toBe("1 edge");
    expect(counted(1234, "edge")).toBe("1,234 edges");
  });

  it("say an edge", () => {
    expect(edgeSentence("Iran", "BACKS", "Kata'ib Hezbollah")).toBe("Iran backs Kata'ib Hezbollah");
  });

  it("cite what is known, and leave out what is not", () => {
    const span = { start: 12, end: 40 };
    const source = { title: "A  title", publisher: "Wire", published: "2024-09-30", url: "https://example.org/a" };
    expect(citation("He\nleft.", span, source)).toBe(
      "“He left.” “A title”, Wire, 30 September 2024, https://example.org/a, characters 12–40.",
    );
    expect(citation("He left.", span, { title: "T", publisher: null })).toBe("“He left.” “T”, characters 12–40.");
  });
});

const aMark = fc
  .tuple(fc.nat(60), fc.nat(30), fc.string())
  .map(([start, length, mark]) => ({ start, end: start + length, mark }));

describe("segments", () => {
  it("hold every character once, in order, with the marks that cover it", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 50 }),
        fc.nat(20),
        fc.array(aMark, { maxLength: 6 }),
        (text, offset, marks) => {
          const pieces = segments(text, offset, marks);
          expect(pieces.map((piece) => piece.text).join("")).toBe(text);
          for (const piece of pieces)
            for (let at = piece.start; at < piece.end; at += 1)
              expect(piece.marks).toEqual(marks.filter((m) => m.start <= at && at < m.end).map((m) => m.mark));
        },
      ),
    );
  });

  it("cut where marks overlap", () => {
    const pieces = segments("abcdef", 10, [
      { start: 11, end: 14, mark: "x" },
      { start: 13, end: 99, mark: "y" },
    ]);
    expect(pieces.map(({ text, marks }) => [text, marks.join("")])).toEqual([
      ["a", ""],
      ["bc", "x"],
      ["d", "xy"],
      ["ef", "y"],
    ]);
  });
});

describe("paragraphs", () => {
  const roles = (text: string) => paragraphs(text).map((p) => [p.role, text.slice(p.start, p.end)]);

  it("keep front matter apart, in both of its forms", () => {
    expect(roles("---\ntitle: A\n---\n# Head\n\nBody.")).toEqual([
      ["front", "---\ntitle: A\n---\n"],
      ["heading", "# Head"],
      ["body", "Body."],
    ]);
    expect(roles("Published: 2024-09-30\nTitle: B\n\nBody.")).toEqual([
      ["front", "Published: 2024-09-30\nTitle: B\n"],
      ["body", "Body."],
    ]);
    expect(frontMatterEnd("Body: no front matter.")).toBe(0);
  });

  it("go on over a line break inside a sentence", () => {
    expect(roles("The U.S\nCentral Command left.\nThen it came back.")).toEqual([
      ["body", "The U.S\nCentral Command left."],
      ["body", "Then it came back."],
    ]);
  });

  it("leave out only white space, in any text", () => {
    const piece = fc.constantFrom("word ", "End.", "\n", "\n\n", "# ", " ", "\r\n", "é😀", "---\n");
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((a) => a.join("")),
        (text) => {
          let at = 0;
          for (const { start, end } of paragraphs(text)) {
            expect(text.slice(at, start).trim()).toBe("");
            expect(start).toBeGreaterThanOrEqual(at);
            at = end;
          }
          expect(text.slice(at).trim()).toBe("");
        },
      ),
    );
  });

  it("cut a single line of megabytes, between words and never inside a character", () => {
    const text = "many words in a line 😀".repeat(50_000);
    const all = paragraphs(text);
    expect(all.every(({ start, end }) => end - start <= 2_801)).toBe(true);
    expect(all.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
    expect(all.every(({ start, end }) => text.slice(start, end).isWellFormed())).toBe(true);
    const solid = "😀".repeat(10_000);
    expect(paragraphs(solid).every(({ start, end }) => solid.slice(start, end).isWellFormed())).toBe(true);
  });

  it("are found by an offset", () => {
    const text = "One.\n\nTwo.\n\nThree.";
    const all = paragraphs(text);
    expect([0, 3, 6, 9, 12, 17].map((offset) => paragraphAt(all, offset))).toEqual([0, 0, 1, 1, 2, 2]);
  });
});

describe("spans within a part of the text", () => {
  it("are those that share a character with it", () => {
    const spans = [
      { start: 0, end: 4 },
      { start: 4, end: 8 },
      { start: 9, end: 12 },
      { start: 15, end: 20 },
    ];
    expect(within(spans, { start: 4, end: 10 })).toEqual(spans.slice(1, 3));
    expect(within(spans, { start: 12, end: 15 })).toEqual([]);
    expect(within([], { start: 0, end: 5 })).toEqual([]);
  });
});
