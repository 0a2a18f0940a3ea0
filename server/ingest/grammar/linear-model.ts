import type { FeatureBuffer } from "./features.ts";
import { KeyTable } from "./key-table.ts";

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

/** One bit for 2^-22 of all keys tells most absent features apart without a look into the large table. */
const FILTER_BITS = 22;

/** A trained linear model. */
export class LinearModel implements Scorer {
  readonly classes: number;
  readonly #rows: KeyTable;
  readonly #starts: Int32Array;
  readonly #members: Uint8Array;
  readonly #weights: Int16Array;
  readonly #filter = new Int32Array(2 ** (FILTER_BITS - 5));

  constructor({ classes, keys, counts, members, weights }: SparseWeights) {
    this.classes = classes;
    this.#members = members;
    this.#weights = weights;
    this.#rows = new KeyTable(keys.length);
    this.#starts = new Int32Array(keys.length + 1);
    for (let row = 0; row < keys.length; row++) {
      this.#starts[row + 1] = this.#starts[row]! + counts[row]!;
      const key = keys[row]!;
      this.#rows.insert(key);
      this.#filter[key >>> (37 - FILTER_BITS)]! |= 1 << ((key >>> (32 - FILTER_BITS)) & 31);
    }
  }

  score(features: FeatureBuffer, scores: Float64Array): void {
    const members = this.#members;
    const weights = this.#weights;
    const starts = this.#starts;
    const filter = this.#filter;
    const { keys, count } = features;
    scores.fill(0, 0, this.classes);
    for (let index = 0; index < count; index++) {
      const key = keys[index]!;
      if (((filter[key >>> (37 - FILTER_BITS)]! >>> ((key >>> (32 - FILTER_BITS)) & 31)) & 1) === 0) continue;
      const row = this.#rows.find(key);
      if (row < 0) continue;
      const end = starts[row + 1]!;
      for (let at = starts[row]!; at < end; at++) scores[members[at]!]! += weights[at]!;
    }
  }
}

/** The class with the highest score; the first of equals. */
export function bestOf(scores: Float64Array, classes: number): number {
  let best = 0;
  for (let one = 1; one < classes; one++) if (scores[one]! > scores[best]!) best = one;
  return best;
}
