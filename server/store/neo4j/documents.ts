/** Reading documents, their texts and their sentences. */
import type { DocumentId } from "../../../schema/ids.ts";
import type { Sentence, Span, StoredDocument } from "../../../schema/model.ts";
import type { Page, PageRequest } from "../port.ts";
import { searchWords } from "../words.ts";
import type { Connection, Row } from "./connection.ts";
import { inOrderOf, readPage } from "./list.ts";
import { longTexts, QUOTED } from "./passages.ts";
import { DOCUMENT, toDocument, toSpans } from "./rows.ts";
import { matching } from "./where.ts";

/** Documents in the order of the ids, undefined for what is not there. */
export async function documentsById(
  connection: Connection,
  ids: readonly DocumentId[],
): Promise<readonly (StoredDocument | undefined)[]> {
  if (ids.length === 0) return [];
  const rows = await connection.read(`MATCH (d:Document) WHERE d.id IN $ids RETURN ${DOCUMENT}`, {
    ids: [...new Set(ids)],
  });
  return inOrderOf(ids, rows.map(toDocument), (document) => document.id);
}

/** The whole text of a document, and its sentences. */
export async function textOf(
  connection: Connection,
  id: DocumentId,
): Promise<{ readonly text: string; readonly sentences: readonly Span[] } | undefined> {
  const [row] = await connection.read("MATCH (d:Document {id: $id}) RETURN d.text, d.sentences", { id });
  return row && { text: row[0] as string, sentences: toSpans(row[1] as number[]) };
}

/** What documents are asked for by. */
export interface DocumentQuery {
  readonly text?: string | undefined;
  readonly publisher?: string | undefined;
}

/** A page of documents, latest publication first. */
export async function documents(
  connection: Connection,
  query: DocumentQuery,
  page: PageRequest,
): Promise<Page<StoredDocument>> {
  const { text = "", publisher } = query;
  const search = searchWords(text);
  const isSearched = text.trim() !== "";
  const found = "CALL db.index.fulltext.queryNodes('documents', $search) YIELD node AS d WITH d";
  return readPage(
    connection,
    {
      name: "documents",
      match: search ? found : "MATCH (d:Document)",
      where: [
        ...(isSearched && !search ? ["false"] : []),
        ...(publisher === undefined ? [] : ["d.publisher = $publisher"]),
      ],
      parameters: { publisher, search: search && matching(search, "words") },
      order: ["d.place"],
      shape: [""],
      walk: ["d.place >= ''"],
      columns: DOCUMENT,
      nodesOf: (rows) => rows.map(toDocument),
    },
    page,
  );
}

/** A page of the sentences that hold every word of a query: shortest first, then latest publication. */
export async function sentences(connection: Connection, query: string, page: PageRequest): Promise<Page<Sentence>> {
  const search = searchWords(query);
  return readPage(
    connection,
    {
      name: "sentences",
      match: search
        ? "CALL db.index.fulltext.queryNodes('passages', $search) YIELD node AS q WITH q"
        : "MATCH (q:Sentence)",
      where: [search ? "q:Sentence" : "false"],
      parameters: { search: search && matching(search, "words") },
      order: ["q.wordCount", "q.place"],
      shape: [0, ""],
      columns: QUOTED,
      nodesOf: (rows) => toSentences(connection, rows),
    },
    page,
  );
}

async function toSentences(connection: Connection, rows: readonly Row[]): Promise<Sentence[]> {
  const texts = await longTexts(connection, rows);
  return rows.map(([, document, start, end], i) => ({
    document: document as DocumentId,
    start: start as number,
    end: end as number,
    text: texts[i]!,
  }));
}
