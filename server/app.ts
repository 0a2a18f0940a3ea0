/** The server as one handler of requests: what every request must pass first, and where every path leads. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import { type Access, judge } from "./http/guard.ts";
import { clientOf, Rates } from "./http/rates.ts";
import { type Exchange, graphqlRefusal, type Headers, plain, type Reply } from "./http/reply.ts";
import { SECURITY } from "./http/security.ts";
import { send } from "./http/send.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { createRoutes, type Routes } from "./routes.ts";
import type { Reading } from "./reading/reading.ts";
import type { Store } from "./store/port.ts";

export interface AppOptions {
  readonly store: Store;
  readonly config: Pick<Config, "host" | "token" | "readToken">;
  readonly reading: Reading;
  /** Where the built client stands. */
  readonly clientFolder: string;
  readonly version: string;
  readonly log: Logger;
}

export interface App {
  readonly handle: RequestListener;
  /** Told of connections that were refused before they became requests. */
  readonly onRefused: (reason: string) => void;
  /** Says that the server is ending: it is not ready any more, and who follows changes is let go. */
  readonly end: () => void;
}

const refuse = (path: string, status: number, message: string, headers: Headers = {}): Reply =>
  (path === "/graphql" ? graphqlRefusal : plain)(status, message, headers);

/** For a browser's user to be asked for the token, as a password. */
const ASK_FOR_TOKEN: Headers = { "WWW-Authenticate": 'Basic realm="Actant: any name, the token as password", Bearer' };

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const OPEN_TO_ALL: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

/** Tells a request's right to be answered, or its refusal. */
class Door {
  readonly #access: Access;
  readonly #rates = new Rates();
  readonly #metrics: Metrics;

  constructor(access: Access, metrics: Metrics) {
    this.#access = access;
    this.#metrics = metrics;
  }

  async pass(request: IncomingMessage, path: string): Promise<{ mayWrite: boolean; isNear: boolean } | Reply> {
    const isNear = LOOPBACK.test(request.socket.remoteAddress ?? "");
    const client = clientOf(request.socket.remoteAddress);
    const tooOften =
      (await this.#rates.request(client, isNear)) ??
      (request.headers.authorization === undefined ? undefined : await this.#rates.tokens(client));
    if (tooOften) return this.#refuse("rate", path, 429, tooOften.message, { "Retry-After": `${tooOften.seconds}` });
    const verdict = judge(request, this.#access);
    if (!("refused" in verdict)) return { mayWrite: verdict.mayWrite, isNear };
    if (verdict.triedToken) await this.#rates.wrongToken(client);
    if (verdict.status === 401 && !verdict.triedToken && OPEN_TO_ALL.has(path)) return { mayWrite: false, isNear };
    const reason = verdict.status === 401 ? "token" : "foreign";
    return this.#refuse(reason, path, verdict.status, verdict.refused, verdict.status === 401 ? ASK_FOR_TOKEN : {});
  }

  #refuse(reason: string, path: string, status: number, message: string, headers: Headers): Reply {
    this.#metrics.refusals.inc({ reason });
    return refuse(path, status, message, headers);
  }
}

function exchangeOf(
  request: IncomingMessage,
  response: ServerResponse,
  { metrics, ...right }: { mayWrite: boolean; isNear: boolean; metrics: Metrics },
): Exchange {
  const [path = "", ...search] = (request.url ?? "").split("?");
  let controller: AbortController | undefined;
  return {
    request,
    path,
    search: search.join("?"),
    ...right,
    onResult: (codes) => {
      for (const reason of codes) metrics.refusals.inc({ reason });
    },
    get signal() {
      if (!controller) {
        controller = new AbortController();
        const { signal } = controller;
        response.once("close", () => signal.aborted || controller!.abort());
      }
      return controller.signal;
    },
  };
}

/** Creates the handler of Node's HTTP server. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log } = options;
  const metrics = createMetrics(options.store);
  const door = new Door(config, metrics);
  const routes: Routes = await createRoutes({ ...options, metrics });

  const answer = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<Reply> => {
    const passed = await door.pass(request, path);
    if ("status" in passed) return passed;
    return routes.of(path).route(exchangeOf(request, response, { ...passed, metrics }));
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now();
    const path = (request.url ?? "").split("?", 1)[0]!;
    const id = randomUUID();
    const failed = (error: unknown) => log.error({ err: error, id }, "request failed");
    const reply = await answer(request, response, path).catch((error: unknown) => {
      failed(error);
      return refuse(path, 500, "Something went wrong in the server; its log tells more.");
    });
    const always = { ...SECURITY, "X-Request-Id": id };
    await send(response, reply, { always, withoutBody: request.method === "HEAD" }).catch(failed);
    const seconds = (performance.now() - started) / 1_000;
    metrics.requests.observe({ route: routes.of(path).name, status: reply.status }, seconds);
    const ms = Math.round(seconds * 1_000);
    log.info({ id, method: request.method, path: path.slice(0, 200), status: reply.status, ms }, "request");
  };

  return {
    handle: (request, response) => void serve(request, response),
    onRefused: (reason) => {
      metrics.refusals.inc({ reason });
      log.info({ reason }, "connection refused");
    },
    end: routes.end,
  };
}
