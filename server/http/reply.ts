/** Answers as routes give them: told whole or piece by piece, and written to the wire in one place. */
import type { IncomingMessage } from "node:http";

/** The headers of an answer, as they are written. */
export type Headers = Readonly<Record<string, string>>;

/** A request, and what is known of who asks. */
export interface Exchange {
  readonly request: IncomingMessage;
  /** The address as asked for, without what follows `?`. */
  readonly path: string;
  /** What follows `?`. */
  readonly search: string;
  readonly mayWrite: boolean;
  /** Whether the asker is on this machine. */
  readonly isNear: boolean;
  /** Told the codes of what is refused in a GraphQL answer. */
  readonly onResult: (codes: readonly string[]) => void;
  /** Aborted when the asker has gone or has its answer. */
  readonly signal: AbortSignal;
}

/** A body given piece by piece is taken only as fast as the asker reads. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | Uint8Array | AsyncIterable<string | Uint8Array> | null;
}

export type Route = (exchange: Exchange) => Reply | Promise<Reply>;

/** For people's eyes. */
export const plain = (status: number, message: string, headers: Headers = {}): Reply => ({
  status,
  headers: { "Content-Type": "text/plain; charset=utf-8", ...headers },
  body: `${message}\n`,
});

/** For programs' eyes. */
export const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
  body: `${JSON.stringify(value)}\n`,
});

/** A refusal in the form in which GraphQL clients expect errors. */
export const graphqlRefusal = (status: number, message: string, headers: Headers = {}): Reply => ({
  status,
  headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", ...headers },
  body: JSON.stringify({ errors: [{ message }] }),
});

/** The same route for requests that only read. */
export const readOnly =
  (route: Route): Route =>
  (exchange) =>
    exchange.request.method === "GET" || exchange.request.method === "HEAD"
      ? route(exchange)
      : plain(405, "This can only be read.", { Allow: "GET, HEAD" });
