/**
 * How likely a relation is right: log-odds added up over what it is and how it was found, fitted to annotated documents.
 * `test/eval/LOG.md` says on which, and how well the shares held on documents left out of the fit.
 */
import weights from "./confidence.json" with { type: "json" };
import type { Found } from "./found.ts";

type Weights = Readonly<Record<string, number>>;
const TYPES: Weights = weights.types;
const SUBJECT: Weights = weights.subject;
const OBJECT: Weights = weights.object;
const PATTERNS: readonly (readonly [string, number])[] = Object.entries(weights.patterns);
const FEW = 2;
const MOST = 0.99;

/** The extractor's confidence in a relation, 0 to 1; `names` is how many names its sentence has. */
export function confidenceOf({ type, pattern, subject, object }: Found, names: number): number {
  const odds =
    weights.base +
    (TYPES[type] ?? 0) +
    (SUBJECT[subject.way] ?? 0) +
    (OBJECT[object.way] ?? 0) +
    (PATTERNS.find(([part]) => pattern.includes(part))?.[1] ?? 0) +
    (names <= FEW ? weights.fewNames : 0);
  return Math.round(Math.min(MOST, 1 / (1 + Math.exp(-odds))) * 100) / 100;
}
