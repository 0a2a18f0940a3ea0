/** Taking one document back, inside a transaction: its assertions go, and what then has no evidence. */
import type { DocumentId, RelationId } from "../../../schema/ids.ts";
import type { ReadDocument } from "../../../schema/model.ts";
import { MOST_EVIDENCE, type RemovalResult, StoreError } from "../port.ts";
import { type RelationTally, tallyRelations } from "../tally.ts";
import type { Ask } from "./connection.ts";
import { countMentions, inLockOrder } from "./document-rows.ts";
import { assertionCount, withoutShare } from "../edges.ts";
import type { KeptEdge } from "./edge-rows.ts";
import { firstKept } from "./evidence.ts";
import { INDEXED } from "./layout.ts";
import { wholeDocument } from "./whole.ts";
import { countWrite, inBatches, readEdges, updateEdges } from "./write.ts";

/** Takes a document back; one that is not there is told so. Locks are taken in the order of `writeDocument`. */
export async function removeDocument(ask: Ask, id: DocumentId): Promise<RemovalResult> {
  await ask("MATCH (d:Document {id: $id}) SET d.leaving = true", { id });
  // Asked again under the lock: whoever held it may have taken the document back.
  const { rows } = await ask("MATCH (d:Document {id: $id}) RETURN d.id", { id });
  if (rows.length === 0) return { removed: false, relations: 0, entities: 0, assertions: 0 };
  const document = await wholeDocument(ask, id);
  if (!document) throw new StoreError(`${id} is not whole in the store, so it cannot be taken back.`);
  const tallies = tallyRelations(document);
  const [edges] = await Promise.all([
    takeEntities(ask, document).then(() =>
      readEdges(
        ask,
        tallies.map((tally) => tally.id),
      ),
    ),
    ask(`MATCH (p:Passage) WHERE ${INDEXED.passageOf} DETACH DELETE p`, { id }),
    ask(`MATCH (a:Assertion) WHERE ${INDEXED.ofDocument} DETACH DELETE a`, { id }),
  ]);
  const relations = await takeEdges(ask, tallies, edges, id);
  await ask("MATCH (d:Document {id: $id}) DETACH DELETE d", { id });
  const entities = await dropEntities(ask, document);
  await countWrite(ask, -countMentions(document));
  return { removed: true, relations, entities, assertions: document.assertions.length };
}

/** Takes a document's share off its entities and their names. */
async function takeEntities(ask: Ask, document: ReadDocument): Promise<void> {
  const entities = inLockOrder(document);
  const counts = entities.map(({ id, mentions }) => ({ id, mentions: mentions.length }));
  const names = entities.flatMap(({ id, name, aliases }) => [name, ...aliases].map((text) => ({ entity: id, text })));
  await Promise.all([
    ...inBatches(counts).map((rows) =>
      ask(
        `UNWIND $rows AS row MATCH (e:Entity {id: row.id})
         SET e.documentCount = e.documentCount - 1, e.mentionCount = e.mentionCount - row.mentions`,
        { rows },
      ),
    ),
    ...inBatches(names).map((rows) =>
      ask(
        `UNWIND $rows AS row MATCH (e:Entity {id: row.entity})-[:NAMED]->(n:Name {text: row.text})
         SET n.uses = n.uses - 1
         WITH e, n, row WHERE n.uses = 0
         SET e.aliases = [alias IN e.aliases WHERE alias <> row.text] DETACH DELETE n`,
        { rows },
      ),
    ),
  ]);
}

/** Takes a document's share off its edges; how many edges went with it. */
async function takeEdges(
  ask: Ask,
  tallies: readonly RelationTally[],
  edges: ReadonlyMap<RelationId, KeptEdge>,
  document: DocumentId,
): Promise<number> {
  const left = tallies.map((tally) => without(edges.get(tally.id)!, tally, document));
  const gone = tallies.filter((_, i) => left[i] === undefined).map(({ id }) => id);
  for (const ids of inBatches(gone)) {
    await ask(
      `UNWIND $ids AS id MATCH (s)-[r:RELATION {id: id}]->(o) DELETE r
       SET s.degree = s.degree - 1, s.rank = s.rank + 1, o.degree = o.degree - 1, o.rank = o.rank + 1`,
      { ids },
    );
  }
  const kept = left.filter((edge) => edge !== undefined);
  await updateEdges(ask, await refilled(ask, await redated(ask, kept)));
  return gone.length;
}

/** An edge without a document's share; undefined if nothing is left of it. */
function without({ edge, evidence }: KeptEdge, tally: RelationTally, document: DocumentId): KeptEdge | undefined {
  const rest = withoutShare(edge, tally);
  return rest && { edge: rest, evidence: evidence.filter(([, of]) => of !== document) };
}

/** The edges with their first assertions, found anew where some of them went. */
async function refilled(ask: Ask, edges: readonly KeptEdge[]): Promise<KeptEdge[]> {
  const short = edges.filter(({ edge, evidence }) => evidence.length < Math.min(MOST_EVIDENCE, assertionCount(edge)));
  const found = await firstKept(
    ask,
    short.map(({ edge }) => edge.id),
  );
  return edges.map((kept) => ({ ...kept, evidence: found.get(kept.edge.id) ?? kept.evidence }));
}

/** The edges with the first and last day of the assertions that are left. */
async function redated(ask: Ask, edges: readonly KeptEdge[]): Promise<KeptEdge[]> {
  const { rows } = await ask(
    `UNWIND $ids AS id MATCH (a:Assertion) WHERE ${INDEXED.ofRelation("a", "id")} AND a.fromDay IS NOT NULL
     RETURN id, min(a.firstDay), max(a.lastDay)`,
    { ids: edges.map(({ edge }) => edge.id) },
  );
  const days = new Map(rows.map(([id, firstDate, lastDate]) => [id, { firstDate, lastDate }]));
  const none = { firstDate: undefined, lastDate: undefined };
  return edges.map(({ edge, evidence }) => {
    const found = days.get(edge.id) as typeof none | undefined;
    return { edge: { ...edge, ...(found ?? none) }, evidence };
  });
}

/** Takes away the entities that no document names any more, and finds anew what this one told of the others. */
async function dropEntities(ask: Ask, document: ReadDocument): Promise<number> {
  const ids = document.entities.map(({ id }) => id);
  const about = { ids, document: document.id };
  const [{ rows }] = await Promise.all([
    ask("MATCH (e:Entity) WHERE e.id IN $ids AND e.documentCount = 0 DETACH DELETE e RETURN count(*)", about),
    ask(
      `MATCH (e:Entity) WHERE e.id IN $ids AND e.countryFrom = $document
       CALL { WITH e OPTIONAL MATCH (e)<-[n:NAMES]-() WHERE n.country IS NOT NULL
         RETURN n ORDER BY n.document LIMIT 1 }
       SET e.country = n.country, e.countryFrom = n.document`,
      about,
    ),
    ask(
      `MATCH (e:Entity) WHERE e.id IN $ids AND e.placeFrom = $document
       CALL { WITH e OPTIONAL MATCH (e)<-[n:NAMES]-() WHERE n.latitude IS NOT NULL AND n.longitude IS NOT NULL
         RETURN n ORDER BY n.document LIMIT 1 }
       SET e.latitude = n.latitude, e.longitude = n.longitude, e.placeFrom = n.document`,
      about,
    ),
  ]);
  return rows[0]![0] as number;
}
