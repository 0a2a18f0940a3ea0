/** Answers of one version of the graph as bytes: the latest asked for stay, as far as memory is given. */
import { Prepared } from "./encoding.ts";

/** An answer and the media type in which it was asked for. */
export interface HeldAnswer {
  readonly prepared: Prepared;
  readonly type: string;
}

/** A larger answer would push too many others out. */
const LARGEST_SHARE = 1 / 8;
/** About what an entry takes besides its bytes. */
const OVERHEAD = 500;

/** Least recently used, bounded by bytes. */
export class AnswerCache {
  readonly #most: number;
  readonly #held = new Map<string, HeldAnswer & { bytes: number }>();
  #version = "";
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The answer to a question, if it is held and of this version. */
  get(version: string, key: string): HeldAnswer | undefined {
    this.#turnTo(version);
    const found = this.#held.get(key);
    if (!found) return undefined;
    this.#held.delete(key);
    this.#held.set(key, found);
    return found;
  }

  /** Holds an answer, and tells it prepared. */
  hold(version: string, key: string, bytes: Uint8Array, type: string): HeldAnswer {
    const prepared = new Prepared(bytes, { label: `${version}-` });
    const entry = { prepared, type, bytes: bytes.length + key.length * 2 + OVERHEAD };
    this.#turnTo(version);
    if (entry.bytes > this.#most * LARGEST_SHARE) return entry;
    this.#drop(key);
    this.#held.set(key, entry);
    this.#bytes += entry.bytes;
    prepared.watch((more) => this.#grow(key, entry, more));
    this.#shrink();
    return entry;
  }

  #turnTo(version: string): void {
    if (version === this.#version) return;
    this.#version = version;
    this.#held.clear();
    this.#bytes = 0;
  }

  #grow(key: string, entry: HeldAnswer & { bytes: number }, more: number): void {
    if (this.#held.get(key) !== entry) return;
    entry.bytes += more;
    this.#bytes += more;
    this.#shrink();
  }

  #shrink(): void {
    for (const key of this.#held.keys()) {
      if (this.#bytes <= this.#most) return;
      this.#drop(key);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#held.get(key)?.bytes ?? 0;
    this.#held.delete(key);
  }
}
