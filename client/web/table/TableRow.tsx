/** One edge as a row of the table. */
import type { CSSProperties } from "react";
import { relationTerm } from "../../../schema/ontology.ts";
import { KindGlyph, LineGlyph } from "../parts/Glyph.tsx";
import { COLUMNS, type Column, type Row } from "../state/rows.ts";
import { pointAt } from "../state/store.ts";
import { dayInShort } from "../text/dates.ts";
import { figure, STATUS_LABELS } from "../text/words.ts";

/** Widths of the columns, in the order of `COLUMNS`. */
export const TEMPLATE = "minmax(190px,2fr) minmax(150px,1.1fr) minmax(190px,2fr) 104px 92px 96px 84px 104px";

export const isFigure = (column: Column): boolean =>
  column === "assertions" || column === "documents" || column === "speakers";

function content(row: Row, column: Column) {
  switch (column) {
    case "subject":
    case "object":
      return (
        <>
          <KindGlyph kind={row[column].kind} size={14} />
          <span className="truncate">{row[column].name}</span>
        </>
      );
    case "type":
      return (
        <>
          <LineGlyph quad={relationTerm(row.relation.type).quad} status={row.status} width={16} />
          <span className="truncate">{row.type}</span>
        </>
      );
    case "status":
      return STATUS_LABELS[row.status];
    case "assertions":
      return figure(row.relation.assertionCount);
    case "documents":
      return figure(row.relation.documentCount);
    case "speakers":
      return figure(row.relation.speakerCount);
    case "latest":
      return row.relation.lastDate ? dayInShort(row.relation.lastDate) : "";
    default:
      return null;
  }
}

interface TableRowProps {
  readonly row: Row;
  readonly index: number;
  readonly selected: boolean;
  readonly active: number | undefined;
  readonly cellId: (row: number, column: number) => string;
  readonly style: CSSProperties;
  readonly onChoose: (column: number) => void;
}

export function TableRow({ row, index, selected, active, cellId, style, onChoose }: TableRowProps) {
  const target = { kind: "relation", id: row.id } as const;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      onMouseEnter={() => pointAt(target)}
      onMouseLeave={() => pointAt(undefined)}
      style={{ ...style, gridTemplateColumns: TEMPLATE }}
      className={`absolute inset-x-0 top-0 grid h-[30px] items-center ${selected ? "bg-accent-soft" : "hover:bg-hover"}`}
    >
      {COLUMNS.map((column, i) => (
        <div
          key={column}
          id={cellId(index, i)}
          role="gridcell"
          aria-colindex={i + 1}
          data-active={active === i || undefined}
          onClick={() => onChoose(i)}
          className={`flex h-full min-w-0 items-center gap-2 px-2.5 group-focus-within/grid:data-active:shadow-[inset_0_0_0_1.5px_var(--accent)] ${isFigure(column) ? "justify-end pr-6" : ""} ${column === "status" || column === "latest" ? "text-ink-2" : ""}`}
        >
          {content(row, column)}
        </div>
      ))}
    </div>
  );
}
