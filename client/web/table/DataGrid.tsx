/** A table as a `grid`: sorted, drawn only as far as it is in sight, complete by keyboard, its selection the canvas's. */
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { useVirtual } from "../parts/useVirtual.ts";
import type { Selection } from "../state/address.ts";
import { type Column, sortedBy, sortRows, type Sorting } from "../state/rows.ts";
import { pointAt, useExplorer } from "../state/store.ts";
import { GridHead } from "./GridHead.tsx";
import { useGrid } from "./useGrid.ts";

const ROW_HEIGHT = 30;

interface DataGridProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly first: Sorting;
  /** The least width at which nothing is squeezed. */
  readonly width: number;
  readonly content: (row: Row, column: string) => ReactNode;
  readonly targetOf: (row: Row) => Selection;
  readonly onChoose: (row: Row) => void;
}

export function DataGrid<Row extends { readonly id: string }>(props: DataGridProps<Row>) {
  const { label, columns, width, content, targetOf, onChoose } = props;
  const selection = useExplorer(({ session }) => session.selection);
  const [sorting, sort] = useState(props.first);
  const rows = useMemo(() => sortRows(props.rows, columns, sorting), [props.rows, columns, sorting]);
  const scroller = useRef<HTMLDivElement>(null);
  const name = useId();
  const cellId = (row: number, column: number) => `${name}${row}-${column}`;
  const template = columns.map((column) => column.width).join(" ");
  const virtual = useVirtual({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const { cell, setCell, onKeyDown } = useGrid(
    { rows: rows.length, columns: columns.length },
    ({ row }) => row >= 0 && virtual.scrollToIndex(row),
    ({ row, column }) => {
      if (row < 0) sort(sortedBy(sorting, columns[column]!));
      else if (rows[row]) onChoose(rows[row]);
    },
  );
  const chosen = rows.findIndex(({ id }) => id === selection?.id);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
  }, [virtual, chosen]);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={cellId(Math.min(cell.row, rows.length - 1), cell.column)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="group/grid h-full overflow-auto outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
    >
      <div style={{ minWidth: width }}>
        <GridHead
          {...{ columns, template, sorting, cellId }}
          active={cell.row === -1 ? cell.column : undefined}
          onSort={(column) => sort(sortedBy(sorting, column))}
        />
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]!;
            const active = cell.row === index ? cell.column : undefined;
            return (
              <div
                key={row.id}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === chosen}
                onMouseEnter={() => pointAt(targetOf(row))}
                onMouseLeave={() => pointAt(undefined)}
                style={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }}
                className={`absolute inset-x-0 top-0 grid h-[30px] items-center ${index === chosen ? "bg-accent-soft" : "hover:bg-hover"}`}
              >
                {columns.map(({ key, figure }, i) => (
                  <div
                    key={key}
                    id={cellId(index, i)}
                    role="gridcell"
                    aria-colindex={i + 1}
                    data-active={active === i || undefined}
                    onClick={() => {
                      setCell({ row: index, column: i });
                      onChoose(row);
                    }}
                    className={`flex h-full min-w-0 items-center gap-2 px-2.5 group-focus-visible/grid:data-active:shadow-[inset_0_0_0_1.5px_var(--accent)] ${figure ? "justify-end pr-6" : ""}`}
                  >
                    {content(row, key)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
