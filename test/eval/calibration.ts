/** Whether edges are as often right as their confidence says. */
import { ratio, sum } from "./measures.ts";

/** A claim with its confidence, and whether it was right. */
export interface Bet {
  readonly confidence: number;
  readonly right: boolean;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly edges: number;
  readonly right: number;
  /** The mean of what its edges say. */
  readonly said: number;
}

const WIDTHS = 10;

/** Bins of a tenth, those without edges left out; a confidence of 1 belongs to the last. */
export function bins(bets: readonly Bet[]): Bin[] {
  const groups = Array.from({ length: WIDTHS }, (_, index) => bets.filter((bet) => binOf(bet) === index));
  return groups.map(binned).filter(({ edges }) => edges > 0);
}

const binOf = ({ confidence }: Bet): number => Math.min(WIDTHS - 1, Math.floor(confidence * WIDTHS));

const binned = (group: readonly Bet[], index: number): Bin => ({
  from: index / WIDTHS,
  to: (index + 1) / WIDTHS,
  edges: group.length,
  right: sum(group, ({ right }) => Number(right)),
  said: ratio(
    sum(group, ({ confidence }) => confidence),
    group.length,
  ),
});

/** The mean distance between what a bin says and how often it is right, weighed by its edges; 0 is perfect. */
export const calibrationError = (filled: readonly Bin[]): number =>
  ratio(
    sum(filled, ({ said, right, edges }) => Math.abs(said * edges - right)),
    sum(filled, ({ edges }) => edges),
  );
