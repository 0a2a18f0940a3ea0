/** Tables: CSV (RFC 4180) and JSON Lines. */
import type { Cell, Columns } from "./columns.ts";

/** What a spreadsheet would take for a formula, full-width forms included. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;

/** A cell of CSV. Text that a spreadsheet would run gets an apostrophe before it, by which it stays text. */
export function cellOf(value: Cell | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /["\r\n,]/.test(text) || text !== value ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV, with a line of names. */
export async function* csv<Row>(pages: AsyncIterable<readonly Row[]>, columns: Columns<Row>): AsyncGenerator<string> {
  const values = Object.values(columns);
  yield `${Object.keys(columns).join(",")}\r\n`;
  for await (const rows of pages)
    yield rows.map((row) => `${values.map((value) => cellOf(value(row))).join(",")}\r\n`).join("");
}

/** Rows as one JSON object a line, each with every column. */
export async function* jsonLines<Row>(
  pages: AsyncIterable<readonly Row[]>,
  columns: Columns<Row>,
): AsyncGenerator<string> {
  const entries = Object.entries(columns);
  for await (const rows of pages)
    yield rows
      .map((row) => {
        const line: Record<string, Cell> = {};
        for (const [name, value] of entries) line[name] = value(row) ?? null;
        return `${JSON.stringify(line)}\n`;
      })
      .join("");
}
