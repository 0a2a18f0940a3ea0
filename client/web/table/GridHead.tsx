/** The heads of a table's columns; pressing one sorts by it. */
import { Icon } from "../parts/Icon.tsx";
import type { Column, Sorting } from "../state/rows.ts";

interface GridHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly sorting: Sorting;
  readonly active: number | undefined;
  readonly cellId: (row: number, column: number) => string;
  readonly onSort: (column: Column<Row>) => void;
}

export function GridHead<Row>({ columns, template, sorting, active, cellId, onSort }: GridHeadProps<Row>) {
  return (
    <div role="rowgroup" className="sticky top-0 z-10 bg-surface">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-[30px] border-b border-line"
        style={{ gridTemplateColumns: template }}
      >
        {columns.map((column, i) => {
          const sorted = sorting.column === column.key;
          const order = sorting.descending ? "descending" : "ascending";
          return (
            <div
              key={column.key}
              id={cellId(-1, i)}
              role="columnheader"
              aria-colindex={i + 1}
              aria-sort={sorted ? order : "none"}
              data-active={active === i || undefined}
              onClick={() => onSort(column)}
              className={`flex min-w-0 items-center gap-1 px-2.5 text-small text-ink-2 select-none group-focus-visible/grid:data-active:shadow-[inset_0_0_0_1.5px_var(--accent)] hover:text-ink ${column.figure ? "justify-end" : ""}`}
            >
              <span className="truncate">{column.label}</span>
              <span className={sorted ? "" : "opacity-0"}>
                <Icon name={sorted && !sorting.descending ? "up" : "down"} size={11} />
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
