import type { FeatureBuffer } from "./features.ts";

/** Gives each class a score by adding up the weights of the features that are present. */
export interface Scorer {
  readonly classes: number;
  score(features: FeatureBuffer, scores: Float64Array): void;
}

/** Weights by feature, of which most are nought and left out. */
export interface SparseWeights {
  readonly classes: number;
  /** The features, ascending as unsigned numbers. */
  readonly keys: Int32Array;
  /** How many classes each feature has a weight for. */
  readonly counts: Uint8Array;
  /** Those classes, feature by feature. */
  readonly members: Uint8Array;
  /** Their weights, in hundredths. */
  readonly weights: Int16Array;
}

interface EntryRange extends Pick<SparseWeights, "members" | "weights"> {
  readonly from: number;
  readonly to: number;
}

/** One bit for 2^-22 of all keys tells most absent features apart without a look into the large table. */
const FILTER_BITS = 22;

/**
 * A trained linear model. Looking a feature up costs a wait for memory at each step, so there are few: of up to three
 * classes the weights stand in the table itself; otherwise the table tells where a feature's entries stand together.
 */
export class LinearModel implements Scorer {
  readonly classes: number;
  readonly #isSmall: boolean;
  readonly #mask: number;
  /** For each slot the key, and then its packed weights or the place of its entries. */
  readonly #slots: Int32Array;
  /** How many entries a feature has, then each: the class in the upper half, the weight in the lower. */
  readonly #entries: Int32Array;
  readonly #filter = new Int32Array(2 ** (FILTER_BITS - 5));

  constructor({ classes, keys, counts, members, weights }: SparseWeights) {
    this.classes = classes;
    this.#isSmall = classes <= 3;
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, keys.length * 1.4)));
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity * 2);
    this.#entries = new Int32Array(this.#isSmall ? 0 : keys.length + members.length);
    let from = 0;
    for (let row = 0; row < keys.length; row++) {
      const range = { from, to: from + counts[row]!, members, weights };
      const slot = this.#claim(keys[row]!);
      this.#slots[slot + 1] = this.#isSmall ? packed(range) : this.#write(from + row, range);
      from = range.to;
    }
  }

  #claim(key: number): number {
    this.#filter[key >>> (37 - FILTER_BITS)]! |= 1 << ((key >>> (32 - FILTER_BITS)) & 31);
    let at = key & this.#mask;
    while (this.#slots[2 * at] !== 0) at = (at + 1) & this.#mask;
    this.#slots[2 * at] = key;
    return 2 * at;
  }

  #write(place: number, { from, to, members, weights }: EntryRange): number {
    const entries = this.#entries;
    entries[place] = to - from;
    for (let at = from; at < to; at++) entries[place + 1 + at - from] = (members[at]! << 16) | (weights[at]! & 0xffff);
    return place;
  }

  score(features: FeatureBuffer, scores: Float64Array): void {
    scores.fill(0, 0, this.classes);
    const { keys, count } = features;
    for (let index = 0; index < count; index++) {
      const slot = this.#find(keys[index]!);
      if (slot < 0) continue;
      const value = this.#slots[slot + 1]!;
      if (this.#isSmall) {
        scores[1]! += (value << 16) >> 16;
        scores[2]! += value >> 16;
      } else this.#addEntries(value, scores);
    }
  }

  #find(key: number): number {
    if (((this.#filter[key >>> (37 - FILTER_BITS)]! >>> ((key >>> (32 - FILTER_BITS)) & 31)) & 1) === 0) return -1;
    const slots = this.#slots;
    const mask = this.#mask;
    for (let at = key & mask; ; at = (at + 1) & mask) {
      const found = slots[2 * at]!;
      if (found === key) return 2 * at;
      if (found === 0) return -1;
    }
  }

  #addEntries(place: number, scores: Float64Array): void {
    const entries = this.#entries;
    const end = place + entries[place]!;
    for (let at = place + 1; at <= end; at++) {
      const entry = entries[at]!;
      scores[entry >> 16]! += (entry << 16) >> 16;
    }
  }
}

/** How much more the second and third class weigh than the first, in the two halves of a number. */
function packed({ from, to, members, weights }: EntryRange): number {
  const weight = [0, 0, 0];
  for (let at = from; at < to; at++) weight[members[at]!] = weights[at]!;
  return (clipped(weight[1]! - weight[0]!) & 0xffff) | (clipped(weight[2]! - weight[0]!) << 16);
}

function clipped(weight: number): number {
  return Math.max(-32_767, Math.min(32_767, weight));
}

/** The class with the highest score; the first of equals. */
export function bestOf(scores: Float64Array, classes: number): number {
  let best = 0;
  for (let one = 1; one < classes; one++) if (scores[one]! > scores[best]!) best = one;
  return best;
}
