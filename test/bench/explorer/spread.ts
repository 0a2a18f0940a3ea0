/** What many measurements say together. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly p95: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
  return { median: at(0.5), least: sorted[0]!, most: sorted.at(-1)!, p95: at(0.95) };
}

const round = (n: number) => (n >= 100 ? Math.round(n).toString() : n.toFixed(1));

/** "142 (120–180)". */
export const told = (values: readonly number[], unit: string): string => {
  const { median, least, most } = spreadOf(values);
  return `${round(median)} ${unit} (${round(least)}–${round(most)})`;
};
