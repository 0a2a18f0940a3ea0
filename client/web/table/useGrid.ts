/** The active cell of a grid, moved by keys. */
import { type KeyboardEvent, useState } from "react";
import { type Cell, type Extent, moved } from "./grid.ts";

interface Grid {
  readonly cell: Cell;
  readonly setCell: (cell: Cell) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** `onMove` is told of every new active cell, `onEnter` of the one that is entered. */
export function useGrid(extent: Extent, onMove: (cell: Cell) => void, onEnter: (cell: Cell) => void): Grid {
  const [cell, setCell] = useState<Cell>({ row: 0, column: 0 });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onEnter(cell);
      return;
    }
    const next = moved(cell, event.key, event.ctrlKey || event.metaKey, extent);
    if (!next) return;
    event.preventDefault();
    setCell(next);
    onMove(next);
  };
  return { cell, setCell, onKeyDown };
}
