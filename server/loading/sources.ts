/** What is to be loaded, one by one: files to be opened, documents that were read before, and what is neither. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Provenance } from "../../schema/model.ts";
import { type File, MAX_FILE_BYTES, type OpenedDocument, type OpenedText } from "../formats/file.ts";
import { extensionOf } from "../formats/format.ts";
import { type Found, reasonOf, STANDARD_INPUT } from "./files.ts";
import { fromLines } from "./unpack.ts";

/** `where` is for messages; `bytes` is its share of all that is to be loaded. */
interface Place {
  readonly where: string;
  readonly bytes: number;
}

export type Source = Place & ({ readonly file: File } | OpenedText | OpenedDocument | { readonly problem: string });

/** Where sources come from besides the disk, and what is said of all of them. */
export interface Bringing {
  readonly input: AsyncIterable<Uint8Array>;
  readonly given: Partial<Provenance>;
  /** Fetches one page or file by its address. */
  readonly fetch: (address: string) => Promise<File>;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** For files alone: no standard input, no network, nothing given. */
export const NOTHING_BUT_FILES: Bringing = {
  input: nothing(),
  given: {},
  fetch: () => Promise.reject(new Error("is not fetched here")),
};

type Chunks = AsyncIterable<Uint8Array>;

const ENOUGH_TO_TELL = 64;

async function gather(chunks: Chunks): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of chunks) {
    parts.push(part);
    size += part.length;
    if (size > MAX_FILE_BYTES) break;
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

/** Standard input is JSON Lines of any length if it begins as an object does, and one file otherwise. */
async function* fromStandardInput({ input, given }: Bringing): AsyncGenerator<Source> {
  const where = "standard input";
  const { head, chunks } = await peek(input);
  if (/^\s*\{\s*"/.test(Buffer.from(head).toString())) return yield* fromLines(where, chunks);
  const bytes = await gather(chunks);
  yield { where, bytes: bytes.length, file: { name: where, bytes, given } };
}

async function fromDisk(path: string, size: number, given: Partial<Provenance>): Promise<Source> {
  if (size > MAX_FILE_BYTES)
    return { where: path, bytes: size, problem: `has ${size} bytes; one file may have ${MAX_FILE_BYTES}, so split it` };
  return { where: path, bytes: size, file: { name: basename(path), bytes: await readFile(path), given } };
}

async function fromNetwork(address: string, { fetch, given }: Bringing): Promise<Source> {
  const file = await fetch(address);
  return { where: address, bytes: 0, file: { ...file, given: { ...file.given, ...given } } };
}

/** Lines are read as a stream: a backup of a whole store may be larger than memory. */
async function* fromFound(found: Found, bringing: Bringing): AsyncGenerator<Source> {
  if ("problem" in found) yield { where: found.path, bytes: 0, problem: found.problem };
  else if ("address" in found) yield await fromNetwork(found.address, bringing);
  else if (found.path === STANDARD_INPUT) yield* fromStandardInput(bringing);
  else if (/^\.(jsonl|ndjson)$/.test(extensionOf(found.path)))
    yield* fromLines(found.path, createReadStream(found.path, { highWaterMark: 1 << 18 }));
  else yield await fromDisk(found.path, found.bytes, bringing.given);
}

const nameOf = (found: Found): string => ("address" in found ? found.address : found.path);

/** Everything that is to be loaded, in order; what cannot be had is told and the rest goes on. */
export async function* sourcesOf(files: readonly Found[], bringing: Bringing): AsyncGenerator<Source> {
  for (const found of files) {
    try {
      yield* fromFound(found, bringing);
    } catch (error) {
      yield { where: nameOf(found), bytes: 0, problem: reasonOf(error) };
    }
  }
}
