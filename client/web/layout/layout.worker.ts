/** Layout on a thread of its own, so that the canvas never waits for it. */
import { arrange, type LayoutRequest } from "./force.ts";

export interface Task {
  readonly task: number;
  readonly request: LayoutRequest;
}

export interface Result {
  readonly task: number;
  readonly places: Float64Array;
}

self.addEventListener("message", ({ data: { task, request } }: MessageEvent<Task>) => {
  const result: Result = { task, places: arrange(request) };
  self.postMessage(result, { transfer: [result.places.buffer] });
});
