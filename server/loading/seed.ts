/** Loads documents into a store, and tells what became of each. */
import type { DocumentId } from "../../schema/ids.ts";
import type { ReadDocument } from "../../schema/model.ts";
import type { Reading } from "../reading/reading.ts";
import { type Store, StoreError, type WriteResult } from "../store/port.ts";
import { findFiles } from "./files.ts";
import { type Outcome, readAll } from "./read.ts";
import { type Bringing, sourcesOf } from "./sources.ts";

/** What became of a document that was there to be written; `document` is absent where the store knew it. */
export interface Written extends WriteResult {
  readonly where: string;
  readonly document?: ReadDocument | undefined;
  /** False for documents that were read before, of which there may be very many. */
  readonly wasRead: boolean;
  readonly notes: readonly string[];
}

/** Told of everything that happens while loading. */
export interface Reporter {
  begin(bytes: number): void;
  wrote(written: Written): void;
  refused(where: string, problem: string): void;
  advance(bytes: number): void;
  end(summary: Summary): void;
}

/** What loading did to the graph. */
export interface Summary {
  readonly written: number;
  readonly known: number;
  readonly refused: number;
  readonly relations: number;
  readonly entities: number;
  readonly assertions: number;
  readonly seconds: number;
}

const KNOWN = { known: true, newRelations: 0, newEntities: 0, newAssertions: 0 } as const;

/** Counts what loading did. */
export class Tally {
  readonly #started = performance.now();
  #counts = { written: 0, known: 0, refused: 0, relations: 0, entities: 0, assertions: 0 };

  add({ known, newRelations, newEntities, newAssertions }: Omit<WriteResult, "id">): void {
    if (known) this.#counts.known += 1;
    else this.#counts.written += 1;
    this.#counts.relations += newRelations;
    this.#counts.entities += newEntities;
    this.#counts.assertions += newAssertions;
  }

  refuse(): void {
    this.#counts.refused += 1;
  }

  get summary(): Summary {
    return { ...this.#counts, seconds: (performance.now() - this.#started) / 1_000 };
  }
}

/** Writes one outcome. Throws only where the store is out of reach, so that nothing further could be written. */
export async function settle(store: Store, outcome: Outcome): Promise<Written | { readonly problem: string }> {
  if ("problem" in outcome) return outcome;
  const { where, wasRead, notes } = outcome;
  if ("known" in outcome) return { ...KNOWN, id: outcome.known, where, wasRead, notes };
  const { document } = outcome;
  try {
    return { ...(await store.write(document)), document, where, wasRead, notes };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    await store.ping();
    return { problem: error.message };
  }
}

/** Asks a store whether it holds a document. */
export const heldIn = (store: Pick<Store, "held">) => async (id: DocumentId) => (await store.held([id])).has(id);

/** Loads every document that the paths mean. */
export async function seed(
  paths: readonly string[],
  bringing: Bringing,
  { store, reading, reporter }: { store: Store; reading: Reading; reporter: Reporter },
): Promise<Summary> {
  const tally = new Tally();
  const files = await findFiles(paths);
  reporter.begin(files.reduce((sum, file) => sum + ("bytes" in file ? file.bytes : 0), 0));
  for await (const outcome of readAll(sourcesOf(files, bringing), reading, heldIn(store))) {
    const result = await settle(store, outcome);
    if ("problem" in result) {
      tally.refuse();
      reporter.refused(outcome.where, result.problem);
    } else {
      tally.add(result);
      reporter.wrote(result);
    }
    reporter.advance(outcome.bytes);
  }
  reporter.end(tally.summary);
  return tally.summary;
}
