/** Lays out the graph in a thread of its own, over a connection of its own, so that no answer waits for it. */
import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { Config } from "../config.ts";
import { openStore } from "../stores.ts";
import { layOut } from "./placing.ts";

/** What the thread is started with. */
export type WorkerData = Pick<Config, "neo4j" | "dataFolder">;

/** What came of it; threads pass no classes. */
export type Outcome = { readonly version: number } | { readonly error: string };

/** On Linux, and only there, a thread has a priority of its own. */
if (process.platform === "linux") setPriority(0, constants.priority.PRIORITY_LOW);

async function work(): Promise<Outcome> {
  const store = await openStore(workerData as WorkerData);
  try {
    const input = await store.layoutInput();
    if (input.layoutVersion < input.version) await store.writeLayout(layOut(input));
    return { version: input.version };
  } finally {
    await store.close();
  }
}

const outcome = await work().catch((error: unknown): Outcome => ({ error: (error as Error).message }));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(outcome);
