/** Answers out of prepared bytes: 304 to who has them already, else in the compression that the asker takes. */
import { encodingFor, type Prepared } from "./encoding.ts";
import type { Exchange, Headers, Reply } from "./reply.ts";

const opaque = (tag: string) => tag.trim().replace(/^W\//, "");

/** Whether an `If-None-Match` header names a tag. */
export function isHeld(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header === "*") return true;
  const wanted = opaque(etag);
  return header.split(",").some((tag) => opaque(tag) === wanted);
}

/** Answers with prepared bytes; `asTheyAre` where compressing would gain nothing. */
export async function answerPrepared(
  exchange: Exchange,
  prepared: Prepared,
  headers: Headers,
  asTheyAre = false,
): Promise<Reply> {
  const { etag } = prepared;
  const request = exchange.request.headers;
  if (isHeld(request["if-none-match"], etag)) return { status: 304, headers: { ...headers, ETag: etag }, body: null };
  const encoding = asTheyAre ? undefined : encodingFor(request["accept-encoding"]);
  const compressed = encoding && prepared.encoded(encoding);
  if (!compressed) return { status: 200, headers: { ...headers, ETag: etag }, body: prepared.bytes };
  const body = await compressed;
  return { status: 200, headers: { ...headers, ETag: etag, "Content-Encoding": encoding }, body };
}
