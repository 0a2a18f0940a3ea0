/**
 * What every store promises, told as a specification. An adapter's test calls `storeContract` with a way to open an
 * empty store.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../server/store/port.ts";
import { REPORTS } from "./documents.ts";

/** A store under test. */
export interface OpenStore {
  readonly store: Store;
  /** Makes the store empty again. */
  wipe(): Promise<void>;
  /** Closes it, and takes away what it left behind. */
  close(): Promise<void>;
}

/** Takes every document back: a way to wipe any store. */
export async function wiped(store: Store): Promise<void> {
  for await (const { id } of store.export()) await store.remove(id);
}

/** Runs the whole contract on a kind of store. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`The store on ${name}`, () => {
    let opened: OpenStore;
    let store: Store;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    beforeEach(() => opened.wipe());
    afterAll(() => opened.close());

    it("tells what a written document added", async () => {
      expect(await store.write(REPORTS.arms)).toEqual({
        id: REPORTS.arms.id,
        known: false,
        newRelations: 3,
        newEntities: 5,
        newAssertions: 4,
      });
    });
  });
}
