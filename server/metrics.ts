/** What the server counts and measures, for Prometheus. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Progress } from "./progress.ts";
import type { Store } from "./store/port.ts";

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What is counted elsewhere. */
export interface Followed {
  readonly progress: () => Progress;
  readonly subscribers: () => number;
  readonly cacheBytes: () => number;
}

/** Creates the measures of one server. */
export function createMetrics(store: Store) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const shown = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  const graph = new Gauge({
    name: "actant_graph",
    help: "What the store holds, and its version.",
    labelNames: ["of"],
    registers,
    async collect() {
      const counts = await store.statistics().catch(() => undefined);
      for (const [of, count] of Object.entries(counts ?? {})) this.set({ of }, count);
    },
  });
  return {
    registry,
    graph,
    requests: new Histogram({
      name: "actant_request_seconds",
      help: "Time from a request's headers to its answer's end, by route and status.",
      labelNames: ["route", "status"],
      buckets: SECONDS,
      registers,
    }),
    store: new Histogram({
      name: "actant_store_seconds",
      help: "Time of the store's answers, by what was asked of it.",
      labelNames: ["call"],
      buckets: SECONDS,
      registers,
    }),
    lookups: new Counter({
      name: "actant_cache_lookups_total",
      help: "Queries by GET that were looked for in memory, by outcome.",
      labelNames: ["outcome"],
      registers,
    }),
    refusals: new Counter({
      name: "actant_refusals_total",
      help: "Requests refused before they were answered, and GraphQL errors, by reason.",
      labelNames: ["reason"],
      registers,
    }),
    /** Shows what others count. */
    follow: ({ progress, subscribers, cacheBytes }: Followed) => {
      shown("actant_documents_pending", "Documents being read or waiting.", () => progress().pending);
      shown("actant_documents_read", "Documents read since the start.", () => progress().read);
      shown("actant_documents_refused", "Documents that could not be read since the start.", () => progress().refused);
      shown("actant_subscribers", "Clients that follow changes.", subscribers);
      shown("actant_cache_bytes", "Bytes of answers held in memory.", cacheBytes);
    },
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

/** The same store, with the time of each of its answers measured. */
export function measured(store: Store, { store: seconds }: Metrics): Store {
  const measure = (call: string, work: (...given: unknown[]) => unknown) => {
    const labelled = seconds.labels(call);
    return (...given: unknown[]): unknown => {
      const started = performance.now();
      const done = () => labelled.observe((performance.now() - started) / 1_000);
      const result = work(...given);
      if (!(result instanceof Promise)) return result;
      result.then(done, done);
      return result;
    };
  };
  const made = new Map<unknown, unknown>();
  return new Proxy(store, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver);
      if (typeof found !== "function") return found;
      if (!made.has(found)) made.set(found, measure(String(name), found.bind(target)));
      return made.get(found);
    },
  });
}
