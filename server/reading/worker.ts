/** Opens files and reads texts in a thread of its own, one after another, so that nothing else waits for a long one. */
import { parentPort, workerData } from "node:worker_threads";
import type { ReadDocument, SourceText } from "../../schema/model.ts";
import type { File, Opened } from "../formats/file.ts";
import { openFile } from "../formats/open.ts";
import { createReader } from "../ingest/read.ts";
import { knownIn, openNames } from "./reader.ts";

/** What the thread is started with. */
export interface WorkerData {
  readonly gazetteer: string | undefined;
}

/** What a thread is asked to do. */
export type Task = { readonly read: SourceText } | { readonly open: File };

/** What came of it: the result, or an error by its name and message, since threads pass no classes. */
export type Done =
  | { readonly document: ReadDocument }
  | { readonly opened: readonly Opened[] }
  | { readonly error: { readonly name: string; readonly message: string; readonly stack: string | undefined } };

/** Made when first needed, and once. */
const once = <Value>(make: () => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
};

const names = once(() => openNames((workerData as WorkerData).gazetteer));
const read = once(() => createReader(names()));

async function perform(task: Task): Promise<Done> {
  try {
    if ("read" in task) return { document: read()(task.read) };
    return { opened: await openFile(task.open, { known: (name, kind) => knownIn(names())(name, kind) }) };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message, stack } };
  }
}

parentPort?.on("message", async (task: Task) => {
  const done = await perform(task);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(done);
});
