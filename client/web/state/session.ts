/** Everything that the explorer is at one moment, and the steps between such moments. Pure. */
import type { EntityId } from "../../../schema/ids.ts";
import { type Address, addressOf, type Reading, type Selection } from "./address.ts";
import { type Filters, NO_FILTERS } from "./filters.ts";
import { amend, begin, type History, redo, step, undo } from "./history.ts";
import { EMPTY_VIEW, remove, show, type Answer, type View } from "./view.ts";

export interface Session {
  readonly history: History<View>;
  readonly selection: Selection | undefined;
  readonly reading: Reading | undefined;
  readonly filters: Filters;
}

export const EMPTY_SESSION: Session = {
  history: begin(EMPTY_VIEW),
  selection: undefined,
  reading: undefined,
  filters: NO_FILTERS,
};

export const viewOf = (session: Session): View => session.history.present;

/** A step of the view that can be undone. A selection that the step took out of the view ends with it. */
export function change(session: Session, next: (view: View) => View): Session {
  const history = step(session.history, next(viewOf(session)));
  return history.present === viewOf(session) ? session : upright({ ...session, history });
}

/** A change of the view that belongs to the step before. */
export const adjust = (session: Session, next: (view: View) => View): Session => ({
  ...session,
  history: amend(session.history, next(viewOf(session))),
});

const holds = (view: View, selection: Selection): boolean =>
  selection.kind === "relation" ? view.relations.has(selection.id) : view.entities.has(selection.id);

function upright(session: Session): Session {
  const { selection } = session;
  return selection && !holds(viewOf(session), selection) ? { ...session, selection: undefined } : session;
}

export const select = (session: Session, selection: Selection | undefined): Session => ({ ...session, selection });
export const read = (session: Session, reading: Reading | undefined): Session => ({ ...session, reading });
export const filter = (session: Session, next: (filters: Filters) => Filters): Session => ({
  ...session,
  filters: next(session.filters),
});

export const undoStep = (session: Session): Session => upright({ ...session, history: undo(session.history) });
export const redoStep = (session: Session): Session => upright({ ...session, history: redo(session.history) });

/** Opens what an address asks for, once the server has answered. Undo goes back to what was on the screen before. */
export function open(session: Session, address: Address, answer: Answer, start: boolean): Session {
  const view = { ...show(answer, address.removed, address.hidden), start };
  const before = viewOf(session);
  return {
    history: before.entities.size === 0 ? begin(view) : step(session.history, view),
    selection: address.selection,
    reading: address.reading,
    filters: address.filters,
  };
}

/** Takes entities away. The edge or actor that was read stays selected only if it is still there. */
export const removeEntities = (session: Session, ids: readonly EntityId[]): Session =>
  change(session, (view) => remove(view, ids));

/** The address of the session, for the location bar and for links. The start has none. */
export function addressOfSession(session: Session): Omit<Address, "strange"> {
  const { selection, reading, filters } = session;
  const view = viewOf(session);
  return addressOf(view.start ? EMPTY_VIEW : view, selection, reading, filters);
}
