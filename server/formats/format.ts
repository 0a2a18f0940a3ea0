/** Which format a file has: told from its content, and from its name only where the content leaves it open. */

/** `lines` is Actant's own JSON Lines. */
export type Format = "text" | "html" | "pdf" | "docx" | "email" | "lines" | "zip" | "table" | "workbook";

/** What folders are searched for, and what the formats are called. */
export const EXTENSIONS: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".md": "text",
  ".markdown": "text",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".pdf": "pdf",
  ".docx": "docx",
  ".eml": "email",
  ".jsonl": "lines",
  ".ndjson": "lines",
  ".zip": "zip",
  ".csv": "table",
  ".tsv": "table",
  ".xlsx": "workbook",
};

/** The last extension of a name, in lower case. */
export const extensionOf = (name: string): string => /\.[^./\\]{1,10}$/.exec(name)?.[0].toLowerCase() ?? "";

/** What is not read, by its first bytes, and what to do about it. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  "is a picture; Actant reads text only": ["ffd8ff", "89504e47", "47494638", "49492a00", "4d4d002a"],
  "is in an old format of Office (.doc, .xls, .msg); save it as .docx, .xlsx or .eml first": ["d0cf11e0"],
  "is Rich Text; save it as .docx or .txt first": ["7b5c727466"],
  "is an archive of another kind; unpack it, or pack it as .zip": [
    "377abcaf",
    "52617221",
    "1f8b",
    "425a68",
    "fd377a585a",
  ],
  "is sound or film; Actant reads text only": [
    "494433",
    "fffb",
    "4f676753",
    "664c6143",
    "52494646",
    "00000018",
    "00000020",
  ],
};

/** Why a file is not read, told by its first bytes. */
function foreign(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  return Object.entries(FOREIGN).find(([, marks]) => marks.some((mark) => start.startsWith(mark)))?.[0];
}

const ZIP_MARKS: ReadonlySet<string> = new Set(["504b0304", "504b0506"]);

const latin1 = (bytes: Uint8Array, length: number) => Buffer.from(bytes.subarray(0, length)).toString("latin1");

/** Text with every other byte zero, as UTF-16 has it, looks like text once those are gone. */
const readable = (head: string) =>
  head
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replaceAll("\0", "")
    .trimStart();

const HTML = /^(<!--[^]*?-->\s*|<\?xml[^>]*>\s*)*<(!doctype\s+html|html)\b/i;
const HTML_PART = /^<(head|body|article|main|div|section|p|h1)\b/i;
const HEADER_LINE = /^[A-Za-z][A-Za-z0-9-]{0,50}:[ \t].*(\r?\n[ \t].*)*\r?\n/;
const MAIL_HEADERS = /^(from|to|subject|date|message-id|received|mime-version|return-path|delivered-to):/im;

/** A mail begins with header lines, at least three of them a mail's own; front matter has not so many. */
function isMail(head: string): boolean {
  if (!HEADER_LINE.test(head.replace(/^From .*\r?\n/, ""))) return false;
  const headers = head.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const own = headers.split(/\r?\n/).filter((line) => MAIL_HEADERS.test(line));
  return own.length >= 3 && /^(message-id|received|mime-version|return-path):/im.test(headers);
}

const OOXML = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|customXml\/|word\/|xl\/|ppt\/)/;
const FIRST_NAME = 30;

/** Documents made of zip are known by their first member, what they are by the names at the end. */
function zipKind(bytes: Uint8Array, name: string): Format | { readonly problem: string } {
  const head = latin1(bytes, 400);
  const first = head.slice(FIRST_NAME, FIRST_NAME + (head.charCodeAt(26) | (head.charCodeAt(27) << 8)));
  if (first === "mimetype") return { problem: "is an OpenDocument or EPUB file; save it as .docx or .pdf first" };
  if (!OOXML.test(first)) return extensionOf(name) === ".docx" ? "docx" : "zip";
  const names = Buffer.from(bytes.subarray(-65_536)).toString("latin1");
  if (names.includes("ppt/presentation")) return { problem: "is a presentation; save it as .pdf first" };
  return names.includes("xl/workbook") ? "workbook" : "docx";
}

/** The format of a file, or why it has none that is read. */
export function formatOf(bytes: Uint8Array, name: string): Format | { readonly problem: string } {
  const head = latin1(bytes, 4_096);
  if (/^[^]{0,1000}%PDF-\d/.test(head)) return "pdf";
  if (ZIP_MARKS.has(Buffer.from(bytes.subarray(0, 4)).toString("hex"))) return zipKind(bytes, name);
  const problem = foreign(bytes);
  if (problem) return { problem };
  const text = readable(head);
  const byName = EXTENSIONS[extensionOf(name)];
  if (HTML.test(text) || (byName === undefined && HTML_PART.test(text))) return "html";
  if (isMail(text)) return "email";
  if (/^\{\s*"/.test(text) && byName !== "text") return "lines";
  const needsForm = byName === "pdf" || byName === "docx" || byName === "zip" || byName === "workbook";
  if (needsForm) return { problem: `is named ${extensionOf(name)} but has not the form of one; it may be damaged` };
  return byName ?? "text";
}
