/** PDF: its text in the order in which it is read, and what its metadata say. */
import { getDocumentProxy } from "unpdf";
import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { type File, type Found, FormatError, type Opened, provenanceOf } from "../file.ts";
import { dayOf, lineOf } from "../values.ts";
import { withoutFurniture } from "./furniture.ts";
import { type Line, readLines } from "./lines.ts";
import { type Page, readPage } from "./page.ts";
import { paragraphsOf } from "./paragraphs.ts";

const MOST_PAGES = 3_000;

const REASONS: Readonly<Record<string, string>> = {
  PasswordException: "is encrypted; save it without a password first",
  InvalidPDFException: "is damaged or is no PDF; open and save it again first",
};

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    // The library takes the bytes for itself.
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0, stopAtErrors: false });
  } catch (error) {
    const { name, message } = error as Error;
    throw new FormatError(REASONS[name] ?? `cannot be read as PDF (${message})`, { cause: error });
  }
}

/** Titles that programs give: names of files, of the program, of nothing. */
const EMPTY_TITLE =
  /^(untitled|microsoft (word|powerpoint|excel).*|document\d*|slide \d+|.*\.(docx?|indd|pdf|qxd|rtf|tex|html?))$|^[\w-]*\d{4,}[\w-]*$/i;
const EMPTY_AUTHOR = /^(user|admin(istrator)?|owner|author|unknown|root|.*@.*)$/i;

async function metadataOf(document: PDFDocumentProxy): Promise<Found> {
  const data = await document.getMetadata().catch(() => undefined);
  const info = (data?.info ?? {}) as Readonly<Record<string, unknown>>;
  const value = (name: string) => (typeof info[name] === "string" ? lineOf(info[name]) : undefined);
  const [title, author] = [value("Title"), value("Author")];
  return {
    title: title && !EMPTY_TITLE.test(title) ? title : undefined,
    author: author && !EMPTY_AUTHOR.test(author) ? author : undefined,
    published: dayOf(value("CreationDate")?.replace(/^D:/, "").slice(0, 8)),
    language: value("Language"),
  };
}

async function pagesOf(document: PDFDocumentProxy): Promise<Page[]> {
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number));
  return pages;
}

/** The largest type near the top of the first page, where the metadata give no title. */
function titleIn(lines: readonly Line[]): string | undefined {
  const top = lines.slice(0, 12);
  const largest = Math.max(...top.map(({ size }) => size));
  const usual = lines.map(({ size }) => size).toSorted((a, b) => a - b)[lines.length >> 1] ?? 0;
  const first = top.findIndex(({ size }) => size > largest * 0.97);
  const rest = top.slice(first).findIndex(({ size }) => size <= largest * 0.97);
  const title = top
    .slice(first, rest < 0 ? undefined : first + rest)
    .map(({ text }) => text)
    .join(" ");
  return largest > usual * 1.15 && title.length < 250 ? lineOf(title) : undefined;
}

function emptyPages(pages: readonly Page[]): string[] {
  const empty = pages.flatMap(({ runs }, i) => (runs.length === 0 ? [i + 1] : []));
  const shown = empty.slice(0, 10).join(", ") + (empty.length > 10 ? " …" : "");
  return empty.length > 0 ? [`has no text on ${empty.length} of ${pages.length} pages (${shown})`] : [];
}

/** Takes the text out of a PDF. */
export async function openPdf(file: File): Promise<Opened[]> {
  const document = await open(file.bytes);
  if (document.numPages > MOST_PAGES)
    throw new FormatError(`has ${document.numPages} pages; split it, ${MOST_PAGES} at most`);
  const pages = await pagesOf(document);
  if (pages.every(({ runs }) => runs.length === 0))
    throw new FormatError("holds pictures of pages and no text (a scan); have its text recognised (OCR) first");
  const lines: Line[] = [];
  for (const page of withoutFurniture(pages)) lines.push(...readLines(page, (lines.at(-1)?.column ?? -1) + 1));
  const found = await metadataOf(document);
  const title = found.title ?? titleIn(lines);
  const dated =
    found.published && !file.given?.published
      ? [`takes the day on which the file was made, ${found.published}, for its day of publication`]
      : [];
  const text = paragraphsOf(lines).join("\n\n");
  const given = provenanceOf(file, { ...found, title });
  return [{ where: "", text: { source: file.name, text, given }, notes: [...emptyPages(pages), ...dated] }];
}
