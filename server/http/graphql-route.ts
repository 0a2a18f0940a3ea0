/** GraphQL over HTTP: what a request may be, and how its answer goes out. */
import type { GraphQLHandler } from "../graphql/server.ts";
import { MAX_BODY_BYTES, MAX_FILE_BODY_BYTES, readBody } from "./body.ts";
import { compress, encodingFor } from "./encoding.ts";
import { type Exchange, graphqlRefusal, type Reply, type Route } from "./reply.ts";

/** What a request brings besides its headers. */
interface Brought {
  readonly body?: string;
  /** Aborted when nobody waits for the answer. */
  readonly signal?: AbortSignal;
}

/** The request in the terms of fetch. Its own address does not matter to GraphQL, so it cannot mislead it either. */
export function toRequest({ request, search }: Exchange, brought: Brought = {}): Request {
  const { accept, "content-type": type } = request.headers;
  const headers = { ...(accept ? { Accept: accept } : {}), ...(type ? { "Content-Type": type } : {}) };
  return new Request(`http://actant/graphql${search && `?${search}`}`, {
    // The body of an answer to HEAD is left out where it is sent.
    method: request.method === "POST" ? "POST" : "GET",
    headers,
    ...brought,
  });
}

async function* chunksOf(stream: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  signal.addEventListener("abort", () => void reader.cancel().catch(() => {}));
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** The answer as GraphQL gave it: news piece by piece, everything else whole. */
export async function passOn(response: Response, signal: AbortSignal): Promise<Reply> {
  const { status, body } = response;
  const type = response.headers.get("content-type") ?? "application/json; charset=utf-8";
  const allow = response.headers.get("allow");
  const headers = { "Content-Type": type, "Cache-Control": "no-store", ...(allow ? { Allow: allow } : {}) };
  if (body && /event-stream|multipart/.test(type)) return { status, headers, body: chunksOf(body, signal) };
  return { status, headers, body: new Uint8Array(await response.arrayBuffer()) };
}

/** On this machine compressing costs more than sending. */
async function compressed({ isNear, request }: Exchange, reply: Reply): Promise<Reply> {
  const encoding = isNear ? undefined : encodingFor(request.headers["accept-encoding"]);
  const body = encoding && reply.body instanceof Uint8Array ? await compress(reply.body, encoding) : undefined;
  if (!encoding || !body) return reply;
  return { ...reply, headers: { ...reply.headers, "Content-Encoding": encoding, Vary: "Accept-Encoding" }, body };
}

/** Takes a POST's body in, so that nothing behind this door reads without a limit. */
async function post(exchange: Exchange, graphql: GraphQLHandler): Promise<Reply> {
  const type = exchange.request.headers["content-type"] ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type))
    return graphqlRefusal(415, "Send the query as JSON, with the header Content-Type: application/json.");
  const body = await readBody(exchange.request, exchange.mayWrite ? MAX_FILE_BODY_BYTES : MAX_BODY_BYTES);
  if (typeof body !== "string") return graphqlRefusal(body.status, body.message, { Connection: "close" });
  const { signal, ...context } = exchange;
  return compressed(exchange, await passOn(await graphql(toRequest(exchange, { body, signal }), context), signal));
}

/** The route of `/graphql`; `get` answers what is asked by GET. */
export const graphqlRoute =
  (graphql: GraphQLHandler, get: Route): Route =>
  (exchange) => {
    const { method } = exchange.request;
    if (method === "GET" || method === "HEAD") return get(exchange);
    if (method === "POST") return post(exchange, graphql);
    return graphqlRefusal(405, "Ask GraphQL by GET or POST.", { Allow: "GET, HEAD, POST" });
  };
