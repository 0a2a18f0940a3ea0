/** The same graph as the peer models it: an edge is a node between two actors, and so is each assertion. */
import type { Driver } from "neo4j-driver";
import type { ReadDocument } from "../../../schema/model.ts";
import { documentPlace, spanPlace } from "../../../server/store/neo4j/places.ts";
import { tallyRelations } from "../../../server/store/tally.ts";

const ROWS = 5_000;

interface Rows {
  readonly actors: Map<string, object>;
  readonly edges: Map<
    string,
    { subject: string; object: string; properties: { weight: number; assertionCount: number } }
  >;
  readonly claims: object[];
  readonly reports: object[];
}

function addDocument({ actors, edges, claims, reports }: Rows, document: ReadDocument): void {
  const { id, title, publisher, published } = document;
  reports.push({ id, title, publisher, published });
  for (const { id, name, kind } of document.entities) actors.set(id, { id, name, kind });
  for (const { id: edge, subject, type, object, assertions } of tallyRelations(document)) {
    const known = edges.get(edge) ?? { subject, object, properties: { id: edge, type, weight: 0, assertionCount: 0 } };
    known.properties.weight -= assertions.length;
    known.properties.assertionCount += assertions.length;
    edges.set(edge, known);
    for (const { id: claim, assertion, quote } of assertions) {
      const { status, speaker, date, start, end } = assertion;
      const place = `${spanPlace(documentPlace(published, id), start, end)} ${claim.slice("assertion:".length)}`;
      const properties = { id: claim, quote, status: status.toUpperCase(), speaker, date, place };
      claims.push({ edge, report: id, properties });
    }
  }
}

const STATEMENTS: readonly (readonly [keyof Rows, string])[] = [
  ["actors", "UNWIND $rows AS row CREATE (a:PeerActor) SET a = row"],
  ["reports", "UNWIND $rows AS row CREATE (r:PeerReport) SET r = row"],
  [
    "edges",
    `UNWIND $rows AS row MATCH (s:PeerActor {id: row.subject}) MATCH (o:PeerActor {id: row.object})
     CREATE (e:PeerEdge) SET e = row.properties, e.weight = toInteger(e.weight),
       e.assertionCount = toInteger(e.assertionCount)
     CREATE (e)-[:SUBJECT]->(s) CREATE (e)-[:OBJECT]->(o) CREATE (e)-[:END]->(s) CREATE (e)-[:END]->(o)`,
  ],
  [
    "claims",
    `UNWIND $rows AS row MATCH (e:PeerEdge {id: row.edge}) MATCH (r:PeerReport {id: row.report})
     CREATE (c:PeerClaim) SET c = row.properties CREATE (c)-[:OF]->(e) CREATE (c)-[:IN]->(r)`,
  ],
];

/** Writes the peer's graph, with the indexes that its questions want. */
export async function loadPeer(driver: Driver, documents: Iterable<ReadDocument>): Promise<void> {
  const rows: Rows = { actors: new Map(), edges: new Map(), claims: [], reports: [] };
  for (const document of documents) addDocument(rows, document);
  for (const label of ["Actor", "Edge", "Claim", "Report"])
    await driver.executeQuery(`CREATE CONSTRAINT IF NOT EXISTS FOR (n:Peer${label}) REQUIRE n.id IS UNIQUE`);
  await driver.executeQuery("CALL db.awaitIndexes(300)");
  for (const [name, statement] of STATEMENTS) {
    const all = [...rows[name].values()];
    for (let i = 0; i < all.length; i += ROWS) await driver.executeQuery(statement, { rows: all.slice(i, i + ROWS) });
  }
}
