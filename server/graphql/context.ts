/** What resolvers have at hand. Those of queries can only read: the writer is handed out to mutations, if at all. */
import type { ReadDocument, SourceText } from "../../schema/model.ts";
import type { Store, StoreReader, StoreWriter } from "../store/port.ts";
import { Budget } from "./budget.ts";
import { createLoaders, type Loaders } from "./loaders.ts";
import { refusal } from "./refusal.ts";

/** Reads a text: the whole of ingest, as resolvers see it. */
export type Read = (source: SourceText) => Promise<ReadDocument>;

export interface Context {
  readonly store: StoreReader;
  readonly loaders: Loaders;
  readonly budget: Budget;
  readonly read: Read;
  /** The writer, or a refusal where this request may not write. */
  readonly writer: () => StoreWriter;
}

/** The context of one request. */
export function createContext(store: Store, read: Read, mayWrite: boolean): Context {
  const writer = () => {
    if (mayWrite) return store;
    throw refusal("Changes need the header `Authorization: Bearer` with the value of ACTANT_TOKEN.", "FORBIDDEN");
  };
  const budget = new Budget();
  return { store, loaders: createLoaders(store, budget), budget, read, writer };
}
