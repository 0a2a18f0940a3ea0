/** One way to read a page: where to look, what must hold, an order, a cursor. */
import { decodeCursor, pageSize } from "../cursor.ts";
import { toPage } from "../page.ts";
import type { Page, PageRequest } from "../port.ts";
import type { Connection, Row } from "./connection.ts";
import type { Parameters } from "./parameters.ts";
import { type Where, whereAll } from "./where.ts";

/** A list that can be read page by page. All its orders ascend. */
export interface List<Node> {
  /** Stands in cursors, so that no other list takes them. */
  readonly name: string;
  /** Clauses up to a `WHERE`. */
  readonly match: string;
  readonly where: Where;
  readonly parameters: Parameters;
  readonly order: readonly string[];
  /** A key of the types of the order's columns. */
  readonly shape: readonly (string | number)[];
  /** What always holds of each column of the order: it lets pages walk an index of these columns. */
  readonly walk?: Where | undefined;
  /** What to look up for the rows of a page alone, and the names that it and the columns need. */
  readonly lookUp?: { readonly carry: string; readonly match: string };
  /** Columns that make a node. */
  readonly columns: string;
  /** The nodes of all rows, in their order; may ask for more. */
  readonly nodesOf: (rows: readonly Row[]) => readonly Node[] | Promise<readonly Node[]>;
}

/** Reads one page of a list. */
export async function readPage<Node>(
  connection: Connection,
  list: List<Node>,
  request: PageRequest,
): Promise<Page<Node>> {
  const first = pageSize(request.first);
  const key = request.after === undefined ? undefined : decodeCursor(list.name, request.after, list.shape);
  const rows: Row[] = [];
  for (const part of key ? partsAfter(list.order, key) : [{ where: [], parameters: {} }]) {
    if (rows.length <= first) rows.push(...(await readRows(connection, list, part, first + 1 - rows.length)));
  }
  const width = list.order.length;
  const nodes = await list.nodesOf(rows.slice(0, first).map((row) => row.slice(width)));
  return toPage(
    list.name,
    first,
    rows.map((row, i) => ({ key: row.slice(0, width) as (string | number)[], node: nodes[i]! })),
    (row) => row.key,
    (row) => row.node,
    () => countRows(connection, list),
  );
}

interface Part {
  readonly where: Where;
  readonly parameters: Parameters;
}

/**
 * What comes after a key: first the rows alike in all columns but the last, then those alike in all but the last two …
 * Each part is one stretch of an index, so the last page costs what the first does.
 */
function partsAfter(order: readonly string[], key: readonly (string | number)[]): Part[] {
  const parameters = Object.fromEntries(key.map((value, i) => [`after${i}`, value]));
  const parts = order.map((column, i) => {
    const alike = order.slice(0, i).map((column, j) => `${column} = $after${j}`);
    return { where: [...alike, `${column} > $after${i}`], parameters };
  });
  return parts.reverse();
}

async function readRows<Node>(connection: Connection, list: List<Node>, part: Part, limit: number): Promise<Row[]> {
  const { match, where, parameters, order, walk = [], columns, lookUp } = list;
  const keys = order.map((column, i) => `${column} AS key${i}`).join(", ");
  const found = `${match} ${whereAll([...where, ...walk, ...part.where])}`;
  const sorted = (names: readonly string[]) => `ORDER BY ${names.join(", ")}`;
  const byKeys = sorted(order.map((_, i) => `key${i}`));
  const query = lookUp
    ? `${found} WITH ${lookUp.carry} ${sorted(order)} LIMIT $limit ${lookUp.match} RETURN ${keys}, ${columns} ${byKeys}`
    : `${found} RETURN ${keys}, ${columns} ${byKeys} LIMIT $limit`;
  return connection.read(query, { ...parameters, ...part.parameters, limit });
}

async function countRows<Node>(connection: Connection, { match, where, parameters }: List<Node>): Promise<number> {
  const rows = await connection.read(`${match} ${whereAll(where)} RETURN count(*)`, parameters);
  return rows[0]![0] as number;
}

/** Things in the order of the keys asked for, undefined for what is not there. */
export function inOrderOf<Key, Node>(
  keys: readonly Key[],
  nodes: readonly Node[],
  keyOf: (node: Node) => Key,
): (Node | undefined)[] {
  const byKey = new Map(nodes.map((node) => [keyOf(node), node]));
  return keys.map((key) => byKey.get(key));
}
