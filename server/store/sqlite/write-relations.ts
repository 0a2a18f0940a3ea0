/** Writing what a document asserts. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import type { ReadDocument, Span } from "../../../schema/model.ts";
import { STATUSES } from "../../../schema/ontology.ts";
import { assertionCount, type Edge, shownEdge, withShare } from "../edges.ts";
import type { RelationTally, TalliedAssertion } from "../tally.ts";
import type { Connection, Value } from "./connection.ts";
import type { KnownEdge } from "./known.ts";
import type { NameRows } from "./names.ts";
import { type PassageRows, spanKey } from "./write-text.ts";

/** A document that is being written, as far as it is in the tables. */
export interface Writing {
  readonly sql: Connection;
  readonly names: NameRows;
  readonly row: number;
  readonly document: ReadDocument;
  readonly entities: ReadonlyMap<EntityId, number>;
  readonly passages: PassageRows;
  readonly ingested: number;
}

/** How many edges each entity gains by those that are new. */
export function degreesOf(tallies: readonly RelationTally[], known: ReadonlyMap<RelationId, unknown>) {
  const degrees = new Map<EntityId, number>();
  for (const { id, subject, object } of tallies) {
    if (known.has(id)) continue;
    for (const end of [subject, object]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  return degrees;
}

/** Adds the edges that a document asserts to those that are there already, with its assertions. */
export function addRelations(
  writing: Writing,
  tallies: readonly RelationTally[],
  known: ReadonlyMap<RelationId, KnownEdge>,
): void {
  const rows = tallies.map((tally) => {
    const before = known.get(tally.id);
    const edge = withShare(before?.edge, tally);
    return before ? updateEdge(writing.sql, before.row, edge) : addEdge(writing, edge);
  });
  addAssertions(writing, tallies, rows);
}

/** What changes with every share, in the order of `COLUMNS`. */
function valuesOf(edge: Edge): Value[] {
  const { documentCount, statuses, speakers, firstDate = "", lastDate = "" } = edge;
  const counts = [assertionCount(edge), documentCount, speakers.size, ...STATUSES.map((status) => statuses[status])];
  return [...counts, firstDate, lastDate, JSON.stringify(Object.fromEntries(speakers)), shownEdge(edge)];
}

const COLUMNS = ["assertion_count", "document_count", "speaker_count", ...STATUSES, "first_date", "last_date"];
const ALL_COLUMNS = [...COLUMNS, "speakers", "shown"];

function addEdge({ sql, entities }: Writing, edge: Edge): number {
  return sql.run(
    `INSERT INTO relation (key, subject, type, object, ${ALL_COLUMNS.join(", ")})
     VALUES (?, ?, ?, ?, ${ALL_COLUMNS.map(() => "?").join(", ")})`,
    [edge.id, entities.get(edge.subject)!, edge.type, entities.get(edge.object)!],
    valuesOf(edge),
  );
}

/** Writes the counts of an edge that is there; its row. */
export function updateEdge(sql: Connection, row: number, edge: Edge): number {
  sql.run(
    `UPDATE relation SET ${ALL_COLUMNS.map((name) => `${name} = ?`).join(", ")} WHERE id = ?`,
    valuesOf(edge),
    row,
  );
  return row;
}

const spanOrNull = (span: Span | undefined) => (span ? JSON.stringify([span.start, span.end]) : null);

/** Adds the assertions in the order of the document, so that it comes out as it went in. */
function addAssertions(writing: Writing, tallies: readonly RelationTally[], rows: readonly number[]): void {
  tallies
    .flatMap(({ assertions }, i) => assertions.map((entry) => ({ ...entry, relation: rows[i]! })))
    .sort((a, b) => a.place - b.place)
    .forEach((entry) => addAssertion(writing, entry));
}

function addAssertion(
  { sql, names, row, document, passages, ingested }: Writing,
  { id, assertion: a, days, relation }: TalliedAssertion & { readonly relation: number },
): void {
  sql.run(
    `INSERT INTO assertion (key, relation, document, passage, start, end, trigger, subject_mention, object_mention,
       status, speaker, date, from_day, to_day, confidence, extractor, published, ingested)
     VALUES (unhex(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id.slice("assertion:".length), relation, row, passages.get(spanKey(a))!, a.start, a.end],
    [JSON.stringify(a.trigger.map(({ start, end }) => [start, end]))],
    [spanOrNull(a.subjectMention), spanOrNull(a.objectMention)],
    [a.status, a.speaker === "" ? null : names.of("speaker", a.speaker)],
    [a.date, days?.from ?? null, days?.to ?? null, a.confidence, names.of("extractor", a.extractor)],
    [document.published ?? "", ingested],
  );
}
