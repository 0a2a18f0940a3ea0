/**
 * The whole reader against texts that nobody would write. `npm run fuzz` does 100,000 of them; FUZZ_RUNS and FUZZ_SEED
 * choose how many and which.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDocument, parseDocument, textProblem } from "../../schema/interchange.ts";
import type { ReadDocument, Span } from "../../schema/model.ts";
import { ReadError } from "../../server/ingest/read.ts";
import { openReader } from "../../server/reading/reader.ts";
import { hostileText } from "./fuzz-texts.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 300);
const SEED = process.env["FUZZ_SEED"];
/** What earlier runs found. */
const FOUND = [
  "Saudi Arabia, which has negotiated with the Houthis, urged rest",
  `---\npublisher: ${"Chadian army ".repeat(40)}\n---\nFrance left Chad.`,
  "the Uttttt".repeat(40),
];
const parameters = { numRuns: RUNS, ...(SEED ? { seed: Number(SEED) } : {}) };
const TIMEOUT = 300_000 + RUNS * 200;

const reader = openReader(undefined);
const read = (text: string): ReadDocument => reader({ source: "fuzz", text, given: { published: "2025-03-15" } });

const inside = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;

function expectSound(document: ReadDocument): void {
  expect(parseDocument(formatDocument(document))).toEqual(document);
  const { text, sentences, entities, assertions } = document;
  for (const { start, end } of sentences) expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
  const mentions = entities.flatMap((entity) => entity.mentions).toSorted((a, b) => a.start - b.start);
  expect(mentions.filter((mention, index) => index > 0 && mentions[index - 1]!.end > mention.start)).toEqual([]);
  for (const assertion of assertions) {
    expect(assertion.trigger.filter((words) => !inside(words, assertion))).toEqual([]);
    expect(text).toContain(assertion.speaker);
  }
}

describe("the reader", () => {
  it(
    `makes a sound document of any text, or refuses it with a reason (${RUNS} texts)`,
    () =>
      fc.assert(
        fc.property(hostileText, (text) => {
          if (textProblem(text)) expect(() => read(text)).toThrow(ReadError);
          else expectSound(read(text));
        }),
        { ...parameters, examples: FOUND.map((text): [string] => [text]) },
      ),
    TIMEOUT,
  );

  it(
    "remembers nothing of the texts that it read before",
    () =>
      fc.assert(
        fc.property(hostileText, hostileText, (text, other) => {
          fc.pre(!textProblem(text) && !textProblem(other));
          const first = formatDocument(read(text));
          read(other);
          expect(formatDocument(read(text))).toBe(first);
        }),
        { ...parameters, numRuns: Math.ceil(RUNS / 10) },
      ),
    TIMEOUT,
  );
});
