/** Where every path leads. */
import type { AppOptions } from "./app.ts";
import { createSchema } from "./graphql/schema.ts";
import { createGraphQL } from "./graphql/server.ts";
import { AnswerCache } from "./http/answer-cache.ts";
import { exportRoutes } from "./http/export.ts";
import { Freshness } from "./http/freshness.ts";
import { graphqlRoute } from "./http/graphql-route.ts";
import { alive, ready } from "./http/health.ts";
import { createHeldAnswers } from "./http/held-answers.ts";
import { readOnly, type Route } from "./http/reply.ts";
import { createStatic } from "./http/static.ts";
import { measured, type Metrics } from "./metrics.ts";
import { News } from "./news.ts";
import { counted } from "./progress.ts";

/** A route by the name under which it is measured. */
export interface NamedRoute {
  readonly name: string;
  readonly route: Route;
}

export interface Routes {
  readonly of: (path: string) => NamedRoute;
  readonly end: () => void;
}

/** The memory for answers that are held. */
const CACHE_BYTES = 64 * 1024 * 1024;

async function showMetrics({ registry }: Metrics) {
  const headers = { "Content-Type": registry.contentType, "Cache-Control": "no-store" };
  return { status: 200, headers, body: await registry.metrics() };
}

/** Creates the routes of one server. */
export async function createRoutes(options: AppOptions & { readonly metrics: Metrics }): Promise<Routes> {
  const { clientFolder, version, log, metrics } = options;
  const onError = (error: unknown) => log.error({ err: error }, "failure");
  const store = measured(options.store, metrics);
  const { reading, progress } = counted(options.reading);
  const freshness = new Freshness(store);
  const look = async () => {
    const { version, layoutVersion } = await freshness.versions();
    return { version, layoutVersion, ...progress() };
  };
  const news = new News(look, onError);
  const cache = new AnswerCache(CACHE_BYTES);
  metrics.follow({ progress, subscribers: () => news.followers, cacheBytes: () => cache.bytes });
  const graphql = createGraphQL({ store, reading, changes: () => news.follow(), onError });
  const onLookup = (outcome: "hit" | "miss") => metrics.lookups.inc({ outcome });
  const held = createHeldAnswers({ graphql, cache, freshness, onLookup });
  let isEnding = false;
  const known: Readonly<Record<string, Route>> = {
    "/healthz": readOnly(() => alive(version)),
    "/readyz": readOnly(() => ready(store, version, isEnding)),
    "/metrics": readOnly(() => showMetrics(metrics)),
    ...exportRoutes({ store, schema: createSchema(), freshness }),
    "/graphql": graphqlRoute(graphql, held),
  };
  const routes = new Map(Object.entries(known).map(([name, route]) => [name, { name, route }]));
  const files = { name: "files", route: await createStatic(clientFolder) };
  const end = () => {
    isEnding = true;
    news.close();
  };
  return { of: (path) => routes.get(path) ?? files, end };
}
