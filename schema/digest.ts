/** Ids that are hashes of content. Apart from `ids.ts` because a browser has no synchronous SHA-256. */
import { createHash } from "node:crypto";
import type { AssertionId, DocumentId, RelationId } from "./ids.ts";

const digest = (...parts: readonly (string | number)[]): string =>
  createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 32);

/** The id of a document: the first 128 bits of the SHA-256 of its text. */
export const documentId = (text: string): DocumentId => `document:${digest(text)}` as DocumentId;

/**
 * The id of an assertion: its document, span and relation, and the name of what found it, so that two
 * extractors that read the same edge in the same sentence each keep their own assertion.
 */
export const assertionId = (
  document: DocumentId,
  start: number,
  end: number,
  relation: RelationId,
  extractor: string,
): AssertionId => `assertion:${digest(document, start, end, relation, extractorName(extractor))}` as AssertionId;

/** `rules` of `rules/1`: the version is left out, so that reading again with a newer one keeps the id. */
const extractorName = (extractor: string): string => extractor.split("/", 1)[0] ?? extractor;
