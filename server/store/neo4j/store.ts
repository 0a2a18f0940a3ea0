/** The store on Neo4j, for many readers and loaders at once. */
import type { DocumentId } from "../../../schema/ids.ts";
import { checkDocument } from "../check.ts";
import type { Statistics, Store } from "../port.ts";
import { assertions, assertionsById, assertionsIn, assertionsOf } from "./assertions.ts";
import { Connection, type Neo4jOptions } from "./connection.ts";
import { verify } from "./verify.ts";
import { documents, documentsById, sentences, textOf } from "./documents.ts";
import { entities, entitiesById, entityByName } from "./entities.ts";
import { facets } from "./facets.ts";
import { checkAgent, prepareLayout } from "./layout.ts";
import { mentions } from "./mentions.ts";
import { neighborCounts, neighborhood } from "./neighborhood.ts";
import { overview } from "./overview.ts";
import { paths } from "./paths.ts";
import { layoutInput, versions, writeLayout } from "./positions.ts";
import { deleteRecord, notes, putRecord, records, recordsById, saveRecord, stories, views } from "./records.ts";
import { relations, relationsById } from "./relations.ts";
import { removeDocument } from "./remove.ts";
import { timeline } from "./timeline.ts";
import { exportDocuments, wholeDocument } from "./whole.ts";
import { known, writeDocument } from "./write.ts";

export type { Neo4jOptions } from "./connection.ts";

/** Opens the store in a Neo4j database, made ready if it is empty. Throws a StoreError that says what is wrong. */
export async function openNeo4j(options: Neo4jOptions): Promise<Store> {
  const connection = new Connection(options);
  try {
    checkAgent(await connection.agent(), connection.location);
    await prepareLayout(connection);
    return storeOn(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function storeOn(connection: Connection): Store {
  return {
    kind: "neo4j",
    location: connection.location,
    verify: () => verify(connection),
    ping: async () => void (await connection.once("MATCH (g:Graph {id: 'actant'}) RETURN g.version")),
    close: () => connection.close(),

    entitiesById: (ids) => entitiesById(connection, ids),
    relationsById: (ids) => relationsById(connection, ids),
    assertionsById: (ids) => assertionsById(connection, ids),
    documentsById: (ids) => documentsById(connection, ids),
    textOf: (id) => textOf(connection, id),
    entityByName: (name) => entityByName(connection, name),
    entities: (query, page) => entities(connection, query, page),
    relations: (filter, order, page) => relations(connection, filter, order, page),
    assertions: (filter, page) => assertions(connection, filter, page),
    assertionsOf: (ids, page) => assertionsOf(connection, ids, page),
    assertionsIn: (list) => assertionsIn(connection, list),
    sentences: (query, page) => sentences(connection, query, page),
    documents: (query, page) => documents(connection, query, page),
    mentions: (of, page) => mentions(connection, of, page),
    neighborhood: (of, depth, filter, limit, evidence) => neighborhood(connection, of, depth, filter, limit, evidence),
    neighborCounts: (of, filter) => neighborCounts(connection, of, filter),
    paths: (from, to, maxHops, limit, filter) => paths(connection, [from, to], maxHops, limit, filter),
    overview: (filter, limit) => overview(connection, filter, limit),
    timeline: (filter, bin, clock) => timeline(connection, filter, bin, clock),
    facets: (filter) => facets(connection, filter),
    statistics: () => statistics(connection),
    versions: () => versions(connection),
    layoutInput: () => layoutInput(connection),
    recordsById: (ids) => recordsById(connection, ids),
    views: () => views(connection),
    stories: () => stories(connection),
    notes: (of) => notes(connection, of),
    records: () => records(connection),
    whole: (id) => connection.readTogether((ask) => wholeDocument(ask, id)),
    export: () => exportDocuments(connection),

    write: async (document) => {
      checkDocument(document);
      if ((await held(connection, [document.id])).size > 0) return known(document);
      const ingestedAt = document.ingestedAt ?? new Date().toISOString();
      return connection.write((ask) => writeDocument(ask, document, ingestedAt));
    },
    remove: (id) => connection.write((ask) => removeDocument(ask, id)),
    replace: async (document) => {
      checkDocument(document);
      const ingestedAt = document.ingestedAt ?? new Date().toISOString();
      return connection.write(async (ask) => {
        const { removed } = await removeDocument(ask, document.id);
        if (removed) await writeDocument(ask, document, ingestedAt);
        return removed;
      });
    },
    writeLayout: (layout) => writeLayout(connection, layout),
    saveRecord: (draft) => saveRecord(connection, draft),
    putRecord: (record) => putRecord(connection, record),
    deleteRecord: (id) => deleteRecord(connection, id),
    held: (ids) => held(connection, ids),
  };
}

async function held(connection: Connection, ids: readonly DocumentId[]): Promise<ReadonlySet<DocumentId>> {
  const rows = await connection.read("MATCH (d:Document) WHERE d.id IN $ids RETURN d.id", { ids });
  return new Set(rows.map(([id]) => id as DocumentId));
}

/** Neo4j keeps the counts of labels and relationship types itself. */
async function statistics(connection: Connection): Promise<Statistics> {
  const [row] = await connection.read(
    `MATCH (g:Graph {id: 'actant'})
     RETURN COUNT { (:Document) }, COUNT { (:Sentence) }, COUNT { (:Entity) }, COUNT { ()-[:RELATION]->() },
       COUNT { (:Assertion) }, g.mentions, g.version`,
  );
  const [documents, sentences, entities, relations, assertions, mentions, version] = row as number[];
  return { documents, sentences, entities, relations, assertions, mentions, version } as Statistics;
}
