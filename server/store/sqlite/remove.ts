/** Taking one document back, inside a transaction: its assertions go, and what then has no evidence. */
import type { DocumentId } from "../../../schema/ids.ts";
import { FIRST_DAY, LAST_DAY } from "../days.ts";
import type { RemovalResult } from "../port.ts";
import { type RelationTally, tallyRelations } from "../tally.ts";
import type { Connection } from "./connection.ts";
import { removeNames } from "./names.ts";
import { type WholeDocument, wholeDocument } from "./whole.ts";

/** Takes a document back; one that is not there is told so. */
export function removeDocument(sql: Connection, id: DocumentId): RemovalResult {
  const whole = wholeDocument(sql, id);
  if (!whole) return { removed: false, relations: 0, entities: 0, assertions: 0 };
  const { row, document } = whole;
  const speakers = speakersIn(sql, row);
  sql.run("DELETE FROM assertion WHERE document = ?", row);
  const relations = tallyRelations(document).filter((tally) => takeRelation(sql, tally)).length;
  for (const speaker of speakers) dropSpeaker(sql, speaker);
  const mentions = sql.get<{ n: number }>("SELECT count(*) AS n FROM mention WHERE document = ?", row)!.n;
  removeText(sql, row);
  const entities = removeEntities(sql, whole);
  removeProvenance(sql, row);
  const assertions = document.assertions.length;
  sql.run(
    `UPDATE counter SET documents = documents - 1, sentences = sentences - ?, entities = entities - ?,
       relations = relations - ?, assertions = assertions - ?, mentions = mentions - ?, version = version + 1`,
    [document.sentences.length, entities, relations, assertions, mentions],
  );
  return { removed: true, relations, entities, assertions };
}

const speakersIn = (sql: Connection, document: number): number[] =>
  sql
    .all<{ speaker: number }>(
      "SELECT DISTINCT speaker FROM assertion WHERE document = ? AND speaker IS NOT NULL",
      document,
    )
    .map(({ speaker }) => speaker);

const dropSpeaker = (sql: Connection, speaker: number) =>
  sql.run(
    "DELETE FROM speaker WHERE id = ? AND NOT EXISTS (SELECT 1 FROM assertion WHERE speaker = speaker.id)",
    speaker,
  );

/** Takes a document's share off an edge; true if the edge went with it. */
function takeRelation(sql: Connection, tally: RelationTally): boolean {
  const { id, assertion_count, subject, object } = sql.get<{
    id: number;
    assertion_count: number;
    subject: number;
    object: number;
  }>("SELECT id, assertion_count, subject, object FROM relation WHERE key = ?", tally.id)!;
  const isLast = assertion_count === tally.assertions.length;
  takeSpeakers(sql, id, tally);
  if (isLast) {
    sql.run("DELETE FROM relation WHERE id = ?", id);
    sql.run("UPDATE entity SET degree = degree - 1 WHERE id IN (?, ?)", subject, object);
  } else {
    const { actual, future, hypothetical, negated } = tally.statuses;
    sql.run(
      `UPDATE relation SET assertion_count = assertion_count - ?, document_count = document_count - 1,
         actual = actual - ?, future = future - ?, hypothetical = hypothetical - ?, negated = negated - ? WHERE id = ?`,
      [tally.assertions.length, actual, future, hypothetical, negated, id],
    );
    if (tally.firstDate !== undefined) redate(sql, id, tally);
  }
  return isLast;
}

function takeSpeakers(sql: Connection, relation: number, { speakers }: RelationTally): void {
  for (const [name, count] of speakers) {
    const { speaker, assertions } = sql.get<{ speaker: number; assertions: number }>(
      `UPDATE relation_speaker SET assertions = assertions - ?
       WHERE relation = ? AND speaker = (SELECT id FROM speaker WHERE name = ?) RETURNING speaker, assertions`,
      [count, relation, name],
    )!;
    if (assertions > 0) continue;
    sql.run("DELETE FROM relation_speaker WHERE relation = ? AND speaker = ?", relation, speaker);
    sql.run("UPDATE relation SET speaker_count = speaker_count - 1 WHERE id = ?", relation);
  }
}

/** Finds an edge's first and last day again, if the document that went may have given one of them. */
function redate(sql: Connection, relation: number, { firstDate = "", lastDate = "" }: RelationTally): void {
  sql.run(
    `UPDATE relation SET (first_date, last_date) = (
       SELECT ifnull(min(iif(from_day = '${FIRST_DAY}', to_day, from_day)), ''),
         ifnull(max(iif(to_day = '${LAST_DAY}', from_day, to_day)), '')
       FROM assertion WHERE relation = relation.id AND from_day IS NOT NULL
     ) WHERE id = ? AND (first_date = ? OR last_date = ?)`,
    [relation, firstDate, lastDate],
  );
}

function removeText(sql: Connection, document: number): void {
  sql.run("DELETE FROM mention WHERE document = ?", document);
  sql.run("DELETE FROM passage_words WHERE rowid IN (SELECT id FROM passage WHERE document = ?)", document);
  sql.run("DELETE FROM passage WHERE document = ?", document);
  sql.run("DELETE FROM document_words WHERE rowid = ?", document);
  sql.run("DELETE FROM document_text WHERE document = ?", document);
}

/** Takes the document's share off its entities; the number of entities that went with it. */
function removeEntities(sql: Connection, { row, document }: WholeDocument): number {
  sql.run("DELETE FROM appearance WHERE document = ?", row);
  let gone = 0;
  for (const entity of document.entities) {
    const { id, document_count } = sql.get<{ id: number; document_count: number }>(
      `UPDATE entity SET mention_count = mention_count - ?, document_count = document_count - 1 WHERE key = ?
       RETURNING id, document_count`,
      [entity.mentions.length, entity.id],
    )!;
    removeNames(sql, id, [entity.name, ...entity.aliases]);
    if (document_count === 0) {
      sql.run("DELETE FROM entity WHERE id = ?", id);
      gone += 1;
    } else replaceOrigin(sql, id, row);
  }
  return gone;
}

/** Country and coordinates that the document gave come from the next document that tells them. */
function replaceOrigin(sql: Connection, entity: number, document: number): void {
  sql.run(
    `UPDATE entity SET (country, country_from) = (SELECT country, document FROM appearance
       WHERE entity = entity.id AND country IS NOT NULL ORDER BY document LIMIT 1) WHERE id = ? AND country_from = ?`,
    [entity, document],
  );
  sql.run(
    `UPDATE entity SET (latitude, longitude, place_from) = (SELECT latitude, longitude, document FROM appearance
       WHERE entity = entity.id AND latitude IS NOT NULL AND longitude IS NOT NULL ORDER BY document LIMIT 1)
     WHERE id = ? AND place_from = ?`,
    [entity, document],
  );
}

function removeProvenance(sql: Connection, document: number): void {
  const { publisher } = sql.get<{ publisher: number | null }>(
    "DELETE FROM document WHERE id = ? RETURNING publisher",
    document,
  )!;
  sql.run(
    "DELETE FROM publisher WHERE id = ? AND NOT EXISTS (SELECT 1 FROM document WHERE publisher = publisher.id)",
    publisher,
  );
}
