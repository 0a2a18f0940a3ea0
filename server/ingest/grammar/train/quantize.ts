import { bitsFor, FeatureTable } from "../feature-table.ts";
import { largestWeight, type SparseWeights } from "../linear-model.ts";
import type { Perceptron } from "./perceptron.ts";

/** The features that weigh most, up to `most` of them, as far as the table has room for each. */
export function strongest(model: Perceptron, most: number): Int32Array {
  const { classes } = model;
  const averages = model.averages();
  const keys = model.table.keys();
  const strengths = Float32Array.from(keys, (_, row) => strength(averages, row, classes));
  const order = [...keys.keys()].sort((a, b) => strengths[b]! - strengths[a]!);
  const table = new FeatureTable(bitsFor(most));
  const kept: number[] = [];
  for (const row of order) {
    if (kept.length === most) break;
    if (strengths[row]! > 0 && table.insert(keys[row]!, 1)) kept.push(keys[row]!);
  }
  return Int32Array.from(kept);
}

function strength(averages: Float32Array, row: number, classes: number): number {
  let most = 0;
  for (let one = 0; one < classes; one++) most = Math.max(most, Math.abs(averages[row * classes + one]!));
  return most;
}

/** The mean of models that learned from the same features, in steps as wide as the numbers of the result allow. */
export function quantize(models: readonly Perceptron[]): SparseWeights {
  const [model] = models as [Perceptron];
  const { classes } = model;
  const averages = mean(models.map((one) => one.averages()));
  const limit = largestWeight(classes);
  // What is clipped costs more than what is rounded, so that the largest weight gives the step.
  const step = largest(averages) / limit;
  const keys = Uint32Array.from(model.table.keys());
  const order = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]!);
  const counts = new Uint8Array(order.length);
  const members: number[] = [];
  const weights: number[] = [];
  order.forEach((row, place) => {
    for (let one = 0; one < classes; one++) {
      const rounded = Math.round(averages[row * classes + one]! / step);
      if (rounded === 0) continue;
      counts[place]!++;
      members.push(one);
      weights.push(rounded);
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

function mean(lists: readonly Float32Array[]): Float32Array {
  return lists[0]!.map((_, at) => lists.reduce((sum, list) => sum + list[at]!, 0) / lists.length);
}

function largest(numbers: Float32Array): number {
  return numbers.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1;
}
