/** Layout and measures on a thread of their own, so that the canvas never waits for them. */
import { arrange, type LayoutRequest } from "./force.ts";
import type { Links } from "./measures.ts";

export type Work =
  | { readonly do: "arrange"; readonly request: LayoutRequest }
  | { readonly do: "betweenness" | "communities"; readonly graph: Links };

export interface Task {
  readonly task: number;
  readonly work: Work;
}

export interface Result {
  readonly task: number;
  readonly found: Float64Array;
}

async function answer(work: Work): Promise<Float64Array> {
  if (work.do === "arrange") return arrange(work.request);
  const { betweennessOf, communitiesOf } = await import("./measures.ts");
  return work.do === "betweenness" ? betweennessOf(work.graph) : communitiesOf(work.graph);
}

self.addEventListener("message", ({ data: { task, work } }: MessageEvent<Task>) => {
  void answer(work).then((found) => {
    self.postMessage({ task, found } satisfies Result, { transfer: [found.buffer] });
  });
});
