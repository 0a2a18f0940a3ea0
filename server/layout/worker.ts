/**
 * Lays out the graph in a process of its own, over a connection of its own and with low priority, so that no answer
 * waits for it, and nothing that befalls it befalls the server.
 */
import { constants, setPriority } from "node:os";
import type { Config } from "../config.ts";
import { openStore } from "../stores.ts";
import { layOut } from "./placing.ts";

/** What the process is told to begin with. */
export type WorkerData = Pick<Config, "neo4j" | "dataFolder">;

/** What came of it; processes pass no classes. */
export type Outcome = { readonly version: number } | { readonly error: string };

async function work(config: WorkerData): Promise<Outcome> {
  const store = await openStore(config);
  try {
    const input = await store.layoutInput();
    if (input.layoutVersion < input.version) await store.writeLayout(layOut(input));
    return { version: input.version };
  } finally {
    await store.close();
  }
}

setPriority(constants.priority.PRIORITY_LOW);
// A server that is gone needs no layout.
process.once("disconnect", () => process.exit());
process.once("message", (config: WorkerData) => {
  void work(config)
    .catch((error: unknown): Outcome => ({ error: (error as Error).message }))
    .then((outcome) => process.send?.(outcome));
});
