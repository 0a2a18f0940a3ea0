/** Figures out of repeated rounds, and tables of them. */

/** The middle of several measures, and how far they spread. */
export interface Figure {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function figure(values: readonly number[]): Figure {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1]!, least: sorted[0]!, most: sorted.at(-1)! };
}

/** The value below which so much of an ascending list lies. */
export const quantile = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))]!;

/** Three digits that matter, with separators of thousands. */
export const show = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString("en")
    : Number(value.toPrecision(value >= 10 ? 3 : 2)).toLocaleString("en", { maximumFractionDigits: 4 });

/** A figure with its spread. */
export const spread = ({ median, least, most }: Figure): string => `${show(median)} (${show(least)}–${show(most)})`;

/** A Markdown table; the first column is text, the others figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
