/** The edges in sight as a `grid` "Relations": the same selection as the canvas, complete by keyboard. */

import { useEffect, useId, useMemo, useRef, useState } from "react";
import { selectRelation } from "../actions/edit.ts";
import { Icon } from "../parts/Icon.tsx";
import { useVirtual } from "../parts/useVirtual.ts";
import { COLUMNS, type Column, rowsOf, sortedBy, type Sorting } from "../state/rows.ts";
import { useExplorer, useVisible } from "../state/store.ts";
import { isFigure, TableRow, TEMPLATE } from "./TableRow.tsx";
import { useGrid } from "./useGrid.ts";

const HEADS: Readonly<Record<Column, string>> = {
  subject: "Subject",
  type: "Relation",
  object: "Object",
  status: "Status",
  assertions: "Sentences",
  documents: "Documents",
  speakers: "Speakers",
  latest: "Latest",
};
const ROW_HEIGHT = 30;

interface HeadProps {
  readonly sorting: Sorting;
  readonly active: number | undefined;
  readonly cellId: (row: number, column: number) => string;
  readonly onSort: (column: Column) => void;
}

function Head({ sorting, active, cellId, onSort }: HeadProps) {
  return (
    <div role="rowgroup" className="sticky top-0 z-10 bg-surface">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-[30px] border-b border-line"
        style={{ gridTemplateColumns: TEMPLATE }}
      >
        {COLUMNS.map((column, i) => {
          const sorted = sorting.column === column;
          const order = sorting.descending ? "descending" : "ascending";
          return (
            <div
              key={column}
              id={cellId(-1, i)}
              role="columnheader"
              aria-colindex={i + 1}
              aria-sort={sorted ? order : "none"}
              data-active={active === i || undefined}
              onClick={() => onSort(column)}
              className={`flex min-w-0 items-center gap-1 px-2.5 text-small text-ink-3 select-none group-focus-within/grid:data-active:shadow-[inset_0_0_0_1.5px_var(--accent)] hover:text-ink ${isFigure(column) ? "justify-end" : ""}`}
            >
              {HEADS[column]}
              <span className={sorted ? "text-ink-2" : "opacity-0"}>
                <Icon name={sorted && !sorting.descending ? "up" : "down"} size={11} />
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

export function RelationsTable() {
  const visible = useVisible();
  const selection = useExplorer(({ session }) => session.selection);
  const [sorting, sort] = useState<Sorting>({ column: "assertions", descending: true });
  const rows = useMemo(() => rowsOf(visible, sorting), [visible, sorting]);
  const scroller = useRef<HTMLDivElement>(null);
  const name = useId();
  const cellId = (row: number, column: number) => `${name}${row}-${column}`;
  const virtual = useVirtual({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const { cell, setCell, onKeyDown } = useGrid(
    rows.length,
    ({ row }) => row >= 0 && virtual.scrollToIndex(row),
    ({ row, column }) =>
      row < 0 ? sort(sortedBy(sorting, COLUMNS[column]!)) : rows[row] && selectRelation(rows[row].id),
  );
  const chosen = rows.findIndex(({ id }) => id === selection?.id);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
  }, [virtual, chosen]);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label="Relations"
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length}
      aria-activedescendant={cellId(Math.min(cell.row, rows.length - 1), cell.column)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="group/grid h-full overflow-auto outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
    >
      <div className="min-w-[1010px]">
        <Head
          sorting={sorting}
          active={cell.row === -1 ? cell.column : undefined}
          cellId={cellId}
          onSort={(column) => sort(sortedBy(sorting, column))}
        />
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <TableRow
              key={rows[index]!.id}
              row={rows[index]!}
              index={index}
              selected={index === chosen}
              active={cell.row === index ? cell.column : undefined}
              cellId={cellId}
              style={{ transform: `translateY(${start}px)` }}
              onChoose={(column) => {
                setCell({ row: index, column });
                selectRelation(rows[index]!.id);
              }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
