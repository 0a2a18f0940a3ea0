/**
 * The limit: the bare driver with the best Cypher over the layout that Actant keeps, `JSON.stringify`, and Node's own
 * HTTP server. It checks nothing, limits nothing, and can answer this one question only.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import neo4j from "neo4j-driver";
import type { Question } from "./question.ts";

const SURROUNDINGS = `MATCH (:Entity {id: $of})-[r:RELATION]-()
  WITH r ORDER BY r.weight, r.id LIMIT $limit RETURN r.shown, r.evidence`;

const { NEO4J_URI = "", NEO4J_USERNAME = "", NEO4J_PASSWORD = "" } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD), {
  disableLosslessIntegers: true,
});

const named = (id: string) => {
  const colon = id.indexOf(":");
  return { id, name: id.slice(colon + 1).replaceAll("_", " "), kind: id.slice(0, colon).toUpperCase() };
};

function toEdge(shown: string, evidence: string) {
  const [id, assertionCount] = JSON.parse(shown) as [string, number];
  const [subject, type, object] = id.split("~") as [string, string, string];
  const nodes = (JSON.parse(evidence) as (string | null)[][]).map((kept) => ({
    id: kept[0],
    quote: kept[5],
    status: kept[6]!.toUpperCase(),
    speaker: kept[7] || null,
    date: kept[8] || null,
    document: { id: kept[1], title: kept[14], publisher: kept[15], published: kept[4] },
  }));
  return { id, type, assertionCount, subject: named(subject), object: named(object), assertions: { nodes } };
}

async function answer({ of, limit }: Question): Promise<string> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ, fetchSize: 2_000 });
  const { records } = await session.run(SURROUNDINGS, { of, limit: neo4j.int(limit) });
  await session.close();
  const relations = records.map((record) => toEdge(record.get(0) as string, record.get(1) as string));
  return JSON.stringify({ data: { neighborhood: { relations } } });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const server = createServer(async (request, response) => {
  const json = await answer(JSON.parse(await bodyOf(request)) as Question);
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(json) });
  response.end(json);
});
server.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
