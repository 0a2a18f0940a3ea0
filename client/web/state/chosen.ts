/** What a lasso, Shift and a click, or "neighbours of" have chosen, beside the one thing that is read. Never undone. */
import { create } from "zustand";
import type { EntityId } from "../../../schema/ids.ts";
import { otherEnd, edgesAt } from "./graph.ts";
import type { Visible } from "./visible.ts";

export const useChosen = create<{ readonly ids: ReadonlySet<EntityId> }>(() => ({ ids: new Set() }));

/** Chooses these and no others. */
export const chooseAll = (ids: Iterable<EntityId>): void => useChosen.setState({ ids: new Set(ids) });
export const chooseNone = (): void => {
  if (useChosen.getState().ids.size > 0) chooseAll([]);
};

/** All in sight that are not chosen. */
export const inverted = (chosen: ReadonlySet<EntityId>, { entities }: Visible): EntityId[] =>
  entities.map(({ id }) => id).filter((id) => !chosen.has(id));

/** Those chosen, and who has an edge in sight with one of them. */
export const withNeighbours = (chosen: ReadonlySet<EntityId>, { relations }: Visible): EntityId[] => [
  ...new Set([...chosen].flatMap((id) => [id, ...edgesAt(relations, id).map((relation) => otherEnd(relation, id))])),
];

/** One more, or one less. */
export const toggledIn = (chosen: ReadonlySet<EntityId>, id: EntityId): EntityId[] =>
  chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id];
