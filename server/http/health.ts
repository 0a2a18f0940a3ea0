/** Whether the server lives, and whether it can do its work. */
import type { Store } from "../store/port.ts";
import { StoreError } from "../store/port.ts";
import { json, type Reply } from "./reply.ts";

const PATIENCE_MS = 5_000;

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StoreError(`The store did not answer within ${PATIENCE_MS / 1_000} seconds.`)),
      PATIENCE_MS,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Answers 200 as long as the process can answer at all. */
export const alive = (version: string): Reply => json(200, { status: "ok", version });

/** Answers 200 with what the store holds, or 503 with the reason why it cannot be asked. */
export async function ready(store: Store, version: string, isEnding: boolean): Promise<Reply> {
  const about = { version, store: store.kind };
  if (isEnding) return json(503, { status: "unavailable", ...about, problem: "The server is ending." });
  try {
    await inTime(store.ping());
    return json(200, { status: "ok", ...about, counts: await inTime(store.statistics()) });
  } catch (error) {
    const problem =
      error instanceof StoreError ? error.message : "The store cannot be asked; the server's log tells why.";
    return json(503, { status: "unavailable", ...about, problem });
  }
}
