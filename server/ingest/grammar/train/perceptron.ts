import type { FeatureBuffer } from "../features.ts";
import { KeyTable } from "../key-table.ts";
import type { Scorer } from "../linear-model.ts";

const SEEN_BITS = 2 ** 27;

/**
 * An averaged perceptron. It has the features that it is given; else it gets a row for a feature when it errs with it for
 * the second time: what was met in one error only would be learned by heart.
 */
export class Perceptron implements Scorer {
  readonly classes: number;
  readonly table = new KeyTable(1 << 16);
  #weights = new Float32Array(0);
  #sums = new Float64Array(0);
  #step = 1;
  readonly #seen: Uint8Array | undefined;

  constructor(classes: number, features?: Int32Array) {
    this.classes = classes;
    for (const key of features ?? []) this.table.insert(key);
    if (features) this.#reserve(features.length * classes);
    else this.#seen = new Uint8Array(SEEN_BITS / 8);
  }

  score(features: FeatureBuffer, scores: Float64Array): void {
    const { classes } = this;
    const weights = this.#weights;
    scores.fill(0, 0, classes);
    for (let index = 0; index < features.count; index++) {
      const row = this.table.find(features.keys[index]!);
      if (row < 0) continue;
      const from = row * classes;
      for (let one = 0; one < classes; one++) scores[one]! += weights[from + one]!;
    }
  }

  /** Counts a decision, right or wrong: the average runs over all of them. */
  tick(): void {
    this.#step++;
  }

  reward(features: FeatureBuffer, right: number, wrong: number, by = 1): void {
    for (let index = 0; index < features.count; index++) {
      const key = features.keys[index]!;
      const row = this.table.find(key);
      if (row < 0 && !this.#isDue(key)) continue;
      const from = (row < 0 ? this.table.insert(key) : row) * this.classes;
      this.#reserve(from + this.classes);
      this.#add(from + right, by);
      this.#add(from + wrong, -by);
    }
  }

  /** Whether a feature without a row should get one. */
  #isDue(key: number): boolean {
    if (!this.#seen) return false;
    const place = (key >>> 0) % (SEEN_BITS - 1);
    const bit = 1 << (place & 7);
    const wasMet = (this.#seen[place >> 3]! & bit) !== 0;
    this.#seen[place >> 3]! |= bit;
    return wasMet;
  }

  #add(at: number, by: number): void {
    this.#weights[at]! += by;
    this.#sums[at]! += by * this.#step;
  }

  #reserve(length: number): void {
    if (length <= this.#weights.length) return;
    const size = Math.max(length, Math.ceil(this.#weights.length * 1.5), 1 << 20);
    const weights = new Float32Array(size);
    weights.set(this.#weights);
    this.#weights = weights;
    const sums = new Float64Array(size);
    sums.set(this.#sums);
    this.#sums = sums;
  }

  /** The average of each weight over all decisions, row by row. */
  averages(): Float32Array {
    const averages = new Float32Array(this.table.size * this.classes);
    for (let at = 0; at < averages.length; at++) averages[at] = this.#weights[at]! - this.#sums[at]! / this.#step;
    return averages;
  }
}
