/** Reading a store from one end to the other, a page at a time, so that memory stays flat. */
import type { Page, PageRequest } from "../store/port.ts";

const ROWS = 1_000;

/** Every row of a list, a page at a time. */
export async function* pagesOf<Row>(ask: (page: PageRequest) => Promise<Page<Row>>): AsyncGenerator<readonly Row[]> {
  let after: string | undefined;
  do {
    const { edges, hasNextPage } = await ask(after === undefined ? { first: ROWS } : { first: ROWS, after });
    if (edges.length > 0) yield edges.map(({ node }) => node);
    after = hasNextPage ? edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
}

/** A list in parts of at most so many. */
export function* inParts<Item>(items: readonly Item[], most: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += most) yield items.slice(start, start + most);
}

const MOST_REMEMBERED = 20_000;

/** What is looked up by ids again and again; the latest stay. */
export class Lookup<Id, Item> {
  readonly #ask: (ids: readonly Id[]) => Promise<readonly (Item | undefined)[]>;
  #known = new Map<Id, Item>();

  constructor(ask: (ids: readonly Id[]) => Promise<readonly (Item | undefined)[]>) {
    this.#ask = ask;
  }

  /** Everything under these ids that is there. */
  async load(ids: Iterable<Id>): Promise<ReadonlyMap<Id, Item>> {
    const missing = [...new Set(ids)].filter((id) => !this.#known.has(id));
    if (this.#known.size + missing.length > MOST_REMEMBERED) return this.#anew(ids);
    await this.#fetch(missing);
    return this.#known;
  }

  async #anew(ids: Iterable<Id>): Promise<ReadonlyMap<Id, Item>> {
    this.#known = new Map();
    await this.#fetch([...new Set(ids)]);
    return this.#known;
  }

  async #fetch(ids: readonly Id[]): Promise<void> {
    for (const part of inParts(ids, ROWS)) {
      const found = await this.#ask(part);
      part.forEach((id, i) => found[i] !== undefined && this.#known.set(id, found[i]));
    }
  }
}
