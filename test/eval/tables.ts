/** What was measured, as Markdown. */
import { type Bin, bins, calibrationError } from "./calibration.ts";
import { f1, precision, ratio, recall, sum, type Tally } from "./measures.ts";
import { byType, FIGURES, overall, overallShare, QUALITIES, type Score } from "./score.ts";

/** Readings of the same documents by one reader. */
export interface Run {
  readonly name: string;
  readonly scores: readonly Score[];
}

const percent = (share: number): string => (100 * share).toFixed(1);
const count = (n: number): string => n.toLocaleString("en");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const tallyCells = (tally: Tally): string[] => [
  percent(precision(tally)),
  percent(recall(tally)),
  percent(f1(tally)),
  count(tally.hits),
  count(tally.found),
  count(tally.wanted),
];
const TALLY_HEAD = ["precision", "recall", "F1", "right", "found", "wanted"];

/** How much of each figure the reader finds. */
export const figuresTable = ({ scores }: Run): string =>
  table(
    ["figure", ...TALLY_HEAD],
    FIGURES.map((figure) => [figure, ...tallyCells(overall(scores, figure))]),
  );

/** How often status, speaker and date of the relations that were found are right. */
export function qualitiesTable({ scores }: Run): string {
  const rows = QUALITIES.map((quality) => {
    const { right, of } = overallShare(scores, quality);
    return [quality, percent(ratio(right, of)), count(right), count(of)];
  });
  const broken = sum(scores, (score) => score.broken);
  return table(
    ["of found relations", "right, %", "right", "of"],
    [...rows, ["broken evidence", "", count(broken), ""]],
  );
}

/** The relations by type, the most wanted first. */
export function typesTable({ scores }: Run): string {
  const types = [...byType(scores)].toSorted(([a, x], [b, y]) => y.wanted - x.wanted || a.localeCompare(b));
  return table(
    ["relation type", ...TALLY_HEAD],
    types.map(([type, tally]) => [`\`${type}\``, ...tallyCells(tally)]),
  );
}

/** How often edges of each confidence are right. */
export function calibrationTable({ scores }: Run): string {
  const bets = scores.flatMap(({ judged }) => judged.map(({ edge, wanted }) => ({ ...edge, right: Boolean(wanted) })));
  const filled = bins(bets);
  return [
    table(["confidence", "edges", "right", "right, %", "said, %"], filled.map(binCells)),
    `Expected calibration error: ${percent(calibrationError(filled))} points over ${count(bets.length)} edges.`,
  ].join("\n\n");
}

const binCells = ({ from, to, edges, right, said }: Bin): string[] => [
  `${from.toFixed(1)}–${to.toFixed(1)}`,
  count(edges),
  count(right),
  percent(ratio(right, edges)),
  percent(said),
];

/** Several readers side by side. */
export const comparisonTable = (runs: readonly Run[]): string =>
  table(
    ["reader", "names F1", "relations: precision", "recall", "F1", "pairs: precision", "recall", "F1", "quad F1"],
    runs.map(({ name, scores }) => {
      const [mentions, relations, pairs, quad] = (["mentions", "relations", "pairs", "quad"] as const).map((figure) =>
        overall(scores, figure),
      ) as [Tally, Tally, Tally, Tally];
      const threes = [relations, pairs].flatMap((tally) => [precision(tally), recall(tally), f1(tally)]);
      return [name, ...[f1(mentions), ...threes, f1(quad)].map(percent)];
    }),
  );
