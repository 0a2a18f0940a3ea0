/** Holds a graph to every rule that it must keep, above all to what is kept twice for speed. */
import type { DocumentId, RelationId } from "../../../schema/ids.ts";
import { STATUSES } from "../../../schema/ontology.ts";
import { shownEdge } from "../edges.ts";
import type { Flaw } from "../port.ts";
import type { Connection } from "./connection.ts";
import { firstKept } from "./evidence.ts";
import { INDEXED } from "./layout.ts";
import { wholeDocument } from "./whole.ts";
import { readEdges } from "./write.ts";

const OF_ASSERTIONS = `MATCH (a:Assertion) WHERE ${INDEXED.ofRelation("a", "r.id")}`;
const distinctSpeakers = `size([s IN collect(DISTINCT a.speaker) WHERE s <> ''])`;

/** The most places told of one rule. */
const MOST_PLACES = 5;

/** Each rule with a query for the places that break it, as its one column. */
const RULES: Readonly<Record<string, string>> = {
  "every edge has evidence": `MATCH ()-[r:RELATION]->() WHERE NOT EXISTS { ${OF_ASSERTIONS} } RETURN r.id`,
  "every assertion has its edge": `MATCH (a:Assertion)
    WHERE NOT EXISTS { MATCH ()-[r:RELATION {id: a.relation}]->() } RETURN a.id`,
  "every assertion quotes a passage of its document, where it stands": `MATCH (a:Assertion)
    WHERE COUNT { (a)-[:QUOTES]->() } <> 1 OR NOT EXISTS {
      MATCH (a)-[:QUOTES]->(q) WHERE q.document = a.document AND q.start = a.start AND q.end = a.end } RETURN a.id`,
  "every assertion has its document": `MATCH (a:Assertion)
    WHERE NOT EXISTS { MATCH (d:Document {id: a.document}) } RETURN a.id`,
  "an edge's counts and days are those of its assertions": `MATCH ()-[r:RELATION]->() CALL {
      WITH r ${OF_ASSERTIONS}
      RETURN count(a) AS n, count(DISTINCT a.document) AS documents, ${distinctSpeakers} AS speakers,
        min(a.firstDay) AS first, max(a.lastDay) AS last,
        ${STATUSES.map((status) => `count(CASE a.status WHEN '${status}' THEN 1 END) AS ${status}`).join(", ")} }
    WITH r, n, documents, speakers, first, last, ${STATUSES.join(", ")}
    WHERE r.assertionCount <> n OR r.weight <> -n OR r.documentCount <> documents OR r.speakerCount <> speakers
      OR coalesce(r.firstDate, '') <> coalesce(first, '') OR coalesce(r.lastDate, '') <> coalesce(last, '')
      OR ${STATUSES.map((status) => `r.${status} <> ${status}`).join(" OR ")} RETURN r.id`,
  "an edge joins the entities that its id names": `MATCH (s)-[r:RELATION]->(o)
    WHERE r.id <> s.id + '~' + r.type + '~' + o.id OR r.subject <> s.id OR r.object <> o.id RETURN r.id`,
  "an entity's degree is the number of its edges": `MATCH (e:Entity)
    WHERE e.degree <> COUNT { (e)-[:RELATION]-() } OR e.rank <> -e.degree RETURN e.id`,
  "an entity's documents and mentions are counted": `MATCH (e:Entity)
    CALL { WITH e OPTIONAL MATCH (e)<-[n:NAMES]-() RETURN count(n) AS documents, sum(size(n.starts)) AS mentions }
    WITH e, documents, mentions
    WHERE e.documentCount <> documents OR documents = 0 OR e.mentionCount <> mentions RETURN e.id`,
  "an entity's aliases are its names": `MATCH (e:Entity)
    CALL { WITH e MATCH (e)-[:NAMED]->(n) RETURN collect(CASE n.alias WHEN 1 THEN n.text END) AS aliases,
      count(CASE WHEN n.alias = 0 AND n.text = e.name THEN 1 END) AS canonical }
    WITH e, aliases, canonical WHERE canonical <> 1 OR size(aliases) <> size(e.aliases)
      OR any(alias IN aliases WHERE NOT alias IN e.aliases) RETURN e.id`,
  "a document's parts are counted": `MATCH (d:Document)
    WHERE d.entityCount <> COUNT { (d)-[:NAMES]->() }
      OR d.assertionCount <> COUNT { MATCH (a:Assertion {document: d.id}) WHERE a.start IS NOT NULL } RETURN d.id`,
  "mentions are counted": `MATCH (g:Graph {id: 'actant'})
    CALL { OPTIONAL MATCH ()-[n:NAMES]->() RETURN sum(size(n.starts)) AS mentions }
    WITH g, mentions WHERE g.mentions <> mentions RETURN 'the counters'`,
};

async function* brokenRules(connection: Connection): AsyncGenerator<Flaw> {
  for (const [rule, query] of Object.entries(RULES))
    for (const [where] of await connection.read(`${query} LIMIT ${MOST_PLACES}`)) yield { rule, where: String(where) };
}

const AT_ONCE = 1_000;

async function* idsOf(connection: Connection, match: string, id: string): AsyncGenerator<string[]> {
  for (let after = ""; ;) {
    const rows = await connection.read(
      `MATCH ${match} WHERE ${id} > $after RETURN ${id} ORDER BY ${id} LIMIT ${AT_ONCE}`,
      { after },
    );
    if (rows.length > 0) yield rows.map(([found]) => found as string);
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)![0] as string;
  }
}

/** What lies beside an edge as text is what it and its assertions tell. */
async function* brokenTexts(connection: Connection): AsyncGenerator<Flaw> {
  for await (const ids of idsOf(connection, "()-[r:RELATION]->()", "r.id")) {
    const [edges, kept, rows] = await connection.readTogether((ask) =>
      Promise.all([
        readEdges(ask, ids as RelationId[]),
        firstKept(ask, ids as RelationId[]),
        ask("UNWIND $ids AS id MATCH ()-[r:RELATION {id: id}]->() RETURN id, r.shown", { ids }),
      ]),
    );
    for (const [id, shown] of rows.rows) {
      const { edge, evidence } = edges.get(id as RelationId)!;
      if (shown !== shownEdge(edge)) yield { rule: "an edge is shown as it is", where: id as string };
      if (JSON.stringify(evidence) !== JSON.stringify(kept.get(edge.id) ?? []))
        yield { rule: "an edge keeps its first assertions", where: id as string };
    }
  }
}

/** Every passage is word for word what its document says there; offsets are UTF-16, which Neo4j cannot count. */
async function* brokenQuotes(connection: Connection): AsyncGenerator<Flaw> {
  for await (const ids of idsOf(connection, "(d:Document)", "d.id"))
    for (const id of ids as DocumentId[]) {
      const [document, passages] = await connection.readTogether((ask) =>
        Promise.all([
          wholeDocument(ask, id),
          ask(`MATCH (p:Passage) WHERE ${INDEXED.passageOf} RETURN p.start, p.end, p.text`, { id }),
        ]),
      );
      if (!document) yield { rule: "every document is whole", where: id };
      for (const [start, end, text] of passages.rows)
        if (document?.text.slice(start as number, end as number) !== text)
          yield { rule: "every quote is verbatim", where: `${id} ${String(start)}–${String(end)}` };
    }
}

/** Everything that is wrong with a graph; nothing where it is as it should be. */
export async function* verify(connection: Connection): AsyncGenerator<Flaw> {
  yield* brokenRules(connection);
  yield* brokenTexts(connection);
  yield* brokenQuotes(connection);
}
