/** Reading edges. */
import type { RelationId } from "../../../schema/ids.ts";
import type { Relation } from "../../../schema/model.ts";
import { conditionsOf } from "../filter.ts";
import type { Page, PageRequest, RelationFilter, RelationOrder } from "../port.ts";
import type { Connection } from "./connection.ts";
import type { OrderColumn } from "./keyset.ts";
import { inOrderOf, readPage } from "./list.ts";
import { RELATION, RELATION_ENDS, type RelationRow, toRelation } from "./rows.ts";
import { beginsWithConditions, LISTED, relationPasses } from "./where.ts";

export function relationsById(sql: Connection, ids: readonly RelationId[]): (Relation | undefined)[] {
  const rows = sql.all<RelationRow>(
    `${RELATION} FROM relation r ${RELATION_ENDS} WHERE r.key IN ${LISTED}`,
    JSON.stringify(ids),
  );
  return inOrderOf(ids, rows, (row) => row.key).map((row) => row && toRelation(row));
}

interface Order {
  readonly columns: readonly OrderColumn[];
  readonly keyOf: (row: RelationRow) => readonly (string | number)[];
}

const ORDERS: Readonly<Record<RelationOrder, Order>> = {
  WEIGHT: { columns: ["-r.assertion_count", "r.key"], keyOf: (row) => [row.assertion_count, row.key] },
  LATEST: { columns: ["-r.last_date", "r.key"], keyOf: (row) => [row.last_date, row.key] },
  NAME: { columns: ["r.key"], keyOf: (row) => [row.key] },
};

export function relations(
  sql: Connection,
  filter: RelationFilter,
  order: RelationOrder,
  page: PageRequest,
): Page<Relation> {
  const conditions = conditionsOf(filter);
  const { columns, keyOf } = ORDERS[order];
  return readPage(
    sql,
    {
      name: `relations ${order}`,
      select: RELATION,
      from: "FROM relation r",
      joins: RELATION_ENDS.replaceAll("JOIN", "CROSS JOIN"),
      where: relationPasses(conditions),
      order: columns,
      sort: beginsWithConditions(conditions),
      shape: order === "WEIGHT" ? [0, ""] : order === "LATEST" ? ["", ""] : [""],
      keyOf,
      nodesOf: (rows: readonly RelationRow[]) => rows.map(toRelation),
    },
    page,
  );
}
