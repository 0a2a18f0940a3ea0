/** Writes what was read, and tells what became of it. */
import type { DocumentId } from "../../schema/ids.ts";
import type { ReadDocument } from "../../schema/model.ts";
import { type Store, StoreError, type StoreWriter, type WriteResult } from "../store/port.ts";
import type { Outcome } from "./read.ts";

/** What became of a document that was there to be written; `document` is absent where the store knew it. */
export interface Written extends WriteResult {
  readonly where: string;
  readonly document?: ReadDocument | undefined;
  /** False for documents that were read before, of which there may be very many. */
  readonly wasRead: boolean;
  readonly notes: readonly string[];
}

const KNOWN = { known: true, newRelations: 0, newEntities: 0, newAssertions: 0 } as const;

/** Writes one outcome. Throws only where the store is out of reach, so that nothing further could be written. */
export async function settle(
  store: StoreWriter & Partial<Pick<Store, "ping">>,
  outcome: Outcome,
): Promise<Written | { readonly problem: string }> {
  if ("problem" in outcome) return outcome;
  const { where, wasRead, notes } = outcome;
  if ("known" in outcome) return { ...KNOWN, id: outcome.known, where, wasRead, notes };
  const { document } = outcome;
  try {
    return { ...(await store.write(document)), document, where, wasRead, notes };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    await store.ping?.();
    return { problem: error.message };
  }
}

/** Asks a store whether it holds a document. */
export const heldIn = (store: Pick<StoreWriter, "held">) => async (id: DocumentId) => (await store.held([id])).has(id);
