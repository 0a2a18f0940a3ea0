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
 * A trained linear model. Looking a feature up costs a wait for memory at each step, so there are few: where the classes
 * are few, their weights stand in the table itself; otherwise the table tells where a feature's entries stand together.
 */
export class LinearModel implements Scorer {
  readonly classes: number;
  readonly #stride: number;
  readonly #mask: number;
  /** For each slot the key, and then its weights or the place of its entries. */
  readonly #slots: Int32Array;
  /** How many entries there are, then each: the class in the upper half, the weight in the lower. */
  readonly #entries: Int32Array;
  readonly #filter = new Int32Array(2 ** (FILTER_BITS - 5));

  constructor({ classes, keys, counts, members, weights }: SparseWeights) {
    this.classes = classes;
    this.#stride = classes < 4 ? 4 : 2;
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, keys.length * 1.5)));
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity * this.#stride);
    this.#entries = new Int32Array(this.#stride === 4 ? 0 : keys.length + members.length);
    let from = 0;
    for (let row = 0; row < keys.length; row++) {
      const to = from + counts[row]!;
      const slot = this.#claim(keys[row]!);
      if (this.#stride === 4) for (let at = from; at < to; at++) this.#slots[slot + 1 + members[at]!] = weights[at]!;
      else this.#slots[slot + 1] = from + row;
      if (this.#entries.length > 0) this.#write(from + row, { from, to, members, weights });
      from = to;
    }
  }

  #write(place: number, { from, to, members, weights }: EntryRange): void {
    const entries = this.#entries;
    entries[place] = to - from;
    for (let at = from; at < to; at++) entries[place + 1 + at - from] = (members[at]! << 16) | (weights[at]! & 0xffff);
  }

  #claim(key: number): number {
    this.#filter[key >>> (37 - FILTER_BITS)]! |= 1 << ((key >>> (32 - FILTER_BITS)) & 31);
    let at = key & this.#mask;
    while (this.#slots[at * this.#stride] !== 0) at = (at + 1) & this.#mask;
    this.#slots[at * this.#stride] = key;
    return at * this.#stride;
  }

  score(features: FeatureBuffer, scores: Float64Array): void {
    scores.fill(0, 0, this.classes);
    for (let index = 0; index < features.count; index++) {
      const slot = this.#find(features.keys[index]!);
      if (slot < 0) continue;
      if (this.#stride === 4) this.#addInline(slot, scores);
      else this.#addEntries(this.#slots[slot + 1]!, scores);
    }
  }

  #find(key: number): number {
    if (((this.#filter[key >>> (37 - FILTER_BITS)]! >>> ((key >>> (32 - FILTER_BITS)) & 31)) & 1) === 0) return -1;
    const slots = this.#slots;
    const stride = this.#stride;
    for (let at = key & this.#mask; ; at = (at + 1) & this.#mask) {
      const found = slots[at * stride]!;
      if (found === key) return at * stride;
      if (found === 0) return -1;
    }
  }

  #addInline(slot: number, scores: Float64Array): void {
    const slots = this.#slots;
    scores[0]! += slots[slot + 1]!;
    scores[1]! += slots[slot + 2]!;
    scores[2]! += slots[slot + 3]!;
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

/** The class with the highest score; the first of equals. */
export function bestOf(scores: Float64Array, classes: number): number {
  let best = 0;
  for (let one = 1; one < classes; one++) if (scores[one]! > scores[best]!) best = one;
  return best;
}
