/** Writing one document, inside a transaction. */
import type { ReadDocument } from "../../../schema/model.ts";
import { instant } from "../days.ts";
import type { WriteResult } from "../port.ts";
import type { RelationTally } from "../tally.ts";
import { wordLine } from "../words.ts";
import type { Connection } from "./connection.ts";
import { knownEdges } from "./known.ts";
import type { NameRows } from "./names.ts";
import { addEntities } from "./write-entities.ts";
import { addRelations, degreesOf } from "./write-relations.ts";
import { addMentions, addPassages } from "./write-text.ts";

/** A document that has been checked, with the edges that it asserts. */
export interface Checked {
  readonly document: ReadDocument;
  readonly tallies: readonly RelationTally[];
}

/** Writes a document; one that is held already is left alone. */
export function writeDocument(
  sql: Connection,
  names: NameRows,
  { document, tallies }: Checked,
  now: string,
): WriteResult {
  const { id, ingestedAt = now } = document;
  if (sql.get("SELECT 1 FROM document WHERE key = ?", id))
    return { id, known: true, newRelations: 0, newEntities: 0, newAssertions: 0 };
  const row = addDocument(sql, names, document, tallies.length, ingestedAt);
  const edges = knownEdges(
    sql,
    tallies.map((tally) => tally.id),
  );
  const entities = addEntities(sql, row, document, degreesOf(tallies, edges));
  const passages = addPassages(sql, row, document);
  addMentions(sql, row, document, entities.rows, passages);
  const ingested = instant(ingestedAt);
  addRelations({ sql, names, row, document, entities: entities.rows, passages, ingested }, tallies, edges);
  const newRelations = tallies.length - edges.size;
  count(sql, document, entities.added, newRelations);
  return { id, known: false, newRelations, newEntities: entities.added, newAssertions: document.assertions.length };
}

function count(sql: Connection, { sentences, assertions, entities }: ReadDocument, ...fresh: [number, number]): void {
  const mentions = entities.reduce((sum, entity) => sum + entity.mentions.length, 0);
  sql.run(
    `UPDATE counter SET documents = documents + 1, sentences = sentences + ?, entities = entities + ?,
       relations = relations + ?, assertions = assertions + ?, mentions = mentions + ?, version = version + 1`,
    [sentences.length, ...fresh, assertions.length, mentions],
  );
}

/** The first 48 bits of the hash, or the next number that is free. */
function freeRow(sql: Connection, { id }: ReadDocument): number {
  let row = Number.parseInt(id.slice("document:".length, "document:".length + 12), 16);
  while (sql.get("SELECT 1 FROM document WHERE id = ?", row)) row += 1;
  return row;
}

function addDocument(
  sql: Connection,
  names: NameRows,
  document: ReadDocument,
  relationCount: number,
  ingestedAt: string,
): number {
  const { id, source, title, publisher, author, url, published, language, text, entities } = document;
  const row = freeRow(sql, document);
  const publisherRow = publisher === undefined ? null : names.of("publisher", publisher);
  sql.run(
    `INSERT INTO document (id, key, source, title, publisher, author, url, published, language, ingested_at,
       entity_count, relation_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [row, id, source, title, publisherRow, author ?? null, url ?? null, published ?? "", language, ingestedAt],
    [entities.length, relationCount],
  );
  sql.run("INSERT INTO document_text (document, text) VALUES (?, ?)", row, text);
  const line = wordLine([title, author ?? "", publisher ?? "", source].join(" "));
  sql.run("INSERT INTO document_words (rowid, words) VALUES (?, ?)", row, line);
  return row;
}
