/** A few threads that open files and read texts. They start when there is something to read, each when the others are busy. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ReadDocument, SourceText } from "../../schema/model.ts";
import type { File, Opened } from "../formats/file.ts";
import { TextError } from "../text.ts";
import type { Done, Task, WorkerData } from "./worker.ts";

/** Errors of reading that tell the bringer of a text what is wrong with it. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(["ReadError", "TextError", "InterchangeError", "FormatError"]);

/** How long a text or file may take: several times what one that a person made does on a busy machine. */
const patienceFor = (task: Task): number =>
  "read" in task ? 120_000 + task.read.text.length / 10 : 60_000 + task.open.bytes.length / 100;

/** What a thread may hold on to; a file that makes it hold more ends the thread, not the process. */
const MOST_MEGABYTES = 2_048;

export interface ReadingPool {
  /** How many texts are read at once. */
  readonly size: number;
  /** Reads a text. Throws a TextError where the text cannot be read. */
  readonly read: (source: SourceText) => Promise<ReadDocument>;
  /** Takes out of a file what there is to read. Throws a TextError where that is nothing. */
  readonly open: (file: File) => Promise<readonly Opened[]>;
  readonly close: () => Promise<void>;
}

type Success = Exclude<Done, { error: unknown }>;

interface Job {
  readonly task: Task;
  readonly resolve: (done: Success) => void;
  readonly reject: (error: Error) => void;
}

function errorOf({ name, message, stack }: Extract<Done, { error: unknown }>["error"]): Error {
  if (FOR_PEOPLE.has(name)) return new TextError(message);
  return Object.assign(new Error(message), { name, stack });
}

/** Why a thread ended, for people where it was the file's doing. */
const reasonOf = (error: Error & { readonly code?: string }): Error =>
  error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? new TextError("needs more memory than one document may take; split it")
    : error;

/** Has a worker do one job, and tells whether it can do another. */
function workIn(worker: Worker, { task, resolve, reject }: Job): Promise<"idle" | "gone"> {
  return new Promise((settle) => {
    const finish = (state: "idle" | "gone") => {
      clearTimeout(timer);
      worker.off("message", answer).off("error", fail).off("exit", end);
      settle(state);
    };
    const answer = (done: Done) => {
      finish("idle");
      if ("error" in done) reject(errorOf(done.error));
      else resolve(done);
    };
    const fail = (error: Error) => {
      finish("gone");
      reject(reasonOf(error));
    };
    const end = () => fail(new Error("A reading thread ended before it had answered."));
    const patience = patienceFor(task);
    const timer = setTimeout(() => {
      fail(new TextError(`could not be read within ${Math.round(patience / 1_000)} seconds; split it`));
      void worker.terminate();
    }, patience);
    worker.on("message", answer).on("error", fail).on("exit", end);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(task);
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

  readonly read = async (source: SourceText): Promise<ReadDocument> => {
    const done = await this.#do({ read: source });
    if ("document" in done) return done.document;
    throw new Error("A reading thread gave no document.");
  };

  readonly open = async (file: File): Promise<readonly Opened[]> => {
    const done = await this.#do({ open: file });
    if ("opened" in done) return done.opened;
    throw new Error("A reading thread gave nothing of a file.");
  };

  readonly close = async (): Promise<void> => {
    await Promise.all([...this.#idle, ...this.#busy].map((worker) => worker.terminate()));
  };

  #do(task: Task): Promise<Success> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#next();
    });
  }

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
    const state = await workIn(worker, job);
    worker.unref();
    this.#busy.delete(worker);
    if (state === "idle") this.#idle.push(worker);
    if (this.#waiting.length > 0) this.#next();
  }

  #start(): Worker {
    return new Worker(new URL("./boot.mjs", import.meta.url), {
      workerData: this.#data,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
  }
}

/** Creates a pool; `gazetteer` is the desk's own file. */
export const createPool = (gazetteer: string | undefined, size = availableParallelism()): ReadingPool =>
  new Pool({ gazetteer }, size);
