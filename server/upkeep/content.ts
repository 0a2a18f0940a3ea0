/** What a store holds as lines, and the hash by which two stores are told to hold the same. */
import { createHash } from "node:crypto";
import type { ReadDocument, StoredRecord } from "../../schema/model.ts";

/** A document, or what an analyst keeps, as one line of a dump. */
export type Item = { readonly document: ReadDocument } | { readonly record: StoredRecord };

/** The last line of a dump: without it, the dump is not whole. */
export interface Seal {
  readonly documents: number;
  readonly records: number;
  /** SHA-256 of the items, in their order. */
  readonly content: string;
}

/** The same JSON for the same content, in whatever order a store gives its fields. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, canonical(field)]),
  );
}

/** An item as it is written. */
export const lineOf = (item: Item): string => JSON.stringify(canonical(item));

/** Counts and hashes items as they pass. */
export class Counting {
  readonly #hash = createHash("sha256");
  #documents = 0;
  #records = 0;

  add(item: Item): void {
    this.#hash.update(`${lineOf(item)}\n`);
    if ("document" in item) this.#documents += 1;
    else this.#records += 1;
  }

  get seal(): Seal {
    return { documents: this.#documents, records: this.#records, content: this.#hash.copy().digest("hex") };
  }
}
