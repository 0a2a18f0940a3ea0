/** Loads documents into a store, and tells what became of each. */
import { documentId } from "../../schema/digest.ts";
import type { ReadingPool } from "../reading/pool.ts";
import { type Store, StoreError, type WriteResult } from "../store/port.ts";
import { findFiles } from "./files.ts";
import { type Outcome, readAll } from "./read.ts";
import { type Loadable, sourcesOf } from "./sources.ts";

/** What became of a document that was there to be written. */
export type Written = Omit<WriteResult, "id">;

/** Told of everything that happens while loading. */
export interface Reporter {
  begin(bytes: number): void;
  /** `wasText` is false for documents that were read before, of which there may be very many. */
  wrote(where: string, result: Written, wasText: boolean): void;
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

class Tally {
  readonly #started = performance.now();
  #counts = { written: 0, known: 0, refused: 0, relations: 0, entities: 0, assertions: 0 };

  add({ known, newRelations, newEntities, newAssertions }: Written): void {
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
async function settle(store: Store, outcome: Outcome): Promise<Written | { problem: string }> {
  if ("problem" in outcome) return outcome;
  if ("known" in outcome) return KNOWN;
  try {
    return await store.write(outcome.document);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    await store.ping();
    return { problem: error.message };
  }
}

const idOf = (source: Loadable) => ("text" in source ? documentId(source.text.text) : source.document.id);

/** Loads every document that the paths mean. */
export async function seed(
  paths: readonly string[],
  input: AsyncIterable<Uint8Array>,
  { store, pool, reporter }: { store: Store; pool: ReadingPool; reporter: Reporter },
): Promise<Summary> {
  const tally = new Tally();
  const files = await findFiles(paths);
  reporter.begin(files.reduce((sum, file) => sum + ("bytes" in file ? file.bytes : 0), 0));
  const isHeld = async (source: Loadable) => {
    const id = idOf(source);
    return (await store.held([id])).has(id);
  };
  for await (const outcome of readAll(sourcesOf(files, input), pool, isHeld)) {
    const result = await settle(store, outcome);
    if ("problem" in result) {
      tally.refuse();
      reporter.refused(outcome.where, result.problem);
    } else {
      tally.add(result);
      reporter.wrote(outcome.where, result, "wasText" in outcome && outcome.wasText);
    }
    reporter.advance(outcome.bytes);
  }
  reporter.end(tally.summary);
  return tally.summary;
}
