/** One way to read a page: conditions, an order, a cursor. */
import { type CursorKey, decodeCursor, pageSize } from "../cursor.ts";
import { toPage } from "../page.ts";
import type { Page, PageRequest } from "../port.ts";
import type { Connection, Value } from "./connection.ts";
import { after, allOf, orderBy, type OrderColumn, type Sql } from "./keyset.ts";

/** A list that can be read page by page. */
export interface List<Row, Node> {
  /** Stands in cursors, so that no other list takes them. */
  readonly name: string;
  readonly select: string;
  /** `FROM` and joins that the conditions need. */
  readonly from: string;
  /** Joins that only the columns need. */
  readonly joins?: string;
  /** Values of parameters in `select` and `from`. */
  readonly values?: readonly Value[];
  readonly where: Sql;
  readonly order: readonly OrderColumn[];
  /** Whether to sort what the conditions find rather than to walk the order. */
  readonly sort?: boolean;
  readonly keyOf: (row: Row) => CursorKey;
  /** A key of the types of `keyOf`. */
  readonly shape: CursorKey;
  /** The nodes of all rows, in their order. */
  readonly nodesOf: (rows: readonly Row[]) => readonly Node[];
}

/** Reads one page of a list. */
export function readPage<Row, Node>(sql: Connection, list: List<Row, Node>, request: PageRequest): Page<Node> {
  const rows = readRows(sql, list, request);
  return pageOf(sql, list, request.first, rows, list.nodesOf(rows.slice(0, request.first)));
}

/** The rows of a page, and one more where there is a next page. */
export function readRows<Row, Node>(sql: Connection, list: List<Row, Node>, request: PageRequest): Row[] {
  const first = pageSize(request.first);
  const key = request.after === undefined ? undefined : decodeCursor(list.name, request.after, list.shape);
  const { select, from, joins = "", values = [], where, order } = list;
  const passing = allOf([where, after(order, key)]);
  const sorted = list.sort ? orderBy(order).replace("ORDER BY ", "ORDER BY +") : orderBy(order);
  return sql.all<Row>(
    `${select} ${from} ${joins} WHERE ${passing.text} ${sorted} LIMIT ?`,
    values,
    passing.values,
    first + 1,
  );
}

/** A page of these rows, of which `nodes` are the first. */
export function pageOf<Row, Node>(
  sql: Connection,
  list: List<Row, Node>,
  first: number,
  rows: readonly Row[],
  nodes: readonly Node[],
): Page<Node> {
  const count = async () => countRows(sql, list);
  const paired = rows.map((row, i) => [row, nodes[i]!] as const);
  return toPage(
    list.name,
    first,
    paired,
    ([row]) => list.keyOf(row),
    ([, node]) => node,
    count,
  );
}

function countRows<Row, Node>(sql: Connection, { from, values = [], where }: List<Row, Node>): number {
  return sql.get<{ n: number }>(`SELECT count(*) AS n ${from} WHERE ${where.text}`, values, where.values)!.n;
}

/** Rows in the order of the keys asked for, undefined for what is not there. */
export function inOrderOf<Row, Key>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Row | undefined)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key));
}
