/** The embedded store: one SQLite file, by libsql. */
import type { DocumentId } from "../../../schema/ids.ts";
import type { ReadDocument } from "../../../schema/model.ts";
import type { Flaw, Statistics, Store } from "../port.ts";
import { assertions, assertionsById, assertionsIn, assertionsOf } from "./assertions.ts";
import { Aside } from "./aside.ts";
import type { Connection } from "./connection.ts";
import { verify } from "./verify.ts";
import { documents, documentsById, mentions, sentences, textOf } from "./documents.ts";
import { entities, entitiesById, entityByName } from "./entities.ts";
import { layoutInput, versions, writeLayout } from "./layout.ts";
import { neighborCounts, neighborhood } from "./neighborhood.ts";
import { facets } from "./facets.ts";
import { openFile } from "./open.ts";
import { overview } from "./overview.ts";
import { paths } from "./paths.ts";
import { deleteRecord, notes, putRecord, records, recordsById, saveRecord, stories, views } from "./records.ts";
import { relations, relationsById } from "./relations.ts";
import { timeline } from "./timeline.ts";
import { LISTED } from "./where.ts";
import { documentAfter, wholeDocument } from "./whole.ts";
import { Writer } from "./writer.ts";

/** Opens the store in a file, made if it is not there. Throws a StoreError that says what is wrong with the file. */
export async function openSqlite(path: string): Promise<Store> {
  const sql = openFile(path);
  const writer = new Writer(sql);
  const aside = new Aside(sql);
  return {
    kind: "sqlite",
    location: path,
    verify: () => flawsOf(sql),
    ping: async () => void sql.get("SELECT version FROM counter"),
    close: async () => {
      writer.flush();
      await aside.close();
      sql.close();
    },

    entitiesById: async (ids) => entitiesById(sql, ids),
    relationsById: async (ids) => relationsById(sql, ids),
    assertionsById: async (ids) => assertionsById(sql, ids),
    documentsById: async (ids) => documentsById(sql, ids),
    textOf: async (id) => textOf(sql, id),
    entityByName: async (name) => entityByName(sql, name),
    entities: async (query, page) => entities(sql, query, page),
    relations: async (filter, order, page) => relations(sql, filter, order, page),
    assertions: async (filter, page) => assertions(sql, filter, page),
    assertionsOf: async (ids, page) => assertionsOf(sql, ids, page),
    assertionsIn: async (list) => assertionsIn(sql, list),
    sentences: async (query, page) => sentences(sql, query, page),
    documents: async (query, page) => documents(sql, query, page),
    mentions: async (of, page) => mentions(sql, of, page),
    neighborhood: async (of, depth, filter, limit, evidence) => neighborhood(sql, of, depth, filter, limit, evidence),
    neighborCounts: async (of, filter) => neighborCounts(sql, of, filter),
    paths: async (from, to, maxHops, limit, filter) => paths(sql, [from, to], maxHops, limit, filter),
    overview: async (filter, limit) => overview(aside, filter, limit),
    timeline: async (filter, bin, clock) => timeline(aside, filter, bin, clock),
    facets: async (filter) => facets(aside, filter),
    statistics: async () => statistics(sql),
    versions: async () => versions(sql),
    layoutInput: async () => layoutInput(sql),
    recordsById: async (ids) => recordsById(sql, ids),
    views: async () => views(sql),
    stories: async () => stories(sql),
    notes: async (of) => notes(sql, of),
    records: () => records(sql),
    whole: async (id) => wholeDocument(sql, id)?.document,
    export: () => exportDocuments(sql),

    write: (document) => writer.write(document),
    remove: async (id) => writer.remove(id),
    replace: async (document) => writer.replace(document),
    writeLayout: async (layout) => sql.transaction(() => writeLayout(sql, layout)),
    saveRecord: async (draft) => sql.transaction(() => saveRecord(sql, draft)),
    putRecord: async (record) => sql.transaction(() => putRecord(sql, record)),
    deleteRecord: async (id) => sql.transaction(() => deleteRecord(sql, id)),
    held: async (ids) => held(sql, ids),
  };
}

const statistics = (sql: Connection): Statistics =>
  sql.all<Statistics>(
    "SELECT documents, sentences, entities, relations, assertions, mentions, version FROM counter",
  )[0]!;

function held(sql: Connection, ids: readonly DocumentId[]): ReadonlySet<DocumentId> {
  const rows = sql.all<{ key: DocumentId }>(`SELECT key FROM document WHERE key IN ${LISTED}`, JSON.stringify(ids));
  return new Set(rows.map(({ key }) => key));
}

/** Document by document, so that memory stays flat and others may read and write meanwhile. */
async function* exportDocuments(sql: Connection): AsyncGenerator<ReadDocument> {
  let next = documentAfter(sql, "");
  while (next) {
    yield next.document;
    next = documentAfter(sql, next.document.id);
  }
}

async function* flawsOf(sql: Connection): AsyncGenerator<Flaw> {
  yield* verify(sql);
}
