/** What the hands do with groups, folded edges and several actors at once. None of it asks the server. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import type { Selection } from "../state/address.ts";
import { chooseAll, chooseNone, inverted, toggledIn, useChosen, withNeighbours } from "../state/chosen.ts";
import {
  gatherAll,
  groupedBy,
  type Grouping,
  sizedBy,
  type Sizing,
  toggleGathered,
  togglePair,
} from "../state/display.ts";
import { groupsOf } from "../state/grouping.ts";
import { useMeasures } from "../state/measures.ts";
import { viewOf } from "../state/session.ts";
import { useExplorer, visibleOf } from "../state/store.ts";
import type { Point } from "../state/view.ts";
import { clearSelection, place, redisplay, selectEntity, selectRelation } from "./edit.ts";

const viewNow = () => viewOf(useExplorer.getState().session);
const visibleNow = () => visibleOf(useExplorer.getState());

/** Selects what was pressed on the stage; the ground lets go of all. */
export function choose(target: Selection | undefined): void {
  if (!target) {
    chooseNone();
    clearSelection();
  } else if (target.kind === "entity") selectEntity(target.id);
  else selectRelation(target.id);
}

/** A bundle that is pressed comes apart, and its heaviest edge is read. */
export function unfold({
  pair,
  relations,
}: {
  readonly pair: string;
  readonly relations: readonly RelationId[];
}): void {
  const { relations: held } = viewNow();
  if (pair.includes("group ")) gather(pair.split(" ").slice(pair.split(" ").indexOf("group") + 1)[0]!);
  else redisplay((display) => togglePair(display, pair));
  const edges = relations.flatMap((id) => held.get(id) ?? []);
  selectRelation(edges.reduce((a, b) => (b.assertionCount > a.assertionCount ? b : a)).id);
}

/** All edges of unfolded pairs are drawn as one again. */
export const foldAll = (): void => redisplay((display) => ({ ...display, unfolded: new Set() }));

/** Gathers a group into one node, or lets it come apart. */
export const gather = (key: string): void => redisplay((display) => toggleGathered(display, key));

export const groupBy = (grouping: Grouping): void => redisplay((display) => groupedBy(display, grouping));
export const sizeBy = (sizing: Sizing): void => redisplay((display) => sizedBy(display, sizing));

/** Gathers every group, or lets all of them come apart where all are gathered. */
export function gatherEvery(): void {
  const { grouping, gathered } = viewNow().display;
  const keys = groupsOf(visibleNow(), grouping, useMeasures.getState().communities).map(({ key }) => key);
  redisplay((display) => gatherAll(display, keys.every((key) => gathered.has(key)) ? [] : keys));
}

/** The members of a gathered group go where its node went. */
export function moveTogether(members: readonly EntityId[], { x, y }: Point): void {
  const { positions } = viewNow();
  place(
    new Map(
      members.flatMap((id) => {
        const from = positions.get(id);
        return from ? [[id, { x: from.x + x, y: from.y + y }] as const] : [];
      }),
    ),
  );
}

/** What a lasso caught is chosen; what Shift and a press caught is chosen too, or no more. */
export function chooseOnStage(ids: readonly EntityId[], toggle: boolean): void {
  const { ids: chosen } = useChosen.getState();
  const { selection } = useExplorer.getState().session;
  const begun = toggle && chosen.size === 0 && selection?.kind === "entity" ? new Set([selection.id]) : chosen;
  chooseAll(toggle && ids[0] ? toggledIn(begun, ids[0]) : ids);
}

export const chooseOthers = (): void => chooseAll(inverted(useChosen.getState().ids, visibleNow()));
export const chooseNeighbours = (): void => chooseAll(withNeighbours(useChosen.getState().ids, visibleNow()));
/** Begins with one actor and those around it. */
export const chooseAround = (id: EntityId): void => chooseAll(withNeighbours(new Set([id]), visibleNow()));
