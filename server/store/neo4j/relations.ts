/** Reading edges. */
import type { RelationId } from "../../../schema/ids.ts";
import type { Relation } from "../../../schema/model.ts";
import { conditionsOf } from "../filter.ts";
import type { Page, PageRequest, RelationFilter, RelationOrder } from "../port.ts";
import type { Connection } from "./connection.ts";
import { inOrderOf, type List, readPage } from "./list.ts";
import { RELATION, toRelation } from "./rows.ts";
import { parametersOf, relationSearch } from "./where.ts";

/** Edges in the order of the ids, undefined for what is not there. */
export async function relationsById(
  connection: Connection,
  ids: readonly RelationId[],
): Promise<readonly (Relation | undefined)[]> {
  if (ids.length === 0) return [];
  const rows = await connection.read(`UNWIND $ids AS id MATCH ()-[r:RELATION {id: id}]->() RETURN ${RELATION}`, {
    ids: [...new Set(ids)],
  });
  return inOrderOf(ids, rows.map(toRelation), (relation) => relation.id);
}

type Order = Pick<List<Relation>, "order" | "shape" | "walk">;

const ORDERS: Readonly<Record<RelationOrder, Order>> = {
  WEIGHT: { order: ["r.weight", "r.id"], shape: [0, ""], walk: ["r.weight < 0", "r.id IS NOT NULL"] },
  LATEST: { order: ["r.recency", "r.id"], shape: ["", ""], walk: ["r.recency >= ''", "r.id IS NOT NULL"] },
  NAME: { order: ["r.id"], shape: [""], walk: ["r.id >= ''"] },
};

/** A page of the edges that have at least one assertion that passes. */
export async function relations(
  connection: Connection,
  filter: RelationFilter,
  order: RelationOrder,
  page: PageRequest,
): Promise<Page<Relation>> {
  const conditions = conditionsOf(filter);
  const { match, where, unordered } = relationSearch(conditions);
  const { walk, ...sorted } = ORDERS[order];
  return readPage(
    connection,
    {
      name: `relations ${order}`,
      match,
      where,
      parameters: parametersOf(conditions),
      ...sorted,
      walk: unordered ? undefined : walk,
      columns: RELATION,
      nodesOf: (rows) => rows.map(toRelation),
    },
    page,
  );
}
