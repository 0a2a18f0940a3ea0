/** The canvas's way to the layout's thread. */
import type { LayoutRequest } from "./force.ts";
import type { Result, Task, Work } from "./layout.worker.ts";
import type { Links } from "./measures.ts";

export interface Arranger {
  /** Asks for a layout; undefined where another was asked for before this one was done. */
  readonly arrange: (request: LayoutRequest) => Promise<Float64Array | undefined>;
  /** Asks for a number for each node. */
  readonly measure: (what: "betweenness" | "communities", graph: Links) => Promise<Float64Array>;
  readonly stop: () => void;
}

/** Starts the thread. */
export function startArranger(): Arranger {
  const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (found: Float64Array) => void>();
  let [last, latestLayout] = [0, 0];
  worker.addEventListener("message", ({ data }: MessageEvent<Result>) => {
    waiting.get(data.task)?.(data.found);
    waiting.delete(data.task);
  });
  const ask = (work: Work): Promise<Float64Array> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      worker.postMessage({ task: last, work } satisfies Task, { transfer: [] });
    });
  return {
    async arrange(request) {
      latestLayout += 1;
      const mine = latestLayout;
      const found = await ask({ do: "arrange", request });
      return mine === latestLayout ? found : undefined;
    },
    measure: (what, graph) => ask({ do: what, graph }),
    stop: () => worker.terminate(),
  };
}
