/** What surrounds entities, step by step outward. */
import type { EntityId } from "../../../schema/ids.ts";
import type { EntityKind, RelationType } from "../../../schema/ontology.ts";
import { type ShownEdge, toRelation } from "../edges.ts";
import { type Kept, toEvidence } from "../evidence.ts";
import { type Conditions, conditionsOf } from "../filter.ts";
import {
  type EvidencedRelation,
  MOST_EVIDENCE,
  type NeighborCount,
  type RelationFilter,
  type Subgraph,
} from "../port.ts";
import { checkReach, orderCounts, surroundings, symmetricTypes } from "../subgraph.ts";
import type { Connection } from "./connection.ts";
import { entitiesById } from "./entities.ts";
import { FIRST_KEPT } from "./evidence.ts";
import { always, type Sql } from "./keyset.ts";
import { LISTED, relationPasses } from "./where.ts";

/** Edges around some entities, heaviest first, and the entities at their ends. */
export function neighborhood(
  sql: Connection,
  of: readonly EntityId[],
  depth: number,
  filter: RelationFilter,
  limit: number,
  evidence = 0,
): Subgraph {
  checkReach(of, depth, limit);
  const asked = [...new Set(of)];
  const passes = relationPasses(conditionsOf(filter));
  const centres = rowsOf(sql, asked);
  const first = Math.min(evidence, MOST_EVIDENCE);
  const found: EvidencedRelation[] = [];
  for (const step of stepsFrom(sql, centres, depth, passes)) {
    found.push(...readStep(sql, step, limit + 1 - found.length, first));
    if (found.length > limit) break;
  }
  const relations = found.slice(0, limit);
  return {
    relations,
    truncated: found.length > limit,
    entities: async () =>
      entitiesById(sql, [...asked, ...surroundings(asked, relations)]).filter((entity) => entity !== undefined),
    totalRelations: async () =>
      found.length <= limit ? found.length : countAll(sql, stepsFrom(sql, centres, depth, passes)),
  };
}

const rowsOf = (sql: Connection, entities: readonly EntityId[]): number[] =>
  sql.all<{ id: number }>(`SELECT id FROM entity WHERE key IN ${LISTED}`, JSON.stringify(entities)).map(({ id }) => id);

interface Step {
  readonly edge: readonly number[];
  readonly before: readonly number[];
  readonly passes: Sql;
}

/** From the centres outward, as far as there is anything. */
function* stepsFrom(sql: Connection, centres: readonly number[], depth: number, passes: Sql): Generator<Step> {
  let step: Step = { edge: centres, before: [], passes };
  for (let far = 1; far <= depth && step.edge.length > 0; far += 1) {
    yield step;
    if (far < depth) step = { edge: beyond(sql, step), before: step.edge, passes };
  }
}

/** The edges `near` with an end among `edge`, and none nearer; those with an end `before` were found a step ago. */
function nearTo({ edge, before }: Step): Sql {
  const [at, nearer] = [JSON.stringify(edge), JSON.stringify(before)];
  const text = `WITH near AS MATERIALIZED (
    SELECT id FROM relation WHERE subject IN ${LISTED} AND object NOT IN ${LISTED}
    UNION SELECT id FROM relation WHERE object IN ${LISTED} AND subject NOT IN ${LISTED})`;
  return { text, values: [at, nearer, at, nearer] };
}

const FROM_NEAR = "FROM near CROSS JOIN relation r ON r.id = near.id";

function countAll(sql: Connection, steps: Iterable<Step>): number {
  let total = 0;
  for (const step of steps) total += countStep(sql, step);
  return total;
}

function countStep(sql: Connection, step: Step): number {
  const { edge, passes } = step;
  if (edge.length === 1 && step.before.length === 0 && passes.text === always.text)
    return sql.get<{ degree: number }>("SELECT degree FROM entity WHERE id = ?", edge[0]!)!.degree;
  const near = nearTo(step);
  return sql.get<{ n: number }>(`${near.text} SELECT count(*) AS n ${FROM_NEAR} WHERE ${passes.text}`, [
    ...near.values,
    ...passes.values,
  ])!.n;
}

/** The heaviest edges of one entity: two stretches of indexes, of which no more is read than is asked for. */
function heaviestOfOne(row: number, { text, values }: Sql, limit: number): Sql {
  const at = (end: string) => `SELECT r.id, r.assertion_count, r.key FROM relation r WHERE r.${end} = ? AND ${text}`;
  return {
    text: `SELECT * FROM (${at("subject")} UNION ALL ${at("object")} ORDER BY 2 DESC, 3 LIMIT ?)`,
    values: [row, ...values, row, ...values, limit],
  };
}

function heaviest(step: Step, limit: number): Sql {
  if (step.edge.length === 1 && step.before.length === 0) return heaviestOfOne(step.edge[0]!, step.passes, limit);
  const near = nearTo(step);
  return {
    text: `${near.text} SELECT r.id, r.assertion_count, r.key ${FROM_NEAR} WHERE ${step.passes.text}
      ORDER BY +r.assertion_count DESC, r.key LIMIT ?`,
    values: [...near.values, ...step.passes.values, limit],
  };
}

/** All in one text, which is read much sooner than rows of columns. */
function readStep(sql: Connection, step: Step, limit: number, first: number): EvidencedRelation[] {
  const { text, values } = heaviest(step, limit);
  const shown = first > 0 ? `'[' || r.shown || ',' || ${FIRST_KEPT} || ']'` : "r.shown";
  const { edges } = sql.get<{ edges: string }>(
    `SELECT '[' || ifnull(group_concat(${shown}, ','), '') || ']' AS edges
     FROM (${text}) h CROSS JOIN relation r ON r.id = h.id`,
    first > 0 ? [first, ...values] : values,
  )!;
  const parsed = JSON.parse(edges) as unknown[];
  return first > 0
    ? (parsed as [ShownEdge, Kept[]][]).map((one) => evidenced(sql, one))
    : (parsed as ShownEdge[]).map(toRelation);
}

function evidenced(sql: Connection, [shown, kept]: readonly [ShownEdge, readonly Kept[]]): EvidencedRelation {
  const relation = toRelation(shown);
  const rowOf = (document: string) => sql.get<{ id: number }>("SELECT id FROM document WHERE key = ?", document)!.id;
  const evidence = toEvidence(relation, kept, ([id, document, start, end, published]) => [
    published,
    rowOf(document),
    start,
    end,
    id.slice("assertion:".length),
  ]);
  return { ...relation, evidence };
}

/** The entities that a step reaches for the first time. */
function beyond(sql: Connection, step: Step): number[] {
  const near = nearTo(step);
  return sql
    .all<{ id: number }>(
      `${near.text}, ends AS (SELECT r.subject, r.object ${FROM_NEAR} WHERE ${step.passes.text})
       SELECT id FROM (SELECT subject AS id FROM ends UNION SELECT object FROM ends) WHERE id NOT IN ${LISTED}`,
      [...near.values, ...step.passes.values, JSON.stringify([...step.edge, ...step.before])],
    )
    .map(({ id }) => id);
}

interface CountRow {
  readonly type: RelationType;
  readonly kind: EntityKind;
  readonly outgoing: number;
  readonly relations: number;
  readonly entities: number;
}

export function neighborCounts(sql: Connection, of: EntityId, filter: RelationFilter): NeighborCount[] {
  const conditions: Conditions = conditionsOf(filter);
  const passes = relationPasses(conditions);
  const symmetric = `r.type IN ${LISTED}`;
  const rows = sql.all<CountRow>(
    `SELECT type, kind, outgoing, count(*) AS relations, count(DISTINCT other) AS entities FROM (
       SELECT r.type, e.kind, e.id AS other, (r.subject = me.id OR ${symmetric}) AS outgoing
       FROM entity me CROSS JOIN relation r ON r.id IN
         (SELECT id FROM relation WHERE subject = me.id UNION ALL SELECT id FROM relation WHERE object = me.id)
       CROSS JOIN entity e ON e.id = iif(r.subject = me.id, r.object, r.subject)
       WHERE me.key = ? AND ${passes.text}
     ) GROUP BY type, kind, outgoing`,
    [JSON.stringify(symmetricTypes), of, ...passes.values],
  );
  return orderCounts(rows.map((row) => ({ ...row, outgoing: row.outgoing === 1 })));
}
