/** Members of archives, one by one, within limits that a bomb meets long before memory does. */
import { promisify } from "node:util";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import iconv from "iconv-lite";
import { FormatError, MAX_FILE_BYTES } from "./file.ts";

/** What one archive may hold, with all archives inside it. */
export const ARCHIVE_LIMITS = {
  members: 10_000,
  bytes: 1_000_000_000,
  /** Text seldom shrinks to less than a twentieth. */
  ratio: 100,
  /** Archives and mails within each other. */
  depth: 3,
} as const;

/** So much is no bomb, however small it was packed. */
const HARMLESS_BYTES = 1_000_000;

/** What an archive has given so far, counted over everything inside it. */
export class Allowance {
  readonly #packed: number;
  #members = 0;
  #bytes = 0;

  constructor(packed: number) {
    this.#packed = packed;
  }

  /** Throws a FormatError where a further member of so many bytes is too much. */
  take(bytes: number): void {
    this.#members += 1;
    this.#bytes += bytes;
    if (this.#members > ARCHIVE_LIMITS.members)
      throw new FormatError(`holds more than ${ARCHIVE_LIMITS.members} files; unpack it and load the folder`);
    if (this.#bytes > ARCHIVE_LIMITS.bytes)
      throw new FormatError(`unpacks to more than ${ARCHIVE_LIMITS.bytes} bytes; unpack it and load the folder`);
    if (this.#bytes > HARMLESS_BYTES && this.#bytes > this.#packed * ARCHIVE_LIMITS.ratio)
      throw new FormatError(`unpacks to more than ${ARCHIVE_LIMITS.ratio} times its size, as only an attack does`);
  }
}

/** One file of an archive, or why it cannot be had. */
export type Member = { readonly name: string; readonly packed: number } & (
  | { readonly bytes: Uint8Array }
  | { readonly problem: string }
);

const MESSAGE = "is damaged or is no zip archive";

async function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Names stay bytes: the library gives up the whole archive for one that would lead out of a folder.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  try {
    return await promisify<Buffer, typeof options, ZipFile>(fromBuffer)(buffer, options);
  } catch (error) {
    throw new FormatError(`${MESSAGE} (${(error as Error).message})`, { cause: error });
  }
}

/** The next entry, or undefined after the last. */
function nextOf(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      zip.removeAllListeners();
      then();
    };
    zip.once("entry", (entry: Entry) => settle(() => resolve(entry)));
    zip.once("end", () => settle(() => resolve(undefined)));
    zip.once("error", (error: Error) =>
      settle(() => reject(new FormatError(`${MESSAGE} (${error.message})`, { cause: error }))),
    );
    zip.readEntry();
  });
}

/** Never more bytes than the entry says; yauzl ends the stream with an error where there are. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))(entry);
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** What stands between a name and a screen: controls, absolute paths and steps upward. */
const harmless = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .split(/[\\/]+/)
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/")
    .slice(0, 500);

/** UTF-8 where it is that, and otherwise what archives were written in before. */
function nameOf({ fileName }: Entry): string {
  const bytes = fileName as unknown as Buffer;
  const text = bytes.toString();
  return text.includes("\uFFFD") ? iconv.decode(bytes, "cp437") : text;
}

async function memberOf(zip: ZipFile, entry: Entry): Promise<Member> {
  const about = { name: harmless(nameOf(entry)) || "a file without a name", packed: entry.compressedSize };
  if (entry.isEncrypted()) return { ...about, problem: "is encrypted; unpack it with its password first" };
  if (entry.uncompressedSize > MAX_FILE_BYTES)
    return { ...about, problem: `has ${entry.uncompressedSize} bytes; one file may have ${MAX_FILE_BYTES}` };
  try {
    return { ...about, bytes: await contentOf(zip, entry) };
  } catch (error) {
    return { ...about, problem: `cannot be unpacked (${(error as Error).message})` };
  }
}

/** What systems leave in archives beside people's files. */
const isClutter = (name: string) => /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** Every file of an archive. Throws a FormatError where it is none, or holds too much. */
export async function* membersOf(bytes: Uint8Array, allowance: Allowance): AsyncGenerator<Member> {
  const zip = await open(bytes);
  try {
    for (let entry = await nextOf(zip); entry; entry = await nextOf(zip)) {
      const name = nameOf(entry);
      if (name.endsWith("/") || isClutter(harmless(name))) continue;
      allowance.take(entry.uncompressedSize);
      yield await memberOf(zip, entry);
    }
  } finally {
    zip.close();
  }
}

/** Throws a FormatError unless every member of a document made of zip is what it says and all of them are bearable. */
export async function checkPackage(bytes: Uint8Array): Promise<void> {
  for await (const member of membersOf(bytes, new Allowance(bytes.length)))
    if ("problem" in member) throw new FormatError(`${member.name} in it ${member.problem}`);
}
