/** Writing what a document asserts. */
import type { EntityId } from "../../../schema/ids.ts";
import type { ReadDocument, Span } from "../../../schema/model.ts";
import type { RelationTally, TalliedAssertion } from "../tally.ts";
import type { Connection } from "./connection.ts";
import { rowOfName } from "./names.ts";
import { type PassageRows, spanKey } from "./write-text.ts";

/** The row of an edge, and whether the graph did not have it. */
interface Added {
  readonly id: number;
  readonly isNew: boolean;
}

/** A document that is being written, as far as it is in the tables. */
export interface Writing {
  readonly sql: Connection;
  readonly row: number;
  readonly document: ReadDocument;
  readonly entities: ReadonlyMap<EntityId, number>;
  readonly passages: PassageRows;
  readonly ingested: number;
}

/** Adds the edges that a document asserts, with its assertions; how many edges the graph did not have. */
export function addRelations(writing: Writing, relations: readonly RelationTally[]): number {
  const added = relations.map((relation) => addRelation(writing, relation));
  addAssertions(writing, relations, added);
  const fresh = relations.filter((_, i) => added[i]!.isNew);
  addDegrees(writing, fresh);
  return fresh.length;
}

/** Counts new edges at their ends, once an entity, since the order by degree is kept. */
function addDegrees({ sql, entities }: Writing, relations: readonly RelationTally[]): void {
  const degrees = new Map<EntityId, number>();
  for (const id of relations.flatMap(({ subject, object }) => [subject, object])) {
    degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  for (const [id, more] of degrees) {
    sql.run("UPDATE entity SET degree = degree + ? WHERE id = ?", more, entities.get(id)!);
  }
}

/** Adds to an edge what a document asserts of it. */
function addRelation(writing: Writing, tally: RelationTally): Added {
  const { sql, entities } = writing;
  const { statuses, firstDate = "", lastDate = "" } = tally;
  const [subject, object] = [entities.get(tally.subject)!, entities.get(tally.object)!];
  const { id, document_count } = sql.get<{ id: number; document_count: number }>(
    `INSERT INTO relation (key, subject, type, object, assertion_count, document_count,
       actual, future, hypothetical, negated, first_date, last_date) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET
       assertion_count = assertion_count + excluded.assertion_count, document_count = document_count + 1,
       actual = actual + excluded.actual, future = future + excluded.future,
       hypothetical = hypothetical + excluded.hypothetical, negated = negated + excluded.negated,
       first_date = CASE WHEN excluded.first_date = '' THEN first_date WHEN first_date = '' THEN excluded.first_date
         ELSE min(first_date, excluded.first_date) END,
       last_date = max(last_date, excluded.last_date)
     RETURNING id, document_count`,
    [tally.id, subject, tally.type, object, tally.assertions.length],
    [statuses.actual, statuses.future, statuses.hypothetical, statuses.negated, firstDate, lastDate],
  )!;
  addSpeakers(writing, id, tally);
  return { id, isNew: document_count === 1 };
}

function addSpeakers({ sql }: Writing, relation: number, { speakers }: RelationTally): void {
  let added = 0;
  for (const [name, count] of speakers) {
    const { assertions } = sql.get<{ assertions: number }>(
      `INSERT INTO relation_speaker (relation, speaker, assertions) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET assertions = assertions + excluded.assertions RETURNING assertions`,
      [relation, rowOfName(sql, "speaker", name), count],
    )!;
    if (assertions === count) added += 1;
  }
  if (added > 0) sql.run("UPDATE relation SET speaker_count = speaker_count + ? WHERE id = ?", added, relation);
}

const spanOrNull = (span: Span | undefined) => (span ? JSON.stringify([span.start, span.end]) : null);

/** Adds the assertions in the order of the document, so that it comes out as it went in. */
function addAssertions(writing: Writing, relations: readonly RelationTally[], rows: readonly Added[]): void {
  relations
    .flatMap(({ assertions }, i) => assertions.map((entry) => ({ ...entry, relation: rows[i]!.id })))
    .sort((a, b) => a.place - b.place)
    .forEach((entry) => addAssertion(writing, entry));
}

function addAssertion(
  { sql, row, document, passages, ingested }: Writing,
  { id, assertion: a, days, relation }: TalliedAssertion & { readonly relation: number },
): void {
  sql.run(
    `INSERT INTO assertion (key, relation, document, passage, start, end, trigger, subject_mention, object_mention,
       status, speaker, date, from_day, to_day, confidence, extractor, published, ingested)
     VALUES (unhex(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id.slice("assertion:".length), relation, row, passages.get(spanKey(a))!, a.start, a.end],
    [JSON.stringify(a.trigger.map(({ start, end }) => [start, end]))],
    [spanOrNull(a.subjectMention), spanOrNull(a.objectMention)],
    [a.status, a.speaker === "" ? null : rowOfName(sql, "speaker", a.speaker)],
    [a.date, days?.from ?? null, days?.to ?? null, a.confidence, rowOfName(sql, "extractor", a.extractor)],
    [document.published ?? "", ingested],
  );
}
