/** Opens one file: takes out of it what there is to read. Archives and JSON Lines are gone through member by member. */
import { type File, FormatError, type Opened } from "./file.ts";
import { type Format, formatOf } from "./format.ts";
import type { KnownName } from "./table/names.ts";

/** What opening needs from elsewhere. */
export interface Help {
  /** What names mean, for tables that do not say. */
  readonly known: KnownName;
}

/** Formats whose parsing is heavy or risky, and is done in a thread that can be ended. */
export type HeavyFormat = Exclude<Format, "text" | "lines" | "zip">;

type Opener = (file: File, help: Help) => Promise<readonly Opened[]> | readonly Opened[];

/** Loaded when first needed: most runs meet few formats, and some libraries are large. */
const OPENERS: Readonly<Record<HeavyFormat, () => Promise<Opener>>> = {
  html: async () => (await import("./html/page.ts")).openPage,
  pdf: async () => (await import("./pdf/pdf.ts")).openPdf,
  docx: async () => (await import("./docx.ts")).openDocx,
  email: async () => (await import("./email.ts")).openEmail,
  table: async () => (await import("./table/table.ts")).openTable,
  workbook: async () => (await import("./table/workbook.ts")).openWorkbook,
};

/** What a file holds. Throws a FormatError where nothing can be read in it. */
export async function openFile(file: File, help: Help): Promise<readonly Opened[]> {
  const format = formatOf(file.bytes, file.name);
  if (typeof format === "object") throw new FormatError(format.problem);
  if (format === "text" || format === "lines" || format === "zip")
    throw new Error(`${format} is not opened as a whole.`);
  const open = await OPENERS[format]();
  return open(file, help);
}
