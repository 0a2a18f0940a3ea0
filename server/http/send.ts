/** Writes answers to the wire. */
import { once } from "node:events";
import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Headers, Reply } from "./reply.ts";

/** How long the asker may take for a whole answer that is held in memory meanwhile. */
const PATIENCE_MS = 120_000;

/** Piece by piece, each when the asker has taken what came before. Throws where the source fails. */
async function stream(response: ServerResponse, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  for await (const piece of pieces) {
    if (response.destroyed) return;
    if (!response.write(piece)) await once(response, "drain", { signal: gone.signal }).catch(() => {});
  }
  response.end();
}

function whole(response: ServerResponse, body: string | Uint8Array | null): void {
  const timer = setTimeout(() => response.destroy(), PATIENCE_MS).unref();
  response.once("close", () => clearTimeout(timer));
  response.end(body ?? undefined);
}

const lengthOf = (body: Reply["body"]) =>
  typeof body === "string" ? Buffer.byteLength(body) : body instanceof Uint8Array ? body.length : undefined;

/** Sends an answer. Settles when the last of it is handed over; a source that fails ends the connection before its time. */
export async function send(
  response: ServerResponse,
  { status, headers, body }: Reply,
  { always, withoutBody }: { readonly always: Headers; readonly withoutBody: boolean },
): Promise<void> {
  if (response.destroyed) return;
  const length = status === 304 ? undefined : lengthOf(body);
  const sent: OutgoingHttpHeaders = { ...always, ...headers };
  if (length !== undefined) sent["Content-Length"] = length;
  response.writeHead(status, sent);
  if (withoutBody || status === 304) return whole(response, null);
  if (body === null || typeof body === "string" || body instanceof Uint8Array) return whole(response, body);
  try {
    await stream(response, body);
  } catch (error) {
    // A part must not be taken for the whole.
    response.destroy();
    throw error;
  }
}
