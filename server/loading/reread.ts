/** Reads every stored document anew from its stored text, and tells which edges it gained and lost. */
import { type DocumentId, relationId } from "../../schema/ids.ts";
import type { DocumentAssertion, Provenance, ReadDocument } from "../../schema/model.ts";
import type { Reading } from "../reading/reading.ts";
import { type Store, StoreError } from "../store/port.ts";
import { withKept } from "./merge.ts";
import { mapInOrder } from "./read.ts";
import { TextError } from "../text.ts";

/** What reading a document anew did to it. */
export interface Change {
  readonly id: DocumentId;
  readonly title: string;
  /** Edges, as `subject TYPE object` in names. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly notes: readonly string[];
}

export interface RereadReporter {
  begin(documents: number): void;
  changed(change: Change): void;
  refused(title: string, problem: string): void;
  end(summary: RereadSummary): void;
}

export interface RereadSummary {
  readonly documents: number;
  readonly changed: number;
  readonly refused: number;
  readonly gained: number;
  readonly lost: number;
  readonly seconds: number;
}

/** What a reading of ours may have found: what analysts, tables and other people's extractors did is not ours. */
const isOurs = ({ extractor }: DocumentAssertion): boolean => /^(rules|llm:)/.test(extractor);

function edgesOf({ assertions, entities }: ReadDocument): ReadonlyMap<string, string> {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return new Map(
    assertions.map(({ subject, type, object }) => [
      relationId(subject, type, object),
      `${names.get(subject)} ${type} ${names.get(object)}`,
    ]),
  );
}

/** The labels of edges that the one document asserts and the other does not. */
function missing(from: ReadDocument, other: ReadDocument): string[] {
  const there = edgesOf(other);
  return [...edgesOf(from)].flatMap(([id, label]) => (there.has(id) ? [] : [label]));
}

const provenanceOf = ({ title, publisher, author, url, published, language }: ReadDocument): Provenance => ({
  title,
  publisher,
  author,
  url,
  published,
  language,
});

interface Reread {
  readonly before: ReadDocument;
  readonly after?: ReadDocument;
  readonly notes: readonly string[];
  readonly problem?: string;
}

/** Edges of a model that was not asked, or did not answer, stay as they were. */
async function readAgain(before: ReadDocument, reading: Reading): Promise<Reread> {
  try {
    const { source, text } = before;
    const { document, notes, asked } = await reading.read({ source, text, given: provenanceOf(before) });
    const isKept = (assertion: DocumentAssertion) =>
      !isOurs(assertion) || (assertion.extractor.startsWith("llm:") && asked !== "all");
    return { before, notes, after: withKept(before, document, isKept) };
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    return { before, notes: [], problem: error.message };
  }
}

const sameDocument = (a: ReadDocument, b: ReadDocument) => {
  const plain = ({ sentences, entities, assertions, language }: ReadDocument) =>
    JSON.stringify({ sentences, entities, assertions, language }, (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([, v]) => v !== undefined)
              .toSorted(([x], [y]) => (x < y ? -1 : 1)),
          )
        : value,
    );
  return plain(a) === plain(b);
};

/** Writes a document in the place of what was there. What it says of the store's refusal is told, the rest goes on. */
async function put(store: Store, { before, after }: Reread): Promise<string | undefined> {
  if (!after || sameDocument(before, after)) return undefined;
  try {
    await store.replace(after);
    return undefined;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    await store.ping();
    return error.message;
  }
}

/** Reads everything anew; with `dryRun` nothing is written. */
export async function reread(options: {
  readonly store: Store;
  readonly reading: Reading;
  readonly reporter: RereadReporter;
  readonly dryRun: boolean;
}): Promise<RereadSummary> {
  const { store, reading, reporter, dryRun } = options;
  const started = performance.now();
  const counts = { documents: 0, changed: 0, refused: 0, gained: 0, lost: 0 };
  reporter.begin((await store.statistics()).documents);
  const again = (before: ReadDocument) => readAgain(before, reading);
  for await (const result of mapInOrder(store.export(), reading.size * 2, again)) {
    const { before, after, notes } = result;
    counts.documents += 1;
    const problem = result.problem ?? (dryRun ? undefined : await put(store, result));
    if (problem !== undefined || !after) {
      counts.refused += 1;
      reporter.refused(before.title, problem ?? "could not be read");
      continue;
    }
    const change = {
      id: before.id,
      title: before.title,
      gained: missing(after, before),
      lost: missing(before, after),
      notes,
    };
    counts.changed += change.gained.length + change.lost.length > 0 ? 1 : 0;
    counts.gained += change.gained.length;
    counts.lost += change.lost.length;
    reporter.changed(change);
  }
  const summary = { ...counts, seconds: (performance.now() - started) / 1_000 };
  reporter.end(summary);
  return summary;
}
