import type { SparseWeights } from "../linear-model.ts";
import type { Perceptron } from "./perceptron.ts";

/** Hundredths that are left out. */
const TINY = 8;

/** Rounds averaged weights to hundredths, and drops features that weigh less than `least` everywhere. */
export function quantize(model: Perceptron, least: number): SparseWeights {
  const { classes } = model;
  const averages = model.averages();
  const keys = Uint32Array.from(model.table.keys());
  const order = [...keys.keys()].filter((row) => strength(averages, row, classes) >= least);
  order.sort((a, b) => keys[a]! - keys[b]!);
  const counts = new Uint8Array(order.length);
  const members: number[] = [];
  const weights: number[] = [];
  order.forEach((row, place) => {
    for (let one = 0; one < classes; one++) {
      const rounded = Math.round(averages[row * classes + one]! * 100);
      if (Math.abs(rounded) < TINY) continue;
      counts[place]!++;
      members.push(one);
      weights.push(Math.max(-32_767, Math.min(32_767, rounded)));
    }
  });
  return {
    classes,
    keys: Int32Array.from(order, (row) => keys[row]! | 0),
    counts,
    members: Uint8Array.from(members),
    weights: Int16Array.from(weights),
  };
}

function strength(averages: Float32Array, row: number, classes: number): number {
  let most = 0;
  for (let one = 0; one < classes; one++) most = Math.max(most, Math.abs(averages[row * classes + one]!));
  return most;
}
