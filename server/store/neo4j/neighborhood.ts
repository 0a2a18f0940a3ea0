/** What surrounds entities, step by step outward. */
import type { EntityId } from "../../../schema/ids.ts";
import type { Relation } from "../../../schema/model.ts";
import type { EntityKind, RelationType } from "../../../schema/ontology.ts";
import { type Conditions, conditionsOf } from "../filter.ts";
import type { NeighborCount, RelationFilter, Subgraph } from "../port.ts";
import { checkReach, orderCounts, surroundings, symmetricTypes } from "../subgraph.ts";
import type { Connection } from "./connection.ts";
import { entitiesById } from "./entities.ts";
import type { Parameters } from "./parameters.ts";
import { RELATION, toRelation } from "./rows.ts";
import { parametersOf, relationPasses, whereAll } from "./where.ts";

/** Edges around some entities, heaviest first, and the entities at their ends. */
export async function neighborhood(
  connection: Connection,
  of: readonly EntityId[],
  depth: number,
  filter: RelationFilter,
  limit: number,
): Promise<Subgraph> {
  checkReach(of, depth, limit);
  const conditions = conditionsOf(filter);
  const asked = (await entitiesById(connection, [...new Set(of)])).filter((entity) => entity !== undefined);
  const relations: Relation[] = [];
  let total = 0;
  let before: readonly EntityId[] = [];
  let edge: readonly EntityId[] = asked.map(({ id }) => id);
  for (let step = 1; step <= depth && edge.length > 0; step += 1) {
    const around = { conditions, edge, before };
    const [count, found, next] = await Promise.all([
      countStep(connection, around),
      readStep(connection, around, limit - relations.length),
      step < depth ? beyond(connection, around) : [],
    ]);
    total += count;
    relations.push(...found);
    [before, edge] = [edge, next];
  }
  const entities = (await entitiesById(connection, surroundings(asked, relations))).filter((e) => e !== undefined);
  return { entities: [...asked, ...entities], relations, totalRelations: total, truncated: total > relations.length };
}

interface Step {
  readonly conditions: Conditions;
  readonly edge: readonly EntityId[];
  readonly before: readonly EntityId[];
}

/** Edges `r` with an end among `edge` and none nearer; those with an end `before` were found a step ago. */
const around = ({ conditions, before }: Step): string => {
  const further = before.length > 0 ? ["NOT (r.subject IN $before OR r.object IN $before)"] : [];
  return `MATCH (e:Entity)-[r:RELATION]-(o) WHERE e.id IN $edge WITH DISTINCT r, o
    ${whereAll([...further, ...relationPasses(conditions)])}`;
};

const parametersAround = ({ conditions, edge, before }: Step): Parameters => ({
  ...parametersOf(conditions),
  edge,
  before,
});

async function countStep(connection: Connection, step: Step): Promise<number> {
  const rows = await connection.read(`${around(step)} RETURN count(DISTINCT r)`, parametersAround(step));
  return rows[0]![0] as number;
}

async function readStep(connection: Connection, step: Step, limit: number): Promise<Relation[]> {
  if (limit <= 0) return [];
  const rows = await connection.read(
    `${around(step)} WITH DISTINCT r ORDER BY r.weight, r.id LIMIT $limit RETURN ${RELATION} ORDER BY r.weight, r.id`,
    { ...parametersAround(step), limit },
  );
  return rows.map(toRelation);
}

/** The entities that this step reaches for the first time. */
async function beyond(connection: Connection, step: Step): Promise<EntityId[]> {
  const rows = await connection.read(
    `${around(step)} WITH DISTINCT o.id AS id WHERE NOT id IN $edge RETURN id`,
    parametersAround(step),
  );
  return rows.map(([id]) => id as EntityId);
}

/** How the neighbours of one entity divide by type, kind and direction. */
export async function neighborCounts(
  connection: Connection,
  of: EntityId,
  filter: RelationFilter,
): Promise<readonly NeighborCount[]> {
  const conditions = conditionsOf(filter);
  const rows = await connection.read(
    `MATCH (:Entity {id: $of})-[r:RELATION]-(e) ${whereAll(relationPasses(conditions))}
     RETURN r.type, e.kind, r.subject = $of OR r.type IN $symmetric, count(r), count(DISTINCT e)`,
    { ...parametersOf(conditions), of, symmetric: symmetricTypes },
  );
  return orderCounts(
    rows.map(([type, kind, outgoing, relations, entities]) => ({
      type: type as RelationType,
      kind: kind as EntityKind,
      outgoing: outgoing as boolean,
      relations: relations as number,
      entities: entities as number,
    })),
  );
}
