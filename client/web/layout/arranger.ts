/** The canvas's way to the layout's thread. */
import type { LayoutRequest } from "./force.ts";
import type { Result, Task } from "./layout.worker.ts";

export interface Arranger {
  /** Asks for a layout; undefined where another was asked for before this one was done. */
  readonly arrange: (request: LayoutRequest) => Promise<Float64Array | undefined>;
  readonly stop: () => void;
}

/** Starts the thread. */
export function startArranger(): Arranger {
  const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (places: Float64Array | undefined) => void>();
  let latest = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Result>) => {
    waiting.get(data.task)?.(data.task === latest ? data.places : undefined);
    waiting.delete(data.task);
  });
  return {
    arrange: (request) =>
      new Promise((resolve) => {
        latest += 1;
        waiting.set(latest, resolve);
        worker.postMessage({ task: latest, request } satisfies Task, { transfer: [] });
      }),
    stop: () => worker.terminate(),
  };
}
