/** How often a kind of pattern is right: the share counted on annotated documents, smoothed toward the whole. */
import type { Found } from "./found.ts";
import shares from "./confidence.json" with { type: "json" };

const TABLE: Readonly<Record<string, number>> = shares.patterns;
const WAYS: Readonly<Record<string, number>> = shares.ways;

/** The extractor's confidence in a relation, 0 to 1. */
export function confidenceOf({ pattern, subject, object }: Found): number {
  const base = TABLE[pattern] ?? TABLE[pattern.split(" ").slice(0, 2).join(" ")] ?? shares.default;
  const way = (WAYS[subject.way] ?? 1) * (WAYS[object.way] ?? 1);
  return Math.round(Math.min(0.99, base * way) * 100) / 100;
}
