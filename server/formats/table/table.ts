/** Tables of ready edges: CSV with any of the usual separators. */
import { CsvError, parse } from "csv-parse/sync";
import { canonicalName } from "../../../schema/ids.ts";
import type { Provenance } from "../../../schema/model.ts";
import { decode } from "../encoding.ts";
import { type File, FormatError, type Opened, provenanceOf } from "../file.ts";
import type { Help } from "../open.ts";
import { dayOf, lineOf } from "../values.ts";
import { type Columns, columnsOf, type Field, missingIn, NEEDED } from "./columns.ts";
import { documentOf } from "./document.ts";
import { type Cells, type Edge, edgeOf, RowError } from "./row.ts";

const MOST_ROWS = 200_000;
const HEADER_WITHIN = 10;
const SEPARATORS = [",", ";", "\t", "|"];

/** Rows of cells as the file has them; the number of a row is its index and one. */
export type Rows = readonly (readonly string[])[];

/** Some tables have a title above their header. */
function findHeader(rows: Rows): { columns: Columns; at: number } | undefined {
  const at = rows.slice(0, HEADER_WITHIN).findIndex((row) => missingIn(columnsOf(row)).length === 0);
  return at < 0 ? undefined : { columns: columnsOf(rows[at]!), at };
}

const cellsOf = (row: readonly string[], columns: Columns): Cells =>
  new Map([...columns].map(([field, index]): [Field, string] => [field, row[index] ?? ""]));

/** What a row says of where its quote stands. */
function originOf(cells: Cells, file: File): Partial<Provenance> {
  const line = (field: Field) => lineOf(cells.get(field) ?? "");
  const url = line("url");
  if (url && !/^https?:\/\//i.test(url)) throw new RowError(`url: "${url}" does not begin with http:// or https://`);
  const published = line("published");
  const day = published === undefined ? undefined : dayOf(published);
  if (published && !day) throw new RowError(`published: "${published}" is no day; write 2024-09-30`);
  const said = { title: line("title"), publisher: line("publisher"), author: line("author"), published: day, url };
  return provenanceOf(file, { ...said, language: line("language") });
}

interface Source {
  readonly origin: Partial<Provenance>;
  readonly edges: Edge[];
}

/** Rows of one source, together; refused rows told by their number. */
function sort(rows: Rows, first: number, columns: Columns, file: File, help: Help) {
  const sources = new Map<string, Source>();
  const refused: Opened[] = [];
  rows.slice(first).forEach((row, i) => {
    if (row.every((cell) => cell.trim() === "")) return;
    const number = first + i + 1;
    try {
      const cells = cellsOf(row, columns);
      const origin = originOf(cells, file);
      const key = JSON.stringify(origin);
      const source = sources.get(key) ?? { origin, edges: [] };
      source.edges.push(edgeOf(number, cells, help.known));
      sources.set(key, source);
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      refused.push({ where: `:${number}`, problem: error.message });
    }
  });
  return { sources: [...sources.values()], refused };
}

const understood = (columns: Columns, header: readonly string[]): string =>
  `understood the columns ${[...columns].map(([field, index]) => `"${header[index]?.trim()}" as ${field}`).join(", ")}`;

/** The documents that a table's rows make. */
export function openRows(rows: Rows, file: File, help: Help): Opened[] {
  if (rows.length > MOST_ROWS) throw new FormatError(`has more than ${MOST_ROWS} rows; split it`);
  const header = findHeader(rows);
  if (!header) throw new FormatError(`has no header with the columns ${NEEDED.join(", ")}, so it is no table of edges`);
  const { sources, refused } = sort(rows, header.at + 1, header.columns, file, help);
  const extractor = `table:${canonicalName(file.name).replaceAll("/", "_").slice(0, 80)}`;
  const documents = sources.flatMap(({ origin, edges }): Opened[] => {
    const title = origin.title ?? origin.url ?? file.name;
    const { document, repeated } = documentOf(edges, { ...origin, title }, file.name, extractor);
    const where = sources.length === 1 ? "" : `:${edges[0]?.row}`;
    return [
      { where, document, notes: [understood(header.columns, rows[header.at]!)] },
      ...repeated.map((row) => ({ where: `:${row}`, problem: "repeats an earlier row" })),
    ];
  });
  return [...documents, ...refused];
}

/** The separator with which the header is understood best. */
function separatorOf(text: string): string {
  const head = text.slice(0, 10_000);
  const found = (separator: string) =>
    Math.max(
      ...head
        .split(/\r?\n/)
        .slice(0, HEADER_WITHIN)
        .map((line) => columnsOf(line.split(separator).map((cell) => cell.replaceAll('"', ""))).size),
    );
  return SEPARATORS.toSorted((a, b) => found(b) - found(a))[0]!;
}

/** Takes the edges out of a CSV file. */
export function openTable(file: File, help: Help): Opened[] {
  const { text, notes } = decode(file.bytes, file.encoding);
  const options = {
    delimiter: separatorOf(text),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  };
  try {
    const opened = openRows(parse(text, { ...options, max_record_size: 200_000 }), file, help);
    return opened.map((one) => ("notes" in one ? { ...one, notes: [...notes, ...one.notes] } : one));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FormatError(`is no table that can be read: ${error.message}`, { cause: error });
  }
}
