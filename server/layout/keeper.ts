/** Keeps the graph laid out: looks whether it has changed, waits until it rests, and has a process lay it out. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import type { StoreReader, Versions } from "../store/port.ts";
import type { Outcome, WorkerData } from "./worker.ts";

export interface KeeperOptions {
  readonly store: Pick<StoreReader, "versions">;
  /** What the process opens the store by. */
  readonly config: WorkerData;
  readonly log: Pick<Logger, "info" | "error">;
  /** How often to look, in milliseconds. */
  readonly every?: number;
}

export interface Keeper {
  /** Stops looking, and a layout that is under way. */
  readonly close: () => Promise<void>;
}

const BOOT = fileURLToPath(new URL("./boot.mjs", import.meta.url));
const EVERY = 1_000;
/** A graph that is being loaded never rests: then it is laid out this many times less often than a layout takes. */
const PATIENCE = 10;

class LayoutKeeper implements Keeper {
  readonly #options: KeeperOptions;
  readonly #ending = new AbortController();
  readonly #running: Promise<void>;
  #worker: ChildProcess | undefined;
  #seen: number | undefined;
  /** How long the last layout took, and when it ended. */
  #took = 0;
  #ended = Number.NEGATIVE_INFINITY;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  readonly close = async (): Promise<void> => {
    this.#ending.abort();
    this.#worker?.kill("SIGKILL");
    await this.#running;
  };

  async #run(): Promise<void> {
    const { store, log, every = EVERY } = this.#options;
    while (!this.#ending.signal.aborted) {
      try {
        const versions = await store.versions();
        if (this.#isDue(versions)) await this.#layOut();
      } catch (error) {
        if (!this.#ending.signal.aborted) log.error({ err: error }, "layout");
      }
      await sleep(every, undefined, { signal: this.#ending.signal, ref: false }).catch(() => {});
    }
  }

  /** When the graph has rested since the last look, or has changed for long enough. */
  #isDue({ version, layoutVersion }: Versions): boolean {
    const hasRested = version === this.#seen;
    this.#seen = version;
    if (layoutVersion >= version) return false;
    const pause = performance.now() - this.#ended;
    return hasRested ? pause > this.#took : pause > PATIENCE * Math.max(this.#took, EVERY);
  }

  async #layOut(): Promise<void> {
    const started = performance.now();
    const outcome = await this.#work();
    this.#ended = performance.now();
    this.#took = this.#ended - started;
    if ("error" in outcome) throw new Error(`The graph could not be laid out: ${outcome.error}`);
    this.#options.log.info({ version: outcome.version, ms: Math.round(this.#took) }, "laid out");
  }

  /** The configuration goes by message: what is on a command line, others can read. */
  async #work(): Promise<Outcome> {
    const worker = fork(BOOT, { execArgv: [], stdio: "ignore" });
    this.#worker = worker;
    if (this.#ending.signal.aborted) worker.kill("SIGKILL");
    const ended = once(worker, "exit");
    const outcome = new Promise<Outcome>((resolve, reject) => {
      worker.once("message", resolve).once("error", reject);
      worker.once("exit", () => reject(new Error("The process that lays out the graph ended early.")));
    });
    worker.send(this.#options.config, () => {});
    try {
      return await outcome;
    } finally {
      if (worker.connected) worker.disconnect();
      await ended;
    }
  }
}

/** Begins to keep the graph laid out. */
export const keepLayout = (options: KeeperOptions): Keeper => new LayoutKeeper(options);
