/** The first assertions of edges as their assertions tell, for where what lies beside an edge has to be found anew. */
import type { RelationId } from "../../../schema/ids.ts";
import { type Kept, shortened } from "../evidence.ts";
import { MOST_EVIDENCE } from "../port.ts";
import type { Ask, Row } from "./connection.ts";
import { LONGEST_QUOTE } from "./passages.ts";

const SAID = "a.id, a.document, a.start, a.end, coalesce(d.published, '')";
const WHOLE = `CASE WHEN q.length <= ${LONGEST_QUOTE} THEN q.text END, a.status, a.speaker, a.date, a.confidence,
  a.extractor, a.trigger, a.subjectMention, a.objectMention, d.title, d.publisher, d.author, d.url`;

/** The first assertions of these edges. */
export async function firstKept(
  ask: Ask,
  ids: readonly RelationId[],
): Promise<ReadonlyMap<RelationId, readonly Kept[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await ask(
    `UNWIND $ids AS id
     CALL {
       WITH id MATCH (a:Assertion) WHERE a.relation = id AND a.place >= ''
       WITH a ORDER BY a.place LIMIT ${MOST_EVIDENCE}
       MATCH (a)-[:QUOTES]->(q) MATCH (d:Document {id: a.document}) RETURN a, q, d
     }
     RETURN id, ${SAID}, ${WHOLE} ORDER BY id, a.place`,
    { ids },
  );
  const found = new Map<RelationId, Kept[]>();
  for (const [id, ...row] of rows) {
    const list = found.get(id as RelationId) ?? [];
    list.push(toKept(row));
    found.set(id as RelationId, list);
  }
  return found;
}

const pair = (offsets: unknown) => offsets as [number, number] | null;

/** Neo4j keeps offsets flat. */
const pairs = (offsets: readonly number[]): [number, number][] =>
  Array.from({ length: offsets.length / 2 }, (_, i) => [offsets[2 * i]!, offsets[2 * i + 1]!]);

function toKept(row: Row): Kept {
  const [place, quote, status, speaker, date, confidence, extractor, trigger, from, to, ...document] = [
    row.slice(0, 5),
    ...row.slice(5),
  ] as [unknown[], string | null, ...unknown[]];
  if (quote === null) return place as unknown as Kept;
  const said = [quote, status, speaker, date, confidence, extractor];
  const spans = [pairs(trigger as number[]), pair(from), pair(to)];
  return shortened([...place, ...said, ...spans, ...document] as unknown as Kept);
}
