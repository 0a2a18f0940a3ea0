import { LinearModel } from "../linear-model.ts";
import type { Perceptron } from "./perceptron.ts";

/** A trained model made small: weights as bytes, rows in the order of their keys. */
export interface SmallModel {
  readonly classes: number;
  /** Ascending, as unsigned numbers. */
  readonly keys: Uint32Array;
  readonly weights: Int8Array;
}

/** Rounds averaged weights to bytes, the largest few clipped, and drops features that weigh less than `least` everywhere. */
export function quantize(model: Perceptron, least: number): SmallModel {
  const { classes } = model;
  const averages = model.averages();
  const scale = 127 / largest(averages);
  const keys = Uint32Array.from(model.table.keys());
  const order = [...keys.keys()].filter((row) => strength(averages, row, classes) >= least);
  order.sort((a, b) => keys[a]! - keys[b]!);
  const weights = new Int8Array(order.length * classes);
  order.forEach((row, place) => {
    for (let one = 0; one < classes; one++) {
      const rounded = Math.round(averages[row * classes + one]! * scale);
      weights[place * classes + one] = Math.max(-127, Math.min(127, rounded));
    }
  });
  return { classes, keys: Uint32Array.from(order, (row) => keys[row]!), weights };
}

export function asLinearModel({ classes, keys, weights }: SmallModel): LinearModel {
  return new LinearModel(classes, Int32Array.from(keys), weights);
}

function strength(averages: Float32Array, row: number, classes: number): number {
  let most = 0;
  for (let one = 0; one < classes; one++) most = Math.max(most, Math.abs(averages[row * classes + one]!));
  return most;
}

/** The size that all but a few weights in a hundred thousand stay under. */
function largest(averages: Float32Array): number {
  const sizes = Float32Array.from(averages, Math.abs).sort();
  return sizes[Math.floor((sizes.length - 1) * 0.99995)]!;
}
