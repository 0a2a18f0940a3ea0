/** Precision, recall and shares, and the sums that they are made of. */

/** What was right, of what was found and of what was wanted. */
export interface Tally {
  readonly hits: number;
  readonly found: number;
  readonly wanted: number;
}

/** What was right, of what was asked. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export const sumTallies = (tallies: readonly Tally[]): Tally => ({
  hits: sum(tallies, (tally) => tally.hits),
  found: sum(tallies, (tally) => tally.found),
  wanted: sum(tallies, (tally) => tally.wanted),
});

export const sumShares = (shares: readonly Share[]): Share => ({
  right: sum(shares, (share) => share.right),
  of: sum(shares, (share) => share.of),
});

export const sum = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((total, item) => total + count(item), 0);

/** `of` nothing is 0. */
export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
export const precision = ({ hits, found }: Tally): number => ratio(hits, found);
export const recall = ({ hits, wanted }: Tally): number => ratio(hits, wanted);
export const f1 = ({ hits, found, wanted }: Tally): number => ratio(2 * hits, found + wanted);
