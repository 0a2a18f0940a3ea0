/** What is to be loaded, one by one: texts to be read, documents that were read before, and what is neither. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { parseDocument } from "../../schema/interchange.ts";
import type { ReadDocument, SourceText } from "../../schema/model.ts";
import { decodeText, MAX_TEXT_BYTES } from "../text.ts";
import { type Found, reasonOf, STANDARD_INPUT } from "./files.ts";
import { linesOf, MAX_LINE_BYTES } from "./lines.ts";

/** `where` is for messages; `bytes` is its share of all that is to be loaded. */
interface Place {
  readonly where: string;
  readonly bytes: number;
}

export type Loadable = Place & ({ readonly text: SourceText } | { readonly document: ReadDocument });
export type Source = Loadable | (Place & { readonly problem: string });

const ENOUGH_TO_TELL = 64;

type Chunks = AsyncIterable<Uint8Array>;

function attempt(where: string, bytes: number, read: () => { text: SourceText } | { document: ReadDocument }): Source {
  try {
    return { where, bytes, ...read() };
  } catch (error) {
    return { where, bytes, problem: (error as Error).message };
  }
}

const decodeLine = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

function fromLine(where: string, bytes: Buffer | undefined): Source {
  if (!bytes) return { where, bytes: 0, problem: `is longer than ${MAX_LINE_BYTES} bytes` };
  return attempt(where, bytes.length + 1, () => ({ document: parseDocument(decodeLine(bytes)) }));
}

/** Documents, one a line; blank lines are passed over. */
async function* fromJsonLines(name: string, chunks: Chunks): AsyncGenerator<Source> {
  for await (const { number, bytes } of linesOf(chunks))
    if (!bytes || bytes.some((byte) => byte > 32)) yield fromLine(`${name}:${number}`, bytes);
}

async function gather(chunks: Chunks): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of chunks) {
    parts.push(part);
    size += part.length;
    if (size > MAX_TEXT_BYTES) break;
  }
  return Buffer.concat(parts);
}

async function* after(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** The first bytes of a stream, enough to tell what it is, and all of it. */
async function peek(input: Chunks): Promise<{ head: Uint8Array; chunks: Chunks }> {
  const rest = input[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < ENOUGH_TO_TELL) {
    const next = await rest.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, chunks: after(head, rest) };
}

/** Standard input is JSON Lines if it begins as an object does, and one text otherwise. */
async function* fromStandardInput(input: Chunks): AsyncGenerator<Source> {
  const where = "standard input";
  const { head, chunks } = await peek(input);
  if (/^\s*\{\s*"/.test(Buffer.from(head).toString())) return yield* fromJsonLines(where, chunks);
  const bytes = await gather(chunks);
  yield attempt(where, bytes.length, () => ({ text: { source: where, text: decodeText(bytes) } }));
}

async function fromTextFile(path: string, size: number): Promise<Source> {
  if (size > MAX_TEXT_BYTES)
    return { where: path, bytes: size, problem: `has ${size} bytes; one document may have ${MAX_TEXT_BYTES}` };
  const bytes = await readFile(path);
  return attempt(path, size, () => ({ text: { source: basename(path), text: decodeText(bytes) } }));
}

async function* fromFile(found: Found, input: Chunks): AsyncGenerator<Source> {
  if ("problem" in found) yield { where: found.path, bytes: 0, problem: found.problem };
  else if (found.path === STANDARD_INPUT) yield* fromStandardInput(input);
  else if (extname(found.path).toLowerCase() === ".jsonl")
    yield* fromJsonLines(found.path, createReadStream(found.path, { highWaterMark: 1 << 18 }));
  else yield await fromTextFile(found.path, found.bytes);
}

/** Everything that the files hold, in their order; what cannot be read is told and the rest goes on. */
export async function* sourcesOf(files: readonly Found[], input: Chunks): AsyncGenerator<Source> {
  for (const found of files) {
    try {
      yield* fromFile(found, input);
    } catch (error) {
      yield { where: found.path, bytes: 0, problem: reasonOf(error) };
    }
  }
}
