import type { FeatureBuffer } from "./features.ts";
import { bitsFor, FeatureTable } from "./feature-table.ts";

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
  /** Their weights, up to `largestWeight`. */
  readonly weights: Int16Array;
}

/** The largest weight that a model of so many classes can hold. */
export const largestWeight = (classes: number): number => (classes <= 3 ? 1023 : 2047);

/** Makes a model that scores fast. */
export const linearModel = (weights: SparseWeights): Scorer =>
  weights.classes <= 3 ? new SmallModel(weights) : new LargeModel(weights);

/** Puts each feature in a table, with what `valueOf` makes of its entries. */
function tableOf({ keys, counts }: SparseWeights, valueOf: (from: number, to: number) => number): FeatureTable {
  const table = new FeatureTable(bitsFor(keys.length));
  let from = 0;
  for (let index = 0; index < keys.length; index++) {
    const to = from + counts[index]!;
    table.insert(keys[index]!, valueOf(from, to));
    from = to;
  }
  return table;
}

/** A slot if its eight bits are those of a key, and otherwise nought: the mask is -1 or 0. */
const matching = (slot: number, key: number): number => slot & ((((slot ^ key) & 255) - 1) >> 31);

/** Of up to three classes the weights stand in the table itself: how much more the second and third weigh than the first. */
class SmallModel implements Scorer {
  readonly classes: number;
  readonly #table: FeatureTable;

  constructor(sparse: SparseWeights) {
    const { members, weights } = sparse;
    const row = new Int32Array(3);
    this.classes = sparse.classes;
    this.#table = tableOf(sparse, (from, to) => {
      row.fill(0);
      for (let at = from; at < to; at++) row[members[at]!] = weights[at]!;
      return (clipped(row[1]! - row[0]!) & 0xfff) | (clipped(row[2]! - row[0]!) << 12);
    });
  }

  score({ keys, count }: FeatureBuffer, scores: Float64Array): void {
    const { slots, shift } = this.#table;
    let second = 0;
    let third = 0;
    for (let index = 0; index < count; index++) {
      const key = keys[index]!;
      const bucket = (key >>> shift) << 2;
      const found =
        matching(slots[bucket]!, key) |
        matching(slots[bucket + 1]!, key) |
        matching(slots[bucket + 2]!, key) |
        matching(slots[bucket + 3]!, key);
      second += (found << 12) >> 20;
      third += found >> 20;
    }
    scores[0] = 0;
    scores[1] = second;
    scores[2] = third;
  }
}

const clipped = (weight: number): number => Math.max(-2047, Math.min(2047, weight));

/** The table gives a row of weights, one for each class; two are read at once. */
class LargeModel implements Scorer {
  readonly classes: number;
  readonly #table: FeatureTable;
  readonly #rows: Int32Array;
  /** How many pairs of weights a row has. */
  readonly #width: number;
  readonly #found = new Int32Array(256);

  constructor(sparse: SparseWeights) {
    const { classes, keys, members, weights } = sparse;
    const width = Math.ceil(classes / 2);
    const shorts = new Int16Array((keys.length + 1) * width * 2);
    let rows = 0;
    this.classes = classes;
    this.#width = width;
    this.#table = tableOf(sparse, (from, to) => {
      rows++;
      for (let at = from; at < to; at++) shorts[rows * width * 2 + members[at]!] = weights[at]!;
      return rows;
    });
    this.#rows = new Int32Array(shorts.buffer);
  }

  score(features: FeatureBuffer, scores: Float64Array): void {
    const count = this.#find(features);
    const rows = this.#rows;
    const found = this.#found;
    for (let column = 0, one = 0; column < this.#width; column++, one += 2) {
      let even = 0;
      let odd = 0;
      for (let index = 0; index < count; index++) {
        const pair = rows[found[index]! + column]!;
        even += (pair << 16) >> 16;
        odd += pair >> 16;
      }
      scores[one] = even;
      scores[one + 1] = odd;
    }
  }

  /** Where the rows of the features begin that have one; tells how many have. */
  #find({ keys, count }: FeatureBuffer): number {
    const { slots, shift } = this.#table;
    let size = 0;
    for (let index = 0; index < count; index++) {
      const key = keys[index]!;
      const bucket = (key >>> shift) << 2;
      const row =
        (matching(slots[bucket]!, key) |
          matching(slots[bucket + 1]!, key) |
          matching(slots[bucket + 2]!, key) |
          matching(slots[bucket + 3]!, key)) >>>
        8;
      this.#found[size] = row * this.#width;
      size += row === 0 ? 0 : 1;
    }
    return size;
  }
}

/** The class with the highest score; the first of equals. */
export function bestOf(scores: Float64Array, classes: number): number {
  let best = 0;
  for (let one = 1; one < classes; one++) if (scores[one]! > scores[best]!) best = one;
  return best;
}
