/** What surrounds entities, step by step outward. */
import type { EntityId } from "../../../schema/ids.ts";
import type { Entity, Relation } from "../../../schema/model.ts";
import type { EntityKind, RelationType } from "../../../schema/ontology.ts";
import { type Conditions, conditionsOf } from "../filter.ts";
import type { NeighborCount, RelationFilter, Subgraph } from "../port.ts";
import { checkReach, orderCounts, surroundings, symmetricTypes } from "../subgraph.ts";
import type { Connection } from "./connection.ts";
import { entitiesById } from "./entities.ts";
import type { Sql } from "./keyset.ts";
import { RELATION, RELATION_ENDS, type RelationRow, toRelation } from "./rows.ts";
import { LISTED, relationPasses } from "./where.ts";

export function neighborhood(
  sql: Connection,
  of: readonly EntityId[],
  depth: number,
  filter: RelationFilter,
  limit: number,
): Subgraph {
  checkReach(of, depth, limit);
  const passes = relationPasses(conditionsOf(filter));
  const asked = entitiesById(sql, [...new Set(of)]).filter((entity) => entity !== undefined);
  const relations: Relation[] = [];
  let total = 0;
  let before: readonly number[] = [];
  let edge = rowsOf(sql, asked);
  for (let step = 1; step <= depth && edge.length > 0; step += 1) {
    const found = { ...around(edge, before), passes };
    total += countStep(sql, found);
    if (relations.length < limit) relations.push(...readStep(sql, found, limit - relations.length));
    if (step < depth) [before, edge] = [edge, beyond(sql, found, edge, before)];
  }
  const others = surroundings(asked, relations);
  const entities = entitiesById(sql, others).filter((entity) => entity !== undefined);
  return { entities: [...asked, ...entities], relations, totalRelations: total, truncated: total > relations.length };
}

const rowsOf = (sql: Connection, entities: readonly Entity[]): number[] =>
  sql
    .all<{ id: number }>(`SELECT id FROM entity WHERE key IN ${LISTED}`, JSON.stringify(entities.map(({ id }) => id)))
    .map(({ id }) => id);

interface Step {
  /** A table `near` of the edges that begin at this step. */
  readonly near: Sql;
  readonly passes: Sql;
}

/** Edges with an end among `edge`, and none nearer; those with an end `before` were found a step ago. */
function around(edge: readonly number[], before: readonly number[]): Pick<Step, "near"> {
  const [at, nearer] = [JSON.stringify(edge), JSON.stringify(before)];
  const text = `WITH near AS MATERIALIZED (
    SELECT id FROM relation WHERE subject IN ${LISTED} AND object NOT IN ${LISTED}
    UNION SELECT id FROM relation WHERE object IN ${LISTED} AND subject NOT IN ${LISTED})`;
  return { near: { text, values: [at, nearer, at, nearer] } };
}

const FROM_NEAR = "FROM near CROSS JOIN relation r ON r.id = near.id";

const countStep = (sql: Connection, { near, passes }: Step): number =>
  sql.get<{ n: number }>(`${near.text} SELECT count(*) AS n ${FROM_NEAR} WHERE ${passes.text}`, [
    ...near.values,
    ...passes.values,
  ])!.n;

const readStep = (sql: Connection, { near, passes }: Step, limit: number): Relation[] =>
  sql
    .all<RelationRow>(
      `${near.text} ${RELATION} ${FROM_NEAR} ${RELATION_ENDS.replaceAll("JOIN", "CROSS JOIN")}
       WHERE ${passes.text} ORDER BY +r.assertion_count DESC, r.key LIMIT ?`,
      [...near.values, ...passes.values, limit],
    )
    .map(toRelation);

/** The entities that this step reaches for the first time. */
const beyond = (
  sql: Connection,
  { near, passes }: Step,
  edge: readonly number[],
  before: readonly number[],
): number[] =>
  sql
    .all<{ id: number }>(
      `${near.text}, ends AS (SELECT r.subject, r.object ${FROM_NEAR} WHERE ${passes.text})
       SELECT id FROM (SELECT subject AS id FROM ends UNION SELECT object FROM ends) WHERE id NOT IN ${LISTED}`,
      [...near.values, ...passes.values, JSON.stringify([...edge, ...before])],
    )
    .map(({ id }) => id);

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
