/** Tells followers what has changed: at once, then whenever something has, at most four times a second. */
import { isDeepStrictEqual } from "node:util";

/** The most who may follow at once. */
export const MOST_FOLLOWERS = 200;

const PAUSE_MS = 250;

/** One who follows: only the latest is kept for who reads slowly. */
class Follower<Item> implements AsyncIterableIterator<Item> {
  readonly #leave: (follower: Follower<Item>) => void;
  #told: Item | undefined;
  #latest: Item | undefined;
  #waiting: ((result: IteratorResult<Item, undefined>) => void) | undefined;
  #ended = false;

  constructor(leave: (follower: Follower<Item>) => void) {
    this.#leave = leave;
  }

  tell(item: Item): void {
    if (isDeepStrictEqual(item, this.#told)) return;
    this.#told = item;
    if (!this.#waiting) this.#latest = item;
    this.#waiting?.({ done: false, value: item });
    this.#waiting = undefined;
  }

  next(): Promise<IteratorResult<Item, undefined>> {
    const value = this.#latest;
    this.#latest = undefined;
    if (value !== undefined) return Promise.resolve({ done: false, value });
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => (this.#waiting = resolve));
  }

  return(): Promise<IteratorResult<Item, undefined>> {
    this.#ended = true;
    this.#leave(this);
    this.#waiting?.({ done: true, value: undefined });
    this.#waiting = undefined;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Looks for news as long as somebody follows; what other processes write is found by looking as well. */
export class News<Item> {
  readonly #look: () => Promise<Item>;
  readonly #onError: (error: unknown) => void;
  readonly #followers = new Set<Follower<Item>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(look: () => Promise<Item>, onError: (error: unknown) => void) {
    this.#look = look;
    this.#onError = onError;
  }

  get followers(): number {
    return this.#followers.size;
  }

  /** Begins to follow; undefined where too many do already. */
  async follow(): Promise<AsyncIterableIterator<Item> | undefined> {
    if (this.#followers.size >= MOST_FOLLOWERS) return undefined;
    const follower = new Follower<Item>((left) => this.#followers.delete(left));
    this.#followers.add(follower);
    try {
      follower.tell(await this.#look());
    } catch (error) {
      this.#followers.delete(follower);
      throw error;
    }
    this.#timer ??= this.#later();
    return follower;
  }

  /** Ends what everybody follows. */
  close(): void {
    clearTimeout(this.#timer);
    for (const follower of this.#followers) void follower.return();
  }

  #later(): NodeJS.Timeout {
    return setTimeout(() => void this.#round(), PAUSE_MS).unref();
  }

  async #round(): Promise<void> {
    try {
      const found = await this.#look();
      for (const follower of this.#followers) follower.tell(found);
    } catch (error) {
      this.#onError(error);
    }
    this.#timer = this.#followers.size > 0 ? this.#later() : undefined;
  }
}
