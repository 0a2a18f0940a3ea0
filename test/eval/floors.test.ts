import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openReader } from "../../server/reading/reader.ts";
import { readGold } from "./gold.ts";
import { f1, precision, ratio } from "./measures.ts";
import { overall, overallShare, scoreDocument } from "./score.ts";

const read = openReader(undefined);
const scores = readGold(fileURLToPath(new URL("gold", import.meta.url))).map((gold) =>
  scoreDocument(gold, read({ source: gold.id, text: gold.text })),
);

/** Below what reading reaches, by about as much as a change of grammar moves it. */
describe("reading stays as good as it has become", () => {
  it("finds few edges that are not there", () => {
    expect(precision(overall(scores, "relations"))).toBeGreaterThan(0.86);
  });

  it.each([
    ["relations", 0.7],
    ["pairs", 0.73],
    ["quad", 0.7],
    ["mentions typed", 0.94],
    ["sentences", 0.995],
  ] as const)("finds %s with an F1 above %d", (figure, floor) => {
    expect(f1(overall(scores, figure))).toBeGreaterThan(floor);
  });

  it.each([
    ["status", 0.95],
    ["speaker", 0.93],
    ["date", 0.86],
  ] as const)("tells %s rightly above %d", (quality, floor) => {
    const share = overallShare(scores, quality);
    expect(ratio(share.right, share.of)).toBeGreaterThan(floor);
  });
});
