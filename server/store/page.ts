/** Pages out of rows: an adapter reads one row more than asked for, which tells whether there is a next page. */
import { type CursorKey, encodeCursor } from "./cursor.ts";
import type { Page } from "./port.ts";

/** Makes a page of up to `first` of these nodes; `keyOf` is what the list `list` is ordered by. */
export function toPage<Row, Node>(
  list: string,
  first: number,
  rows: readonly Row[],
  keyOf: (row: Row) => CursorKey,
  nodeOf: (row: Row) => Node,
  totalCount: () => Promise<number>,
): Page<Node> {
  return {
    edges: rows.slice(0, first).map((row) => ({ cursor: encodeCursor(list, keyOf(row)), node: nodeOf(row) })),
    hasNextPage: rows.length > first,
    totalCount,
  };
}
