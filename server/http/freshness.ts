/** Which version of the graph is the present one, known before every answer that may come out of memory. */
import { setImmediate } from "node:timers/promises";
import type { StoreReader, Versions } from "../store/port.ts";

/**
 * Asks the store, at most once at a time and once for all who ask in the same moment. An answer that was under way
 * when the question came is not taken, so that what was written before the question is always seen.
 */
export class Freshness {
  readonly #store: StoreReader;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<Versions> | undefined;

  constructor(store: StoreReader) {
    this.#store = store;
  }

  /** Changes with everything that answers could show. */
  async now(): Promise<string> {
    const { version, layoutVersion, recordVersion } = await this.versions();
    return `${version}.${layoutVersion}.${recordVersion}`;
  }

  /** The present versions. */
  versions(): Promise<Versions> {
    this.#next ??= this.#look(this.#running);
    return this.#next;
  }

  async #look(before: Promise<unknown>): Promise<Versions> {
    await before.catch(() => {});
    await setImmediate();
    const looking = this.#store.versions();
    this.#running = looking;
    this.#next = undefined;
    return looking;
  }
}
