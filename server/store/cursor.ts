/**
 * Keyset cursors: the place of a row in the order of its list. They hold what rows are ordered by, never a row number,
 * so they stand while others write, and even after their own row went.
 */
import { StoreError } from "./port.ts";

/** The values that a list is ordered by; the last of them tells rows apart. */
export type CursorKey = readonly (string | number)[];

/** The most rows of a page. */
export const LARGEST_PAGE = 1000;

/** Writes the cursor of a row. `list` names the list and its order, so that no other list takes the cursor. */
export const encodeCursor = (list: string, key: CursorKey): string =>
  Buffer.from(JSON.stringify([list, ...key])).toString("base64url");

/** Reads a cursor of this list; `shape` is a key of the same types. Throws a StoreError for any other string. */
export function decodeCursor<Key extends CursorKey>(list: string, cursor: string, shape: Key): Key {
  const [name, ...key] = parse(cursor);
  const fits =
    name === list && key.length === shape.length && key.every((value, i) => typeof value === typeof shape[i]);
  if (!fits)
    throw new StoreError(
      `"${cursor.slice(0, 60)}" is not a cursor of this list: pass the endCursor of one of its pages.`,
    );
  return key as unknown as Key;
}

function parse(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** The number of rows asked for. Throws a StoreError outside 1 to 1,000. */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= LARGEST_PAGE) return first;
  throw new StoreError(`A page has 1 to ${LARGEST_PAGE} rows; ${first} were asked for.`);
}
