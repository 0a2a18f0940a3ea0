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
import type { Parameters } from "./parameters.ts";
import { keptPlace } from "./places.ts";
import { parametersOf, relationPasses, whereAll } from "./where.ts";

/** Edges around some entities, heaviest first, and the entities at their ends. */
export async function neighborhood(
  connection: Connection,
  of: readonly EntityId[],
  depth: number,
  filter: RelationFilter,
  limit: number,
  evidence = 0,
): Promise<Subgraph> {
  checkReach(of, depth, limit);
  const asked = [...new Set(of)];
  const conditions = conditionsOf(filter);
  const first = Math.min(evidence, MOST_EVIDENCE);
  const found: EvidencedRelation[] = [];
  for await (const step of stepsFrom(connection, asked, depth, conditions)) {
    found.push(...(await readStep(connection, step, limit + 1 - found.length, first)));
    if (found.length > limit) break;
  }
  const relations = found.slice(0, limit);
  return {
    relations,
    truncated: found.length > limit,
    entities: async () =>
      (await entitiesById(connection, [...asked, ...surroundings(asked, relations)])).filter(
        (entity) => entity !== undefined,
      ),
    totalRelations: async () =>
      found.length <= limit ? found.length : countAll(connection, stepsFrom(connection, asked, depth, conditions)),
  };
}

interface Step {
  readonly conditions: Conditions;
  readonly edge: readonly EntityId[];
  readonly before: readonly EntityId[];
}

/** From the centres outward, as far as there is anything. */
async function* stepsFrom(
  connection: Connection,
  centres: readonly EntityId[],
  depth: number,
  conditions: Conditions,
): AsyncGenerator<Step> {
  let step: Step = { conditions, edge: centres, before: [] };
  for (let far = 1; far <= depth && step.edge.length > 0; far += 1) {
    yield step;
    if (far < depth) step = { conditions, edge: await beyond(connection, step), before: step.edge };
  }
}

/** One entity's own edges are met once each, so that nothing needs to be told apart. */
const isOne = ({ edge, before }: Step) => edge.length === 1 && before.length === 0;

/** Edges `r` with an end among `edge` and none nearer; those with an end `before` were found a step ago. */
function around(step: Step): string {
  const { conditions, before } = step;
  if (isOne(step))
    return `MATCH (:Entity {id: $edge[0]})-[r:RELATION]-() ${whereAll(relationPasses(conditions))} WITH r`;
  const further = before.length > 0 ? ["NOT (r.subject IN $before OR r.object IN $before)"] : [];
  return `MATCH (e:Entity)-[r:RELATION]-() WHERE e.id IN $edge WITH DISTINCT r
    ${whereAll([...further, ...relationPasses(conditions)])} WITH r`;
}

const parametersAround = ({ conditions, edge, before }: Step): Parameters => ({
  ...parametersOf(conditions),
  edge,
  before,
});

async function countAll(connection: Connection, steps: AsyncIterable<Step>): Promise<number> {
  let total = 0;
  for await (const step of steps) total += await countStep(connection, step);
  return total;
}

async function countStep(connection: Connection, step: Step): Promise<number> {
  const isAll = isOne(step) && relationPasses(step.conditions).length === 0;
  const query = isAll ? "MATCH (e:Entity {id: $edge[0]}) RETURN e.degree" : `${around(step)} RETURN count(r)`;
  const rows = await connection.read(query, parametersAround(step));
  return rows[0]![0] as number;
}

/** An edge and its evidence travel as two texts, which is much less work than as many values. */
async function readStep(
  connection: Connection,
  step: Step,
  limit: number,
  first: number,
): Promise<EvidencedRelation[]> {
  const rows = await connection.read(
    `${around(step)} ORDER BY r.weight, r.id LIMIT $limit RETURN r.shown${first > 0 ? ", r.evidence" : ""}`,
    { ...parametersAround(step), limit },
  );
  const parsed = JSON.parse(`[${rows.map((row) => row.join(",")).join(",")}]`) as unknown[];
  if (first === 0) return (parsed as ShownEdge[]).map(toRelation);
  return rows.map((_, i) => evidenced(parsed[2 * i] as ShownEdge, (parsed[2 * i + 1] as Kept[]).slice(0, first)));
}

function evidenced(shown: ShownEdge, kept: readonly Kept[]): EvidencedRelation {
  const relation = toRelation(shown);
  return { ...relation, evidence: toEvidence(relation, kept, (one) => [keptPlace(one)]) };
}

/** The entities that a step reaches for the first time. */
async function beyond(connection: Connection, step: Step): Promise<EntityId[]> {
  const rows = await connection.read(
    `${around(step)} UNWIND [r.subject, r.object] AS id
     WITH DISTINCT id WHERE NOT id IN $edge AND NOT id IN $before RETURN id`,
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
