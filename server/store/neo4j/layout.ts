/**
 * How the graph lies in Neo4j.
 *
 *   (:Document)-[:NAMES]->(:Entity)      one for each entity of a document, with its mentions as lists
 *   (:Entity)-[:NAMED]->(:Name)          what it is called, with the words to search it by
 *   (:Entity)-[:RELATION]->(:Entity)     an edge, with its counts
 *   (:Assertion)-[:QUOTES]->(:Passage)   a sentence that says so; an assertion knows its edge and document by id
 *
 * An edge is one direct relationship, and not a node between two, because what surrounds an actor is asked most:
 * measured on 60,000 edges, one record read off a direct relationship was the fastest shape. All edges are of one
 * relationship type, so that one constraint keeps their ids unique and one index orders them.
 * What lists are ordered by is kept as one ascending value (`rank`, `weight`, `recency`, `place`), since an index
 * is walked in one direction only.
 */
import { StoreError } from "../port.ts";
import type { Connection } from "./connection.ts";
import { showEdges } from "./show-edges.ts";

/**
 * Neo4j uses an index of several properties only where the query tells something of each of them; what is told of the
 * last one here always holds.
 */
export const INDEXED = {
  /** The assertion `a` is of the edge of this id (a name or parameter in Cypher). */
  ofRelation: (a: string, id: string) => `${a}.relation = ${id} AND ${a}.place IS NOT NULL`,
  /** The assertion `a` is of the document `$id`. */
  ofDocument: "a.document = $id AND a.start IS NOT NULL",
  /** The passage `p` is of the document `$id`. */
  passageOf: "p.document = $id AND p.start IS NOT NULL AND p.end IS NOT NULL",
} as const;

/** Kept on the `Graph` node; raise it with every change of the layout. */
export const LAYOUT_VERSION = 2;

const unique = (name: string, of: string) => `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${of} IS UNIQUE`;
const index = (name: string, of: string) => `CREATE INDEX ${name} IF NOT EXISTS FOR ${of}`;
/** Words come from Actant already folded and apart, so the analyzer only splits at spaces. */
const fullText = (name: string, of: string) =>
  `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR ${of} OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`;

const LAYOUT: readonly string[] = [
  unique("graph_id", "(g:Graph) REQUIRE g.id"),
  unique("document_id", "(d:Document) REQUIRE d.id"),
  unique("entity_id", "(e:Entity) REQUIRE e.id"),
  unique("relation_id", "()-[r:RELATION]-() REQUIRE r.id"),
  unique("assertion_id", "(a:Assertion) REQUIRE a.id"),
  index("document_place", "(d:Document) ON (d.place)"),
  index("document_publisher", "(d:Document) ON (d.publisher, d.place)"),
  index("entity_rank", "(e:Entity) ON (e.rank, e.id)"),
  index("name_exact", "(n:Name) ON (n.exact)"),
  index("names_place", "()-[n:NAMES]-() ON (n.entity, n.document)"),
  index("relation_weight", "()-[r:RELATION]-() ON (r.weight, r.id)"),
  index("relation_recency", "()-[r:RELATION]-() ON (r.recency, r.id)"),
  index("assertion_place", "(a:Assertion) ON (a.place)"),
  index("assertion_relation", "(a:Assertion) ON (a.relation, a.place)"),
  index("assertion_document", "(a:Assertion) ON (a.document, a.start)"),
  index("assertion_publisher", "(a:Assertion) ON (a.publisher)"),
  index("assertion_speaker", "(a:Assertion) ON (a.speaker)"),
  index("passage_place", "(p:Passage) ON (p.document, p.start, p.end)"),
  unique("record_id", "(r:Record) REQUIRE r.id"),
  index("record_kind", "(r:Record) ON (r.kind, r.updatedAt)"),
  index("record_about", "(r:Record) ON (r.about)"),
  fullText("names", "(n:Name) ON EACH [n.line, n.spellings]"),
  fullText("passages", "(p:Passage) ON EACH [p.words]"),
  fullText("documents", "(d:Document) ON EACH [d.words]"),
];

/** Neo4j's first release that has all that is used here. Its later ones are numbered by year. */
const OLDEST = [5, 13] as const;

/** Refuses a server that is too old; one that names itself otherwise is given the benefit of the doubt. */
export function checkAgent(agent: string, location: string): void {
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent) ?? [];
  if (major === undefined || Number(major) > OLDEST[0]) return;
  if (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1]) return;
  throw new StoreError(
    `${agent} at ${location} is too old: Actant needs Neo4j ${OLDEST.join(".")} or newer, best ${OLDEST[0]}.26, the long-term line.`,
  );
}

/** Makes constraints, indexes and the graph's own node, if they are not there. Refuses what is not Actant's, or newer. */
export async function prepareLayout(connection: Connection): Promise<void> {
  const version = await layoutVersion(connection);
  if (version === LAYOUT_VERSION) return;
  if (version !== undefined && version < LAYOUT_VERSION) return upgrade(connection, version);
  if (version !== undefined)
    throw new StoreError(
      `The graph at ${connection.location} was written by a newer Actant (layout ${version}, this one knows ${LAYOUT_VERSION}). Update Actant.`,
    );
  const [row] = await connection.read("MATCH (n) RETURN labels(n) LIMIT 1");
  if (row && !(row[0] as readonly string[]).includes("Graph"))
    throw new StoreError(
      `The database at ${connection.location} holds something else than Actant's graph. Set NEO4J_DATABASE to an empty one.`,
    );
  await makeIndexes(connection);
  await connection.write((ask) =>
    ask("MERGE (g:Graph {id: 'actant'}) ON CREATE SET g.layout = $layout, g.version = 0, g.mentions = 0", {
      layout: LAYOUT_VERSION,
    }),
  );
}

/** Those that are there already stay. */
async function makeIndexes(connection: Connection): Promise<void> {
  for (const statement of LAYOUT) await connection.write((ask) => ask(statement));
  await connection.write((ask) => ask("CALL db.awaitIndexes(300)"));
}

/** What brings the layout of one version to the next; each can be done again where it was interrupted. */
const UPGRADES: Readonly<Record<number, (connection: Connection) => Promise<void>>> = { 1: showEdges };

async function upgrade(connection: Connection, version: number): Promise<void> {
  await makeIndexes(connection);
  for (let from = version; from < LAYOUT_VERSION; from += 1) {
    await UPGRADES[from]!(connection);
    await connection.write((ask) => ask("MATCH (g:Graph {id: 'actant'}) SET g.layout = $to", { to: from + 1 }));
  }
}

async function layoutVersion(connection: Connection): Promise<number | undefined> {
  const [row] = await connection.once("MATCH (g:Graph {id: 'actant'}) RETURN g.layout");
  return row?.[0] as number | undefined;
}
