/** `/export/…`: the graph as files, streamed as fast as it is read and taken, never held in memory. */
import { createHash, randomUUID } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { GraphQLSchema } from "graphql";
import { type Export, EXPORTS } from "../exports/exports.ts";
import { isRefusal, readFilter, readFilterParameters } from "../graphql/filter-input.ts";
import { type RelationFilter, StoreError, type StoreReader } from "../store/port.ts";
import { readBody } from "./body.ts";
import { encodingFor } from "./encoding.ts";
import type { Freshness } from "./freshness.ts";
import { isHeld } from "./prepared.ts";
import { type Exchange, type Headers, plain, type Reply, type Route } from "./reply.ts";

export interface ExportOptions {
  readonly store: StoreReader;
  readonly schema: GraphQLSchema;
  readonly freshness: Freshness;
}

/** Fewer, larger pieces cost less than a piece a row. */
const PIECE = 128 * 1024;

async function* largePieces(small: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const part of small) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece) yield piece;
}

/** The same pieces, of which the first is read: what fails at once can still be told. */
async function begun(pieces: AsyncGenerator<string>): Promise<AsyncIterable<string>> {
  const first = await pieces.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* pieces;
  })();
}

/** Quick rather than small: it must keep up with the store. */
function gzipped(pieces: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  // An error reaches who reads the outcome.
  return pipeline(Readable.from(pieces), createGzip({ level: 3 }), () => {});
}

/** Two stores may count the same version, so that a tag holds for one run of the server. */
const RUN = randomUUID();

async function tagOf({ freshness }: ExportOptions, name: string, filter: RelationFilter): Promise<string> {
  const version = await freshness.now();
  const hash = createHash("sha256").update(JSON.stringify([RUN, version, name, filter]));
  return `W/"${version}-${hash.digest("base64url").slice(0, 22)}"`;
}

/** A body gives the filter where an address would be too long: `{"filter": {…}}`. */
async function filterOf(exchange: Exchange, schema: GraphQLSchema): Promise<RelationFilter | Reply> {
  const { request, search } = exchange;
  if (request.method !== "POST") return readFilterParameters(schema, search);
  if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? ""))
    return plain(415, "Send the filter as JSON, with the header Content-Type: application/json.");
  const body = await readBody(request);
  if (typeof body !== "string") return plain(body.status, body.message, { Connection: "close" });
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    return plain(400, "The body is not JSON.");
  }
  const { filter, ...others } = Object(given) as Record<string, unknown>;
  const [other] = Object.keys(others);
  if (other !== undefined)
    return plain(400, `${JSON.stringify(other.slice(0, 100))} is not known; give only "filter".`);
  return readFilter(schema, filter);
}

const isReply = (value: RelationFilter | Reply): value is Reply => "status" in value;

async function stream(
  exchange: Exchange,
  name: string,
  { type, write }: Export,
  options: ExportOptions,
): Promise<Reply> {
  const filter = await filterOf(exchange, options.schema);
  if (isReply(filter)) return filter;
  const etag = await tagOf(options, name, filter);
  const headers: Headers = {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name}"`,
    "Cache-Control": "private, no-cache",
    Vary: "Accept-Encoding, Authorization",
    ETag: etag,
  };
  const { headers: asked, method } = exchange.request;
  if (method === "GET" && isHeld(asked["if-none-match"], etag)) return { status: 304, headers, body: null };
  if (method === "HEAD") return { status: 200, headers, body: null };
  const pieces = await begun(largePieces(write({ store: options.store, filter })));
  if (!/\bgzip\b/.test(asked["accept-encoding"] ?? "") || encodingFor(asked["accept-encoding"]) === undefined)
    return { status: 200, headers, body: pieces };
  return { status: 200, headers: { ...headers, "Content-Encoding": "gzip" }, body: gzipped(pieces) };
}

const refused = (error: unknown): Reply => {
  if (isRefusal(error) || error instanceof StoreError) return plain(400, error.message);
  throw error;
};

/** The routes of all exports, by path. */
export const exportRoutes = (options: ExportOptions): Readonly<Record<string, Route>> =>
  Object.fromEntries(
    Object.entries(EXPORTS).map(([name, file]): [string, Route] => [
      `/export/${name}`,
      async (exchange) => {
        if (!["GET", "HEAD", "POST"].includes(exchange.request.method ?? ""))
          return plain(405, "This can only be read.", { Allow: "GET, HEAD, POST" });
        return stream(exchange, name, file, options).catch(refused);
      },
    ]),
  );
