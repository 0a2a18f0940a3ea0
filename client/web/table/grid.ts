/** Where the keys of a grid move its active cell. Row -1 is the head. */

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const PAGE = 10;

/** Where a key moves the active cell, undefined for keys that move nothing. */
export function moved({ row, column }: Cell, key: string, ctrl: boolean, { rows, columns }: Extent): Cell | undefined {
  const last = columns - 1;
  const at = (r: number, c: number): Cell => ({
    row: Math.max(-1, Math.min(rows - 1, r)),
    column: Math.max(0, Math.min(last, c)),
  });
  switch (key) {
    case "ArrowDown":
      return at(row + 1, column);
    case "ArrowUp":
      return at(row - 1, column);
    case "ArrowRight":
      return at(row, column + 1);
    case "ArrowLeft":
      return at(row, column - 1);
    case "PageDown":
      return at(row + PAGE, column);
    case "PageUp":
      return at(Math.max(0, row - PAGE), column);
    case "Home":
      return ctrl ? at(0, 0) : at(row, 0);
    case "End":
      return ctrl ? at(rows - 1, last) : at(row, last);
    default:
      return undefined;
  }
}
