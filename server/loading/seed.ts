/** Loads documents into a store, and tells what became of each. */
import type { Reading } from "../reading/reading.ts";
import type { Store, WriteResult } from "../store/port.ts";
import { findFiles } from "./files.ts";
import { readAll, mapInOrder } from "./read.ts";
import { heldIn, settle, type Written } from "./settle.ts";
import { type Bringing, sourcesOf } from "./sources.ts";

/** Documents on their way into the store: it writes those together that are given together. */
const WRITES_AT_ONCE = 16;

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

/** Loads every document that the paths mean. */
export async function seed(
  paths: readonly string[],
  bringing: Bringing,
  { store, reading, reporter }: { store: Store; reading: Reading; reporter: Reporter },
): Promise<Summary> {
  const tally = new Tally();
  const files = await findFiles(paths);
  reporter.begin(files.reduce((sum, file) => sum + ("bytes" in file ? file.bytes : 0), 0));
  const outcomes = readAll(sourcesOf(files, bringing), reading, heldIn(store));
  const settled = mapInOrder(outcomes, WRITES_AT_ONCE, async (outcome) => ({
    outcome,
    result: await settle(store, outcome),
  }));
  for await (const { outcome, result } of settled) {
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
