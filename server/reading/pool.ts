/** A few threads that read texts. They start when there is something to read, each when the others are busy. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ReadDocument, SourceText } from "../../schema/model.ts";
import { TextError } from "../text.ts";
import type { Reading, WorkerData } from "./worker.ts";

/** Errors of reading that tell the bringer of a text what is wrong with it. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(["ReadError", "TextError", "InterchangeError"]);

/** How long a text may take: several times what one that a person wrote does on a busy machine. */
const patienceFor = ({ text }: SourceText): number => 120_000 + text.length / 10;

export interface ReadingPool {
  /** How many texts are read at once. */
  readonly size: number;
  /** Reads a text. Throws a TextError where the text cannot be read. */
  readonly read: (source: SourceText) => Promise<ReadDocument>;
  readonly close: () => Promise<void>;
}

interface Job {
  readonly source: SourceText;
  readonly resolve: (document: ReadDocument) => void;
  readonly reject: (error: Error) => void;
}

function errorOf({ name, message, stack }: Extract<Reading, { error: unknown }>["error"]): Error {
  if (FOR_PEOPLE.has(name)) return new TextError(message);
  return Object.assign(new Error(message), { name, stack });
}

/** Has a worker read one text, and tells whether it can read another. */
function readIn(worker: Worker, { source, resolve, reject }: Job): Promise<"idle" | "gone"> {
  return new Promise((settle) => {
    const finish = (state: "idle" | "gone") => {
      clearTimeout(timer);
      worker.off("message", answer).off("error", fail).off("exit", end);
      settle(state);
    };
    const answer = (reading: Reading) => {
      finish("idle");
      if ("document" in reading) resolve(reading.document);
      else reject(errorOf(reading.error));
    };
    const fail = (error: Error) => {
      finish("gone");
      reject(error);
    };
    const end = () => fail(new Error("A reading thread ended before it had answered."));
    const patience = patienceFor(source);
    const timer = setTimeout(() => {
      fail(new TextError(`could not be read within ${Math.round(patience / 1_000)} seconds; split it`));
      void worker.terminate();
    }, patience);
    worker.on("message", answer).on("error", fail).on("exit", end);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(source);
  });
}

class Pool implements ReadingPool {
  readonly size: number;
  readonly #data: WorkerData;
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Worker>();
  readonly #waiting: Job[] = [];

  constructor(data: WorkerData, size: number) {
    this.#data = data;
    this.size = size;
  }

  readonly read = (source: SourceText): Promise<ReadDocument> =>
    new Promise((resolve, reject) => {
      this.#waiting.push({ source, resolve, reject });
      this.#next();
    });

  readonly close = async (): Promise<void> => {
    await Promise.all([...this.#idle, ...this.#busy].map((worker) => worker.terminate()));
  };

  #next(): void {
    const worker = this.#idle.pop() ?? (this.#busy.size < this.size ? this.#start() : undefined);
    if (!worker) return;
    const job = this.#waiting.shift();
    if (job) void this.#work(worker, job);
    else this.#idle.push(worker);
  }

  async #work(worker: Worker, job: Job): Promise<void> {
    this.#busy.add(worker);
    worker.ref();
    const state = await readIn(worker, job);
    worker.unref();
    this.#busy.delete(worker);
    if (state === "idle") this.#idle.push(worker);
    if (this.#waiting.length > 0) this.#next();
  }

  #start(): Worker {
    return new Worker(new URL("./boot.mjs", import.meta.url), { workerData: this.#data, execArgv: [] });
  }
}

/** Creates a pool; `gazetteer` is the desk's own file. */
export const createPool = (gazetteer: string | undefined, size = availableParallelism()): ReadingPool =>
  new Pool({ gazetteer }, size);
