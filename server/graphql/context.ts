/** What resolvers have at hand. Those of queries can only read: the writer is handed out to mutations, if at all. */
import type { Reading } from "../reading/reading.ts";
import type { Store, StoreReader, StoreWriter } from "../store/port.ts";
import { Budget } from "./budget.ts";
import { createLoaders, type Loaders } from "./loaders.ts";
import { refusal } from "./refusal.ts";

/** What followers are told. */
export interface Change {
  readonly version: number;
  readonly layoutVersion: number;
  readonly pending: number;
  readonly read: number;
  readonly refused: number;
}

/** Begins to follow what changes; undefined where too many do already. */
export type Changes = () => Promise<AsyncIterableIterator<Change> | undefined>;

export interface Context {
  readonly store: StoreReader;
  readonly loaders: Loaders;
  readonly budget: Budget;
  readonly reading: Reading;
  readonly changes: Changes;
  /** The writer, or a refusal where this request may not write. */
  readonly writer: () => StoreWriter;
}

/** What all requests share, and whether this one may write. */
export interface ContextOptions {
  readonly store: Store;
  readonly reading: Reading;
  readonly changes: Changes;
  readonly mayWrite: boolean;
}

/** The context of one request. */
export function createContext({ store, reading, changes, mayWrite }: ContextOptions): Context {
  const writer = () => {
    if (mayWrite) return store;
    throw refusal("Changes need the header `Authorization: Bearer` with the value of ACTANT_TOKEN.", "FORBIDDEN");
  };
  const budget = new Budget();
  return { store, loaders: createLoaders(store, budget), budget, reading, changes, writer };
}
