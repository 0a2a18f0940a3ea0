/** Reads texts in a thread of its own, one after another, so that a long text holds up nothing else. */
import { parentPort, workerData } from "node:worker_threads";
import type { ReadDocument, SourceText } from "../../schema/model.ts";
import { openReader } from "./reader.ts";

/** What the thread is started with. */
export interface WorkerData {
  readonly gazetteer: string | undefined;
}

/** What came of a text: the document, or an error by its name and message, since threads pass no classes. */
export type Reading =
  | { readonly document: ReadDocument }
  | { readonly error: { readonly name: string; readonly message: string; readonly stack: string | undefined } };

function attempt(read: () => ReadDocument): Reading {
  try {
    return { document: read() };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message, stack } };
  }
}

let reader: ReturnType<typeof openReader> | undefined;

parentPort?.on("message", (source: SourceText) => {
  const read = () => (reader ??= openReader((workerData as WorkerData).gazetteer))(source);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(attempt(read));
});
