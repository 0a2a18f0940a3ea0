/** Fetches one page or file: from public addresses only, within limits of size and time. */
import { lookup as resolveAll } from "node:dns";
import { request as requestPlain, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestSecure } from "node:https";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import ipaddr from "ipaddr.js";
import { type File, MAX_FILE_BYTES } from "../formats/file.ts";
import { EXTENSIONS, extensionOf } from "../formats/format.ts";

/** Why an address gives nothing to read. */
export class FetchError extends Error {
  override readonly name = "FetchError";
}

export interface FetchOptions {
  /** Whether addresses of this machine and its networks may be asked. */
  readonly allowPrivate: boolean;
  readonly seconds?: number;
}

const MOST_REDIRECTS = 5;
const SECONDS = 60;
const USER_AGENT = "Actant (document reader)";

/** Types of content that are read, with the ending that stands for them. */
const TYPES: Readonly<Record<string, string>> = {
  "text/html": ".html",
  "application/xhtml+xml": ".html",
  "text/plain": ".txt",
  "text/markdown": ".md",
  "text/csv": ".csv",
  "application/csv": ".csv",
  "text/tab-separated-values": ".tsv",
  "application/pdf": ".pdf",
  "message/rfc822": ".eml",
  "application/zip": ".zip",
  "application/x-ndjson": ".jsonl",
  "application/jsonl": ".jsonl",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
};
const UNTOLD: ReadonlySet<string> = new Set(["", "application/octet-stream", "binary/octet-stream"]);

/** Whether an address belongs to the public Internet, also where it is an IPv4 address inside an IPv6 one. */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";

const privateMessage = (host: string) =>
  `leads to ${host}, which is on this machine or a private network; give --allow-private if that is meant`;

/** Resolves names for the connection itself, so that what was checked is what is asked. */
const publicLookup: NonNullable<RequestOptions["lookup"]> = (host, options, callback) => {
  resolveAll(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const foreign = addresses.find(({ address }) => !isPublic(address));
    if (foreign || addresses.length === 0) return callback(new FetchError(privateMessage(host)), "", 0);
    if (options.all) return callback(null, addresses);
    return callback(null, addresses[0]!.address, addresses[0]!.family);
  });
};

function checkAddress(url: URL, allowPrivate: boolean): void {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new FetchError(`leads to ${url.protocol}//, which is not fetched`);
  if (url.username || url.password) throw new FetchError("has a user's name in it, which is not sent");
  const host = url.hostname.replaceAll(/[[\]]/g, "");
  // Names are checked when they are resolved; an address by itself never is.
  if (!allowPrivate && ipaddr.isValid(host) && !isPublic(host)) throw new FetchError(privateMessage(host));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "cannot be found; check the name, and that this machine is on the network",
  EAI_AGAIN: "cannot be found now; check that this machine is on the network",
  ECONNREFUSED: "refuses connections",
  ECONNRESET: "broke the connection off",
  ABORT_ERR: "did not answer in time",
};

function told(error: Error & { readonly code?: string }): FetchError {
  if (error instanceof FetchError) return error;
  return new FetchError(REASONS[error.code ?? ""] ?? `could not be fetched: ${error.message}`, { cause: error });
}

function ask(url: URL, allowPrivate: boolean, signal: AbortSignal): Promise<IncomingMessage> {
  checkAddress(url, allowPrivate);
  const headers = {
    "User-Agent": USER_AGENT,
    Accept: "text/html, application/pdf, text/plain, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate, br",
  };
  const options = { signal, headers, ...(allowPrivate ? {} : { lookup: publicLookup }) };
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    request(url, options, resolve)
      .on("error", (error) => reject(told(error)))
      .end();
  });
}

function unpacked(response: IncomingMessage): NodeJS.ReadableStream {
  const encoding = response.headers["content-encoding"]?.toLowerCase();
  const unpack = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const make = unpack[encoding as keyof typeof unpack];
  if (!make) return response;
  const stream = make();
  response.on("error", (error) => stream.destroy(error));
  return response.pipe(stream);
}

async function bodyOf(response: IncomingMessage): Promise<Uint8Array> {
  const tooLarge = () => new FetchError(`has more than ${MAX_FILE_BYTES} bytes`);
  if (Number(response.headers["content-length"] ?? 0) > MAX_FILE_BYTES) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of unpacked(response)) {
    size += (part as Buffer).length;
    if (size > MAX_FILE_BYTES) throw tooLarge();
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

function fileOf(url: URL, response: IncomingMessage, bytes: Uint8Array): File {
  const [type = "", ...parameters] = (response.headers["content-type"] ?? "").split(";").map((part) => part.trim());
  const ending = TYPES[type.toLowerCase()];
  if (ending === undefined && !UNTOLD.has(type.toLowerCase())) throw new FetchError(`is ${type}, which is not read`);
  const last =
    decodeURIComponent(
      url.pathname
        .split("/")
        .at(-1)
        ?.replaceAll(/%(?![0-9a-f]{2})/gi, "%25") ?? "",
    ) || url.hostname;
  const keeps = ending === undefined || EXTENSIONS[extensionOf(last)] === EXTENSIONS[ending];
  const charset = parameters.map((part) => /^charset="?([\w-]+)/i.exec(part)?.[1]).find(Boolean);
  const name = keeps ? last : `${last}${ending}`;
  return { name, bytes, otherwise: { url: url.href }, ...(charset ? { encoding: charset } : {}) };
}

/** Fetches what an address leads to, redirects followed and each of them checked. Throws a FetchError for people. */
export async function fetchFile(address: string, { allowPrivate, seconds = SECONDS }: FetchOptions): Promise<File> {
  if (!URL.canParse(address)) throw new FetchError("is no address");
  let url = new URL(address);
  const signal = AbortSignal.timeout(seconds * 1_000);
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const response = await ask(url, allowPrivate, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode >= 200 && statusCode < 300) return fileOf(url, response, await bodyOf(response));
      response.destroy();
      if (statusCode < 300 || statusCode >= 400 || !headers.location)
        throw new FetchError(`answered with status ${statusCode}`);
      if (!URL.canParse(headers.location, url)) throw new FetchError("leads to an address that is none");
      url = new URL(headers.location, url);
    }
  } catch (error) {
    throw told(error as Error);
  }
  throw new FetchError(`leads on more than ${MOST_REDIRECTS} times`);
}
