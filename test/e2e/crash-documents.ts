/** The same random documents in every process. */
import fc from "fast-check";
import type { ReadDocument } from "../../schema/model.ts";
import { someDocument } from "../contract/arbitrary.ts";

export function crashDocuments(): ReadDocument[] {
  const sample = fc.sample(someDocument, { seed: 20240930, numRuns: 900 });
  return [...new Map(sample.map((document) => [document.id, document])).values()];
}
