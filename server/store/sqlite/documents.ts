/** Reading documents, their texts, their sentences and the mentions in them. */
import type { DocumentId, EntityId } from "../../../schema/ids.ts";
import type { Mention, Sentence, Span, StoredDocument } from "../../../schema/model.ts";
import type { Page, PageRequest } from "../port.ts";
import { searchWords } from "../words.ts";
import { passageTexts } from "./assertions.ts";
import type { Connection } from "./connection.ts";
import { allOf, always, type Sql } from "./keyset.ts";
import { inOrderOf, readPage } from "./list.ts";
import { DOCUMENT, type DocumentRow, toDocument } from "./rows.ts";
import { LISTED, matching } from "./where.ts";

export function documentsById(sql: Connection, ids: readonly DocumentId[]): (StoredDocument | undefined)[] {
  const rows = sql.all<DocumentRow>(`${DOCUMENT} WHERE d.key IN ${LISTED}`, JSON.stringify(ids));
  return inOrderOf(ids, rows, (row) => row.key).map((row) => row && toDocument(row));
}

export function textOf(sql: Connection, id: DocumentId) {
  const found = sql.get<{ document: number; text: string }>(
    "SELECT document, text FROM document_text WHERE document = (SELECT id FROM document WHERE key = ?)",
    id,
  );
  return found && { text: found.text, sentences: sentencesOf(sql, found.document) };
}

/** The spans of a document's sentences, in order. */
export const sentencesOf = (sql: Connection, document: number): Span[] =>
  sql.all<Span>("SELECT start, end FROM passage WHERE document = ? AND is_sentence = 1 ORDER BY start", document);

/** Rows of a full-text table that answer a query; none where it has no words. */
function answers(column: string, table: string, query: string): Sql {
  const search = searchWords(query);
  if (!search) return { text: "0", values: [] };
  return { text: `${column} IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`, values: [matching(search)] };
}

interface DocumentQuery {
  readonly text?: string | undefined;
  readonly publisher?: string | undefined;
}

export function documents(sql: Connection, query: DocumentQuery, page: PageRequest): Page<StoredDocument> {
  const { text = "", publisher } = query;
  const searched = text.trim() === "" ? always : answers("d.id", "document_words", text);
  const published: Sql =
    publisher === undefined
      ? always
      : { text: "d.publisher = (SELECT id FROM publisher WHERE name = ?)", values: [publisher] };
  const [select = "", from = ""] = DOCUMENT.split("FROM");
  return readPage(
    sql,
    {
      name: "documents",
      select,
      from: `FROM${from}`,
      where: allOf([searched, published]),
      order: ["-d.published", "d.id"],
      sort: searched !== always,
      shape: ["", 0],
      keyOf: (row: DocumentRow) => [row.published, row.row],
      nodesOf: (rows: readonly DocumentRow[]) => rows.map(toDocument),
    },
    page,
  );
}

interface SentenceRow extends Sentence {
  readonly row: number;
  readonly published: string;
  readonly word_count: number;
}

export function sentences(sql: Connection, query: string, page: PageRequest): Page<Sentence> {
  return readPage(
    sql,
    {
      name: "sentences",
      select: `SELECT d.id AS row, d.key AS document, d.published, q.word_count, q.start, q.end, q.text`,
      from: "FROM passage q CROSS JOIN document d ON d.id = q.document",
      where: allOf([answers("q.id", "passage_words", query), { text: "q.is_sentence = 1", values: [] }]),
      order: ["q.word_count", "-d.published", "d.id", "q.start"],
      sort: true,
      shape: [0, "", 0, 0],
      keyOf: (s: SentenceRow) => [s.word_count, s.published, s.row, s.start],
      nodesOf: (rows: readonly SentenceRow[]) =>
        rows.map(({ document, start, end, text }) => ({ document, start, end, text })),
    },
    page,
  );
}

interface MentionRow extends Span {
  readonly row: number;
  readonly document: DocumentId;
  readonly entity: EntityId;
  readonly passage: number;
  readonly from: number;
  readonly to: number;
}

type MentionsOf = { readonly entity: EntityId } | { readonly document: DocumentId };

export function mentions(sql: Connection, of: MentionsOf, page: PageRequest): Page<Mention> {
  const where: Sql =
    "entity" in of
      ? { text: "m.entity = (SELECT id FROM entity WHERE key = ?)", values: [of.entity] }
      : { text: "m.document = (SELECT id FROM document WHERE key = ?)", values: [of.document] };
  return readPage(
    sql,
    {
      name: `mentions ${Object.values(of)[0]}`,
      select: `SELECT m.document AS row, d.key AS document, e.key AS entity, m.start, m.end, m.passage,
        q.start AS "from", q.end AS "to"`,
      from: `FROM mention m CROSS JOIN document d ON d.id = m.document CROSS JOIN entity e ON e.id = m.entity
        CROSS JOIN passage q ON q.id = m.passage`,
      where,
      order: ["m.document", "m.start", "m.end", "e.key"],
      shape: [0, 0, 0, ""],
      keyOf: (m: MentionRow) => [m.row, m.start, m.end, m.entity],
      nodesOf: (rows: readonly MentionRow[]) => toMentions(sql, rows),
    },
    page,
  );
}

function toMentions(sql: Connection, rows: readonly MentionRow[]): Mention[] {
  const texts = passageTexts(
    sql,
    rows.map((row) => row.passage),
  );
  return rows.map(({ entity, document, start, end, passage, from, to }) => ({
    entity,
    document,
    start,
    end,
    text: texts.get(passage)!.slice(start - from, end - from),
    sentence: { start: from, end: to },
  }));
}
