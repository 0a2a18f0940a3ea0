/** Taking one document back, inside a transaction: its assertions go, and what then has no evidence. */
import type { DocumentId } from "../../../schema/ids.ts";
import { FIRST_DAY, LAST_DAY } from "../days.ts";
import type { RemovalResult } from "../port.ts";
import { type Edge, withoutShare } from "../edges.ts";
import { type RelationTally, tallyRelations } from "../tally.ts";
import type { Connection } from "./connection.ts";
import { knownEdges, type KnownEdge } from "./known.ts";
import { removeAlias, removeName } from "./names.ts";
import { type WholeDocument, wholeDocument } from "./whole.ts";
import { updateEdge } from "./write-relations.ts";

/** Takes a document back; one that is not there is told so. */
export function removeDocument(sql: Connection, id: DocumentId): RemovalResult {
  const whole = wholeDocument(sql, id);
  if (!whole) return { removed: false, relations: 0, entities: 0, assertions: 0 };
  const { row, document } = whole;
  const speakers = speakersIn(sql, row);
  sql.run("DELETE FROM assertion WHERE document = ?", row);
  const relations = takeRelations(sql, tallyRelations(document));
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

/** Takes a document's share off its edges; the number of edges that went with it. */
function takeRelations(sql: Connection, tallies: readonly RelationTally[]): number {
  const known = knownEdges(
    sql,
    tallies.map((tally) => tally.id),
  );
  return tallies.filter((tally) => takeRelation(sql, known.get(tally.id)!, tally)).length;
}

/** True if the edge went. */
function takeRelation(sql: Connection, { row, edge }: KnownEdge, tally: RelationTally): boolean {
  const left = withoutShare(edge, tally);
  if (left) {
    updateEdge(sql, row, tally.firstDate === undefined ? left : { ...left, ...daysOf(sql, row) });
    return false;
  }
  const { subject, object } = sql.get<{ subject: number; object: number }>(
    "DELETE FROM relation WHERE id = ? RETURNING subject, object",
    row,
  )!;
  sql.run("UPDATE entity SET degree = degree - 1 WHERE id IN (?, ?)", subject, object);
  return true;
}

/** An edge's first and last day, as the assertions that are left tell. */
function daysOf(sql: Connection, relation: number): Pick<Edge, "firstDate" | "lastDate"> {
  const { first, last } = sql.get<{ first: string | null; last: string | null }>(
    `SELECT min(iif(from_day = '${FIRST_DAY}', to_day, from_day)) AS first,
       max(iif(to_day = '${LAST_DAY}', from_day, to_day)) AS last
     FROM assertion WHERE relation = ? AND from_day IS NOT NULL`,
    relation,
  )!;
  return { firstDate: first ?? undefined, lastDate: last ?? undefined };
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
  let removed = 0;
  for (const entity of document.entities) {
    const { id, document_count } = sql.get<{ id: number; document_count: number }>(
      `UPDATE entity SET mention_count = mention_count - ?, document_count = document_count - 1 WHERE key = ?
       RETURNING id, document_count`,
      [entity.mentions.length, entity.id],
    )!;
    const gone = entity.aliases.filter((alias) => removeAlias(sql, id, alias));
    if (document_count === 0) {
      removeName(sql, id, entity.name);
      sql.run("DELETE FROM entity WHERE id = ?", id);
      removed += 1;
      continue;
    }
    if (gone.length > 0) replaceAliases(sql, id);
    replaceOrigin(sql, id, row);
  }
  return removed;
}

const replaceAliases = (sql: Connection, entity: number) =>
  sql.run(
    "UPDATE entity SET aliases = (SELECT json_group_array(text) FROM name WHERE entity = ?1 AND alias = 1) WHERE id = ?1",
    entity,
  );

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
