/** Everything that a file holds, whatever is packed in what: texts, documents, and what cannot be read. */
import { parseDocument } from "../../schema/interchange.ts";
import {
  type File,
  FormatError,
  MAX_FILE_BYTES,
  type Opened,
  type OpenedDocument,
  type OpenedText,
  provenanceOf,
} from "../formats/file.ts";
import { type Format, formatOf } from "../formats/format.ts";
import { Allowance, ARCHIVE_LIMITS, membersOf } from "../formats/zip.ts";
import { checkText, decodeText, TextError } from "../text.ts";
import { linesOf, MAX_LINE_BYTES } from "./lines.ts";

/** Something to read, or a reason why it cannot be; `where` is for messages. */
export type Part = { readonly where: string } & (OpenedText | OpenedDocument | { readonly problem: string });

/** Opens a file of one of the formats whose parsing is heavy. */
export type Open = (file: File) => Promise<readonly Opened[]>;

/** A file that is to be opened, and how deep inside others it stands. */
export interface Packed {
  readonly where: string;
  readonly file: File;
  /** Its share of the bytes that are to be loaded. */
  readonly bytes: number;
  readonly depth: number;
  readonly allowance: Allowance;
}

const decodeLine = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** The document in one line of the interchange format. */
function fromLine(where: string, bytes: Buffer | undefined): Part {
  if (!bytes) return { where, problem: `is longer than ${MAX_LINE_BYTES} bytes` };
  try {
    return { where, document: parseDocument(decodeLine(bytes)), notes: [] };
  } catch (error) {
    return { where, problem: (error as Error).message };
  }
}

/** Documents, one a line, each with the bytes that it takes; blank lines are passed over. */
export async function* fromLines(
  where: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Part & { readonly bytes: number }> {
  for await (const { number, bytes } of linesOf(chunks)) {
    const isBlank = bytes && !bytes.some((byte) => byte > 32);
    if (!isBlank) yield { ...fromLine(`${where}:${number}`, bytes), bytes: (bytes?.length ?? 0) + 1 };
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function fromText(file: File, where: string): Part {
  const { text, notes } = decodeText(file.bytes, file.encoding);
  return { where, text: { source: file.name, text, given: provenanceOf(file, {}) }, notes };
}

async function* fromZip({
  where,
  file,
  depth,
  allowance,
}: Packed): AsyncGenerator<Packed | (Part & { bytes: number })> {
  for await (const member of membersOf(file.bytes, allowance)) {
    const place = { where: `${where}/${member.name}`, bytes: member.packed };
    if ("problem" in member) yield { ...place, problem: member.problem };
    else {
      const inside = { name: member.name, bytes: member.bytes, given: file.given };
      yield { ...place, file: inside, depth: depth + 1, allowance };
    }
  }
}

async function* fromOpened(packed: Packed, open: Open): AsyncGenerator<Part> {
  const { file, allowance, depth } = packed;
  for (const opened of await open(file)) {
    const where = packed.where + opened.where;
    if ("file" in opened) {
      allowance.take(opened.file.bytes.length);
      yield* unpack({ where, file: opened.file, bytes: 0, depth: depth + 1, allowance }, open);
    } else if ("text" in opened) {
      yield { ...opened, where, text: { ...opened.text, text: checkText(opened.text.text) } };
    } else yield { ...opened, where };
  }
}

function formatFor({ file, depth }: Packed): Format {
  const size = file.bytes.length;
  if (size === 0) throw new TextError("is empty");
  if (depth > ARCHIVE_LIMITS.depth)
    throw new FormatError(`is packed in more than ${ARCHIVE_LIMITS.depth} files within each other; unpack it first`);
  const format = formatOf(file.bytes, file.name);
  if (typeof format === "object") throw new FormatError(format.problem);
  if (size > MAX_FILE_BYTES && format !== "zip")
    throw new TextError(`has ${size} bytes; one file may have ${MAX_FILE_BYTES}, so split it`);
  return format;
}

async function* parts(packed: Packed, open: Open): AsyncGenerator<Part> {
  const { where, file } = packed;
  const format = formatFor(packed);
  if (format === "text") yield fromText(file, where);
  else if (format === "lines") yield* fromLines(where, once(file.bytes));
  else if (format !== "zip") yield* fromOpened(packed, open);
  else for await (const member of fromZip(packed)) yield* "file" in member ? unpack(member, open) : [member];
}

/** Ends what goes through a file with what is wrong with the file, told in its place. */
async function* told<Item>(where: string, items: AsyncIterable<Item>) {
  try {
    yield* items;
  } catch (error) {
    if (!(error instanceof TextError || error instanceof FormatError)) throw error;
    yield { where, bytes: 0, problem: error.message };
  }
}

/** A file as it was brought, in no other. */
export const packed = (where: string, file: File): Packed => ({
  where,
  file,
  bytes: file.bytes.length,
  depth: 0,
  allowance: new Allowance(file.bytes.length),
});

/** The members of an archive one by one, so that they can be opened side by side; any other file as it is. */
export async function* members(file: Packed): AsyncGenerator<Packed | (Part & { readonly bytes: number })> {
  const isZip = formatOf(file.file.bytes, file.file.name) === "zip";
  if (isZip) yield* told(file.where, fromZip(file));
  else yield file;
}

/** Everything that a file holds. What cannot be read is told in its place, and the rest goes on. */
export const unpack = (file: Packed, open: Open): AsyncGenerator<Part> => told(file.where, parts(file, open));
