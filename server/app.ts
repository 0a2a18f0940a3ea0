/** The server as one handler of requests: where every path leads, and what every request must pass first. */
import { randomUUID } from "node:crypto";
import { createServerAdapter } from "@whatwg-node/server";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import { createGraphQL } from "./graphql/server.ts";
import type { Read } from "./graphql/context.ts";
import { readBody } from "./http/body.ts";
import { exportDocuments } from "./http/export.ts";
import { judge } from "./http/guard.ts";
import { health } from "./http/health.ts";
import { graphqlRefusal, plain, secure } from "./http/responses.ts";
import { createStatic } from "./http/static.ts";
import type { Store } from "./store/port.ts";

export interface AppOptions {
  readonly store: Store;
  readonly config: Pick<Config, "host" | "token">;
  readonly read: Read;
  /** Where the built client stands. */
  readonly clientFolder: string;
  readonly version: string;
  readonly log: Logger;
}

/** What a route knows of a request besides the request itself. */
interface Surroundings {
  readonly mayWrite: boolean;
  /** Ends the connection though the answer is not whole; absent where there is none of Node's. */
  readonly hangUp: (() => void) | undefined;
}

type Route = (request: Request, surroundings: Surroundings) => Response | Promise<Response>;

/** Takes a POST's body in, so that nothing behind this door reads without a limit. */
async function graphqlRequest(request: Request): Promise<Request | Response> {
  if (request.method !== "POST") return request;
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type))
    return graphqlRefusal(415, "Send the query as JSON, with the header Content-Type: application/json.");
  const body = await readBody(request);
  if (typeof body !== "string") return graphqlRefusal(body.status, body.message, { Connection: "close" });
  return new Request(request.url, { method: "POST", headers: request.headers, body });
}

const readOnly =
  (route: Route): Route =>
  (request, surroundings) =>
    request.method === "GET" || request.method === "HEAD"
      ? route(request, surroundings)
      : plain(405, "This can only be read.", { Allow: "GET, HEAD" });

async function createRoutes({ store, read, clientFolder, version, log }: AppOptions): Promise<(path: string) => Route> {
  const onError = (error: unknown) => log.error({ err: error }, "failure");
  const graphql = createGraphQL({ store, read, onError });
  const files = await createStatic(clientFolder);
  const routes = new Map<string, Route>([
    ["/healthz", readOnly(() => health(store, version))],
    ["/export/documents.jsonl", readOnly((_, { hangUp }) => exportDocuments(store, { onError, hangUp }))],
    [
      "/graphql",
      async (request, { mayWrite }) => {
        const checked = await graphqlRequest(request);
        return checked instanceof Response ? checked : graphql(checked, { mayWrite });
      },
    ],
  ]);
  return (path) => routes.get(path) ?? ((request) => files(request, path));
}

/** Node's answer, where a request came through Node's server. */
interface NodeContext {
  readonly res?: { readonly destroy: () => void };
}

/** Creates the handler; it serves requests of `fetch` and of Node's HTTP server alike. */
export async function createApp(options: AppOptions) {
  const { config, log } = options;
  const routes = await createRoutes(options);
  const answer = async (request: Request, path: string, hangUp: Surroundings["hangUp"]): Promise<Response> => {
    const verdict = judge(request, config);
    if ("refused" in verdict) return (path === "/graphql" ? graphqlRefusal : plain)(403, verdict.refused);
    return routes(path)(request, { mayWrite: verdict.mayWrite, hangUp });
  };
  return createServerAdapter<NodeContext>(async (request, { res }) => {
    const started = performance.now();
    const { pathname } = new URL(request.url);
    const id = randomUUID();
    const response = await answer(request, pathname, res && (() => res.destroy())).catch((error: unknown) => {
      log.error({ err: error, id }, "request failed");
      return plain(500, "Something went wrong in the server; its log tells more.");
    });
    response.headers.set("X-Request-Id", id);
    const ms = Math.round(performance.now() - started);
    log.info({ id, method: request.method, path: pathname.slice(0, 200), status: response.status, ms }, "request");
    return secure(response, pathname);
  });
}
