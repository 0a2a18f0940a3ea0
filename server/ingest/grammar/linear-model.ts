import type { FeatureBuffer } from "./features.ts";
import { KeyTable } from "./key-table.ts";

/** Gives each class a score by adding up the weights of the features that are present. */
export interface Scorer {
  readonly classes: number;
  score(features: FeatureBuffer, scores: Float64Array): void;
}

/** A trained linear model: for each feature one row of weights, a byte for each class. */
export class LinearModel implements Scorer {
  readonly classes: number;
  readonly #rows: KeyTable;
  readonly #weights: Int8Array;

  constructor(classes: number, keys: Int32Array, weights: Int8Array) {
    this.classes = classes;
    this.#weights = weights;
    this.#rows = new KeyTable(keys.length);
    for (const key of keys) this.#rows.insert(key);
  }

  score(features: FeatureBuffer, scores: Float64Array): void {
    const { classes } = this;
    const weights = this.#weights;
    scores.fill(0, 0, classes);
    for (let index = 0; index < features.count; index++) {
      const row = this.#rows.find(features.keys[index]!);
      if (row < 0) continue;
      const from = row * classes;
      for (let one = 0; one < classes; one++) scores[one]! += weights[from + one]!;
    }
  }
}

/** The class with the highest score; the first of equals. */
export function bestOf(scores: Float64Array, classes: number): number {
  let best = 0;
  for (let one = 1; one < classes; one++) if (scores[one]! > scores[best]!) best = one;
  return best;
}
