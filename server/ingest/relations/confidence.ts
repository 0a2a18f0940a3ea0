/**
 * How often a relation of a type was right on annotated documents, smoothed toward the whole; less where the words
 * only led to a name, or where the tree did not. `test/eval/LOG.md` says how it was counted.
 */
import shares from "./confidence.json" with { type: "json" };
import type { Found } from "./found.ts";

const TYPES: Readonly<Record<string, number>> = shares.types;
const WAYS: Readonly<Record<string, number>> = shares.ways;
const PATTERNS: readonly (readonly [string, number])[] = Object.entries(shares.patterns);
const MOST = 0.99;

/** The extractor's confidence in a relation, 0 to 1. */
export function confidenceOf({ type, pattern, subject, object }: Found): number {
  const way = (WAYS[subject.way] ?? 1) * (WAYS[object.way] ?? 1);
  const found = PATTERNS.find(([part]) => pattern.includes(part))?.[1] ?? 1;
  return Math.round(Math.min(MOST, (TYPES[type] ?? shares.default) * way * found) * 100) / 100;
}
