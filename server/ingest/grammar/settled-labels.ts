/** Relations that follow from the tags of a word and its head alone, by the number of the pair. */
export type SettledLabels = Int8Array;

const TAGS = 64;
export const PAIRS = TAGS * TAGS * 2;

/** The number of a pair of tags; which stands first matters. */
export function pairNumber(tags: Uint8Array, head: number, dependent: number): number {
  return ((tags[head]! * TAGS + tags[dependent]!) << 1) | (head < dependent ? 1 : 0);
}

/** The relation that is settled by the tags; -1 where it is not. */
export function settledLabel(settled: SettledLabels, tags: Uint8Array, head: number, dependent: number): number {
  return settled[pairNumber(tags, head, dependent)]!;
}
