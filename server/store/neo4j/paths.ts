/** Looking around for paths. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import { type Conditions, conditionsOf } from "../filter.ts";
import { checkPaths, entitiesAlong, findPaths, type Lookout, type Reached } from "../paths.ts";
import type { Path, RelationFilter } from "../port.ts";
import type { Connection, Row } from "./connection.ts";
import { entitiesById } from "./entities.ts";
import { relationsById } from "./relations.ts";
import { parametersOf, relationPasses, whereAll } from "./where.ts";

/** The best paths between two entities. */
export async function paths(
  connection: Connection,
  ends: readonly [from: EntityId, to: EntityId],
  maxHops: number,
  limit: number,
  filter: RelationFilter,
): Promise<readonly Path[]> {
  checkPaths(maxHops, limit);
  const lookout = lookoutOver(connection, conditionsOf(filter));
  const found = await findPaths(lookout, ends, maxHops, limit);
  return Promise.all(found.map((ids) => toPath(connection, ends[0], ids)));
}

async function toPath(connection: Connection, from: EntityId, ids: readonly RelationId[]): Promise<Path> {
  const relations = (await relationsById(connection, ids)) as unknown as Path["relations"];
  return { entities: (await entitiesById(connection, entitiesAlong(from, relations))) as Path["entities"], relations };
}

const toReached = ([row, degree]: Row): Reached<EntityId> => ({ row: row as EntityId, degree: degree as number });

function lookoutOver(connection: Connection, conditions: Conditions): Lookout<EntityId> {
  const passes = relationPasses(conditions);
  const ask = (match: string, where: readonly string[], rest: string, lists: Record<string, readonly EntityId[]>) =>
    connection.read(`${match} ${whereAll([...where, ...passes])} ${rest}`, { ...parametersOf(conditions), ...lists });
  const AROUND = "MATCH (near:Entity)-[r:RELATION]-(far)";
  return {
    neighbors: async (near, within) => {
      const where = ["near.id IN $near", ...(within ? ["far.id IN $far"] : [])];
      const rows = await ask(AROUND, where, "RETURN DISTINCT far.id, far.degree", {
        near,
        ...(within && { far: within }),
      });
      return rows.map(toReached);
    },
    touching: async (near, far) => {
      const where = ["near.id IN $near", "far.id IN $far"];
      return (await ask(AROUND, where, "RETURN DISTINCT near.id, near.degree", { near, far })).map(toReached);
    },
    hops: async (near) => {
      const rows = await ask(
        "MATCH (near:Entity)-[r:RELATION]->(far)",
        ["near.id IN $near", "far.id IN $near"],
        `WITH r ORDER BY r.weight, r.id
         WITH CASE WHEN r.subject < r.object THEN [r.subject, r.object] ELSE [r.object, r.subject] END AS ends,
           collect([r.id, r.assertionCount])[0] AS best RETURN ends, best[0], best[1]`,
        { near },
      );
      return rows.map(([ends, relation, weight]) => ({
        ends: ends as [EntityId, EntityId],
        relation: relation as RelationId,
        weight: weight as number,
      }));
    },
  };
}
