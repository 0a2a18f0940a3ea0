import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDocument, parseDocument } from "../../../schema/interchange.ts";
import { ReadError } from "../../../server/ingest/read.ts";
import { openReader } from "../../../server/reading/reader.ts";

const read = openReader(undefined);
const source = (text: string) => ({ source: "test.txt", text });

const WORDS =
  "Israel attacked Hezbollah in southern Lebanon , Iran's Quds Force said on Friday that the United States would withdraw from Iraq ; “ ” \" ( ) according to Reuters which who and of by with Gen. President Putin met Xi Jinping U.S. 07:10 — -backed militias denied sanctions not if until 2024 late May \n\n . .".split(
    " ",
  );
const prose = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 60 }).map((words) => words.join(" "));
const hostile = fc.oneof(
  prose,
  fc.string({ unit: "binary", minLength: 1, maxLength: 200 }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
  fc
    .array(fc.oneof(prose, fc.string({ unit: "grapheme", maxLength: 20 })), { maxLength: 6 })
    .map((parts) => parts.join("")),
);

const readable = (text: string) => text.trim() !== "" && !text.includes("\u0000") && text.isWellFormed();

describe("reading", () => {
  it("survives any text, and what it gives passes the door of the interchange format unchanged", () => {
    fc.assert(
      fc.property(hostile.filter(readable), (text) => {
        const document = read(source(text));
        expect(parseDocument(formatDocument(document))).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same twice", () => {
    fc.assert(
      fc.property(prose.filter(readable), (text) => {
        expect(formatDocument(read(source(text)))).toBe(formatDocument(read(source(text))));
      }),
      { numRuns: 50 },
    );
  });

  it("keeps the text as it was read, front matter included", () => {
    const text = "Published: 2024-10-02\nTitle: A title\n\nIsrael attacked Hezbollah.\r\n";
    const document = read(source(text));
    expect(document).toMatchObject({ text, title: "A title", published: "2024-10-02" });
    expect(document.sentences.map((s) => text.slice(s.start, s.end))).toEqual(["Israel attacked Hezbollah."]);
  });

  it("lets the bringer say better", () => {
    const given = { publisher: "A desk", published: "2024-01-01", author: undefined };
    const document = read({ source: "a", text: "Published: 2024-10-02\nAuthor: B\n\nYes.", given });
    expect(document).toMatchObject({ publisher: "A desk", published: "2024-01-01", author: "B" });
  });

  it.each([
    [" \n", "is empty"],
    ["a\u0000b", "NUL"],
    ["a\ud800b", "surrogate"],
  ])("refuses %j and says why", (text, reason) => {
    expect(() => read({ source: "notes.txt", text })).toThrow(ReadError);
    expect(() => read({ source: "notes.txt", text })).toThrow(reason);
  });
});
