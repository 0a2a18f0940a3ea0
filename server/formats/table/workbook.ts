/** Tables of ready edges in workbooks of Excel. */
import readSheets from "read-excel-file/node";
import { type File, FormatError, type Opened } from "../file.ts";
import type { Help } from "../open.ts";
import { checkPackage } from "../zip.ts";
import { columnsOf, missingIn } from "./columns.ts";
import { openRows, type Rows } from "./table.ts";

/** Dates come as midnight in UTC; everything else as it is shown. */
const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

async function sheetsOf(bytes: Uint8Array): Promise<{ sheet: string; rows: Rows }[]> {
  try {
    const sheets = await readSheets(Buffer.from(bytes));
    return sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(textOf)) }));
  } catch (error) {
    throw new FormatError(`is damaged or is no workbook (${(error as Error).message})`, { cause: error });
  }
}

const isTable = (rows: Rows) => rows.slice(0, 10).some((row) => missingIn(columnsOf(row)).length === 0);

/** Takes the edges out of every sheet that has a header of edges. */
export async function openWorkbook(file: File, help: Help): Promise<Opened[]> {
  await checkPackage(file.bytes);
  const sheets = await sheetsOf(file.bytes);
  const tables = sheets.filter(({ rows }) => isTable(rows));
  if (tables.length === 0) return openRows(sheets[0]?.rows ?? [], file, help);
  return tables.flatMap(({ sheet, rows }) =>
    openRows(rows, file, help).map((opened) => ({
      ...opened,
      where: tables.length > 1 ? `/${sheet}${opened.where}` : opened.where,
    })),
  );
}
