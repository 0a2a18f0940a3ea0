/**
 * What lists are ordered by, as strings that ascend: latest day first, then document, then place in its text. Neo4j
 * compares strings by code point, as SQLite compares their bytes; these hold digits and letters only.
 */
import type { AssertionId, DocumentId } from "../../../schema/ids.ts";
import type { Kept } from "../evidence.ts";

/** Sorts after every day: what has none comes last. */
const NO_DAY = ":";

/** Ascends as days descend: each digit is what it lacks to 9. */
export const latestFirst = (day: string | undefined): string =>
  day ? day.replace(/\d/g, (digit) => String(9 - Number(digit))) : NO_DAY;

const pad = (offset: number) => String(offset).padStart(10, "0");

/** Latest publication first, then by id. */
export const documentPlace = (published: string | undefined, id: DocumentId): string =>
  `${latestFirst(published)} ${id.slice("document:".length)}`;

/** By document, then by place in its text. */
export const spanPlace = (document: string, start: number, end: number): string =>
  `${document} ${pad(start)} ${pad(end)}`;

/** By document, place in its text, and id. */
export const assertionPlace = (document: string, start: number, end: number, id: AssertionId): string =>
  `${spanPlace(document, start, end)} ${id.slice("assertion:".length)}`;

/** The place of an assertion that is kept with its edge. */
export const keptPlace = ([id, document, start, end, published]: Kept): string =>
  assertionPlace(documentPlace(published, document), start, end, id);
