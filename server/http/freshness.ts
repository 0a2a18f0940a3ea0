/** Which version of the graph is the present one, known before every answer that may come out of memory. */
import type { StoreReader } from "../store/port.ts";

/** The versions of all that answers show. */
export interface Versions {
  readonly version: number;
  readonly layoutVersion: number;
}

/**
 * Asks the store, at most once at a time: who asks while an answer is under way waits for the next one, so that what
 * was written before the question is always seen, and thousands who ask at once cost one look.
 */
export class Freshness {
  readonly #store: StoreReader;
  #running: Promise<Versions> | undefined;
  #next: Promise<Versions> | undefined;

  constructor(store: StoreReader) {
    this.#store = store;
  }

  /** Changes with everything that answers could show. */
  async now(): Promise<string> {
    const { version, layoutVersion } = await this.versions();
    return `${version}.${layoutVersion}`;
  }

  /** The present versions. */
  versions(): Promise<Versions> {
    if (!this.#running) return this.#look();
    this.#next ??= this.#running.then(
      () => this.#look(),
      () => this.#look(),
    );
    return this.#next;
  }

  #look(): Promise<Versions> {
    this.#next = undefined;
    const looking = this.#store.statistics().then(({ version }) => ({ version, layoutVersion: version }));
    const done = () => {
      if (this.#running === looking) this.#running = undefined;
    };
    looking.then(done, done);
    this.#running = looking;
    return looking;
  }
}
