/** Documents whole, as they were written. */
import type { DocumentId, EntityId } from "../../../schema/ids.ts";
import type { DocumentEntity, ReadDocument } from "../../../schema/model.ts";
import type { EntityKind } from "../../../schema/ontology.ts";
import type { Ask, Connection, Row } from "./connection.ts";
import { INDEXED } from "./layout.ts";
import { GIVEN_ASSERTION, present, PROVENANCE, toGivenAssertion, toProvenance, toSpans } from "./rows.ts";

const APPEARANCE = "e.id, e.name, e.kind, n.aliases, n.country, n.latitude, n.longitude, n.starts, n.ends";

/**
 * One document whole, or undefined if it is not there. Neo4j shows each statement what is committed at that moment;
 * a document that goes meanwhile is seen by its missing parts, and is not there.
 */
export async function wholeDocument(ask: Ask, id: DocumentId): Promise<ReadDocument | undefined> {
  const [documents, entities, assertions] = await Promise.all([
    ask(`MATCH (d:Document {id: $id}) RETURN ${PROVENANCE}, d.text, d.sentences, d.entityCount, d.assertionCount`, {
      id,
    }),
    ask(`MATCH (:Document {id: $id})-[n:NAMES]->(e) RETURN ${APPEARANCE} ORDER BY n.place`, { id }),
    ask(`MATCH (a:Assertion) WHERE ${INDEXED.ofDocument} RETURN ${GIVEN_ASSERTION} ORDER BY a.nth`, { id }),
  ]);
  const [row] = documents.rows;
  if (!row) return undefined;
  const [text, sentences, entityCount, assertionCount] = row.slice(-4) as [string, number[], number, number];
  if (entities.rows.length !== entityCount || assertions.rows.length !== assertionCount) return undefined;
  return {
    ...toProvenance(row),
    text,
    sentences: toSpans(sentences),
    entities: entities.rows.map(toAppearance),
    assertions: assertions.rows.map(toGivenAssertion),
  };
}

function toAppearance([id, name, kind, aliases, country, latitude, longitude, starts, ends]: Row): DocumentEntity {
  const place = present({
    country: country as string | null,
    latitude: latitude as number | null,
    longitude: longitude as number | null,
  });
  return {
    id: id as EntityId,
    name: name as string,
    kind: kind as EntityKind,
    aliases: aliases as string[],
    ...place,
    mentions: (starts as number[]).map((start, i) => ({ start, end: (ends as number[])[i]! })),
  };
}

const IDS_AT_ONCE = 200;

/** Every document, in the order of ids; one at a time, so that memory stays flat and others may write meanwhile. */
export async function* exportDocuments(connection: Connection): AsyncGenerator<ReadDocument> {
  let after = "";
  for (;;) {
    const rows = await connection.read(
      "MATCH (d:Document) WHERE d.id > $after RETURN d.id ORDER BY d.id LIMIT $limit",
      { after, limit: IDS_AT_ONCE },
    );
    for (const [id] of rows) {
      const document = await connection.readTogether((ask) => wholeDocument(ask, id as DocumentId));
      if (document) yield document;
    }
    if (rows.length < IDS_AT_ONCE) return;
    after = rows.at(-1)![0] as string;
  }
}
