/** From the whole graph into the working view. */
import type { EntityId } from "../../../schema/ids.ts";
import { edgesAmong } from "../data/graph.ts";
import { change, lookCloser, select, viewOf } from "../state/session.ts";
import { apply, useExplorer } from "../state/store.ts";
import { EMPTY_VIEW, grow } from "../state/view.ts";
import { counted, figure } from "../text/words.ts";
import { attempt, notify } from "./attempt.ts";
import { addToView } from "./grow.ts";
import { focusOn } from "./open.ts";

/** A lasso brings no more than this into the working view. */
export const MOST_CAUGHT = 80;

/** Brings what surrounds an actor into the working view; a view that nobody asked for makes room for it. */
export const enter = (id: EntityId): Promise<void> =>
  viewOf(useExplorer.getState().session).start ? focusOn(id) : addToView(id);

/** Brings some actors and the edges among them into the working view: of too many, the most connected. */
export async function enterAll(ids: readonly EntityId[]): Promise<void> {
  if (ids.length === 0) return notify("The lasso holds no actor.");
  const chosen = ids.slice(0, MOST_CAUGHT);
  return attempt(
    () => edgesAmong(chosen),
    (answer) => {
      if (chosen.length < ids.length)
        notify(`${chosen.length} of ${counted(ids.length, "actor")} brought in, the most connected.`);
      else
        notify(
          `${counted(chosen.length, "actor")} and ${figure(answer.relations.length)} edges among them brought in.`,
        );
      apply((session) => {
        const next = change(session, (view) => grow(view.start ? EMPTY_VIEW : view, { ...answer, focus: chosen }));
        return lookCloser(select(next, undefined));
      });
    },
  );
}
