/** What the layout's thread has worked out of what is in sight: how much lies between, and who is close to whom. */
import { create } from "zustand";
import type { EntityId } from "../../../schema/ids.ts";

export interface Measures {
  /** Betweenness, 0 to 1 of the greatest in sight. */
  readonly betweenness: ReadonlyMap<EntityId, number>;
  readonly communities: ReadonlyMap<EntityId, number>;
}

export const NO_MEASURES: Measures = { betweenness: new Map(), communities: new Map() };
export const useMeasures = create<Measures>(() => NO_MEASURES);
