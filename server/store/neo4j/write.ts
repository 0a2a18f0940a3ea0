/** Writing one document, inside a transaction. */
import type { RelationId } from "../../../schema/ids.ts";
import type { ReadDocument } from "../../../schema/model.ts";
import { MOST_EVIDENCE, type WriteResult } from "../port.ts";
import { tallyRelations } from "../tally.ts";
import type { Ask } from "./connection.ts";
import {
  countMentions,
  documentProperties,
  entityRow,
  inLockOrder,
  nameRows,
  type PassageRow,
  passageRows,
} from "./document-rows.ts";
import { withShare } from "../edges.ts";
import { withEvidence } from "../evidence.ts";
import { EDGE, type KeptEdge, propertiesOf, toKeptEdge } from "./edge-rows.ts";

/** Rows of one statement: more gain no speed and cost memory. */
const BATCH = 1_000;

/** Rows in batches of a bearable size. */
export const inBatches = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));

/** What a write does to a document that is held already. */
export const known = (document: ReadDocument): WriteResult => ({
  id: document.id,
  known: true,
  newRelations: 0,
  newEntities: 0,
  newAssertions: 0,
});

/**
 * Writes a document that has been checked; one that is held already is left alone. Locks are taken in the same order by
 * all: the document, its entities by id, the graph's own node last of all. Edges are guarded by the locks of their ends.
 * Statements are sent without waiting for the answers of those before, where these are not needed.
 */
export async function writeDocument(ask: Ask, document: ReadDocument, ingestedAt: string): Promise<WriteResult> {
  const { id } = document;
  const relations = tallyRelations(document);
  const properties = documentProperties(document, relations.length, ingestedAt);
  const { nodesCreated } = await ask("MERGE (d:Document {id: $id}) ON CREATE SET d += $properties", { id, properties });
  if (nodesCreated === 0) return known(document);
  const { sentences, parts } = passageRows(document, relations, ingestedAt);
  const [newEntities, edges] = await Promise.all([
    writeEntities(ask, document),
    readEdges(
      ask,
      relations.map((relation) => relation.id),
    ),
    writePassages(ask, ":Passage:Sentence", sentences),
    writePassages(ask, ":Passage", parts),
  ]);
  const shared = relations.map((tally): KeptEdge => {
    const { edge, evidence = [] } = edges.get(tally.id) ?? {};
    return { edge: withShare(edge, tally), evidence: withEvidence(evidence, document, tally, MOST_EVIDENCE) };
  });
  const added = shared.filter(({ edge }) => !edges.has(edge.id));
  await Promise.all([
    createEdges(ask, added),
    updateEdges(
      ask,
      shared.filter(({ edge }) => edges.has(edge.id)),
    ),
  ]);
  await countWrite(ask, countMentions(document));
  return { id, known: false, newRelations: added.length, newEntities, newAssertions: document.assertions.length };
}

async function writePassages(ask: Ask, labels: string, rows: readonly PassageRow[]): Promise<void> {
  await Promise.all(
    inBatches(rows).map((rows) =>
      ask(
        `UNWIND $rows AS row CREATE (p${labels}) SET p = row.passage
         WITH p, row UNWIND row.assertions AS one CREATE (a:Assertion)-[:QUOTES]->(p) SET a = one`,
        { rows },
      ),
    ),
  );
}

/** Country and coordinates come from the document with the smallest id that tells them, whatever was written first. */
const WRITE_ENTITIES = `UNWIND $rows AS row
  MERGE (e:Entity {id: row.id})
  ON CREATE SET e.kind = row.kind, e.name = row.name, e.aliases = [], e.degree = 0, e.rank = 0, e.mentionCount = 0,
    e.documentCount = 0
  SET e.mentionCount = e.mentionCount + row.mentions, e.documentCount = e.documentCount + 1
  FOREACH (_ IN CASE WHEN row.country IS NOT NULL AND $document < coalesce(e.countryFrom, '~') THEN [1] ELSE [] END |
    SET e.country = row.country, e.countryFrom = $document)
  FOREACH (_ IN CASE WHEN row.located AND $document < coalesce(e.placeFrom, '~') THEN [1] ELSE [] END |
    SET e.latitude = row.latitude, e.longitude = row.longitude, e.placeFrom = $document)
  WITH e, row MATCH (d:Document {id: $document}) CREATE (d)-[n:NAMES]->(e) SET n = row.appearance`;

const WRITE_NAMES = `UNWIND $rows AS row
  MATCH (e:Entity {id: row.entity})
  MERGE (e)-[:NAMED]->(n:Name {text: row.text})
  ON CREATE SET n.alias = row.alias, n.exact = row.exact, n.line = row.line, n.spellings = row.spellings, n.uses = 0
  SET n.uses = n.uses + 1
  WITH e, n WHERE n.uses = 1 AND n.alias = 1 SET e.aliases = e.aliases + n.text`;

/** Adds a document's share to its entities; how many are new. */
async function writeEntities(ask: Ask, document: ReadDocument): Promise<number> {
  const entities = inLockOrder(document);
  const rows = entities.map((entity) => entityRow(document, entity));
  const created = inBatches(rows).map((rows) => ask(WRITE_ENTITIES, { rows, document: document.id }));
  const named = inBatches(entities.flatMap(nameRows)).map((rows) => ask(WRITE_NAMES, { rows }));
  const [results] = await Promise.all([Promise.all(created), Promise.all(named)]);
  return results.reduce((sum, { nodesCreated }) => sum + nodesCreated, 0);
}

/** The edges of these ids that are there. To be called after their ends are locked. */
export async function readEdges(ask: Ask, ids: readonly RelationId[]): Promise<ReadonlyMap<RelationId, KeptEdge>> {
  const query = `UNWIND $ids AS id MATCH ()-[r:RELATION {id: id}]->() RETURN ${EDGE}`;
  const answers = await Promise.all(inBatches(ids).map((ids) => ask(query, { ids })));
  return new Map(answers.flatMap(({ rows }) => rows.map(toKeptEdge)).map((kept) => [kept.edge.id, kept]));
}

async function createEdges(ask: Ask, edges: readonly KeptEdge[]): Promise<void> {
  await Promise.all(
    inBatches(edges.map(propertiesOf)).map((rows) =>
      ask(
        `UNWIND $rows AS row MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object})
         CREATE (s)-[r:RELATION]->(o) SET r = row
         SET s.degree = s.degree + 1, s.rank = s.rank - 1, o.degree = o.degree + 1, o.rank = o.rank - 1`,
        { rows },
      ),
    ),
  );
}

/** Writes the counts of edges that are there. */
export async function updateEdges(ask: Ask, edges: readonly KeptEdge[]): Promise<void> {
  await Promise.all(
    inBatches(edges.map(propertiesOf)).map((rows) =>
      ask("UNWIND $rows AS row MATCH ()-[r:RELATION {id: row.id}]->() SET r = row", { rows }),
    ),
  );
}

/** Counts one write. The last statement of a transaction, since all writers need this lock. */
export async function countWrite(ask: Ask, mentions: number): Promise<void> {
  await ask("MATCH (g:Graph {id: 'actant'}) SET g.version = g.version + 1, g.mentions = g.mentions + $mentions", {
    mentions,
  });
}
