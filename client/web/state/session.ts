/** Everything that the explorer is at one moment, and the steps between such moments. Pure. */
import type { EntityId } from "../../../schema/ids.ts";
import { type Address, addressOf, type Reading, type Selection } from "./address.ts";
import { type Filters, NO_FILTERS } from "./filters.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Scope } from "./scope.ts";
import { amend, begin, type History, redo, step, undo } from "./history.ts";
import { EMPTY_VIEW, remove, show, type Answer, type View } from "./view.ts";

/** What undo and redo go back and forth between. */
export interface Moment {
  readonly view: View;
  readonly filters: Filters;
}

/** A view as it was when it was saved or opened. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  /** Another revision on the server means that somebody else has changed it since. */
  readonly revision: number;
  readonly snapshot: Snapshot;
}

export interface Session {
  readonly history: History<Moment>;
  readonly selection: Selection | undefined;
  readonly reading: Reading | undefined;
  readonly scope: Scope;
  /** The saved view that what is on the screen goes back to. */
  readonly kept: Kept | undefined;
}

export const EMPTY_SESSION: Session = {
  history: begin({ view: EMPTY_VIEW, filters: NO_FILTERS }),
  selection: undefined,
  reading: undefined,
  scope: "whole",
  kept: undefined,
};

export const viewOf = (session: Session): View => session.history.present.view;
export const filtersOf = (session: Session): Filters => session.history.present.filters;

/** A step of the view that can be undone. A selection that the step took out of the view ends with it. */
export function change(session: Session, next: (view: View) => View): Session {
  const { present } = session.history;
  const view = next(present.view);
  return view === present.view
    ? session
    : upright({ ...session, history: step(session.history, { ...present, view }) });
}

/** A change of the view that belongs to the step before. */
export function adjust(session: Session, next: (view: View) => View): Session {
  const { present } = session.history;
  return { ...session, history: amend(session.history, { ...present, view: next(present.view) }) };
}

const holds = (view: View, selection: Selection): boolean =>
  selection.kind === "relation" ? view.relations.has(selection.id) : view.entities.has(selection.id);

function upright(session: Session): Session {
  const { selection } = session;
  return selection && !holds(viewOf(session), selection) ? { ...session, selection: undefined } : session;
}

export const select = (session: Session, selection: Selection | undefined): Session => ({ ...session, selection });
export const read = (session: Session, reading: Reading | undefined): Session => ({ ...session, reading });

/** A step of the filters that can be undone. */
export function filter(session: Session, next: (filters: Filters) => Filters): Session {
  const { present } = session.history;
  const filters = next(present.filters);
  return filters === present.filters
    ? session
    : { ...session, history: step(session.history, { ...present, filters }) };
}

/** Looks elsewhere; what is in view stays. */
export const look = (session: Session, scope: Scope): Session =>
  session.scope === scope ? session : { ...session, scope };
/** After something was brought in: to where it can be seen. */
export const lookCloser = (session: Session): Session => (session.scope === "whole" ? look(session, "focus") : session);

export const undoStep = (session: Session): Session => upright({ ...session, history: undo(session.history) });
export const redoStep = (session: Session): Session => upright({ ...session, history: redo(session.history) });

/** Opens what an address asks for, once the server has answered. Undo goes back to what was on the screen before. */
export const open = (session: Session, address: Address, answer: Answer, start: boolean): Session =>
  arrive(session, address, { ...show(answer, address.removed, address.hidden), start }, undefined);

/** Shows a view in place of what was on the screen. */
export function arrive(session: Session, address: Address, view: View, kept: Kept | undefined): Session {
  const [before, moment] = [viewOf(session), { view, filters: address.filters }];
  return {
    history: before.entities.size === 0 ? begin(moment) : step(session.history, moment),
    selection: address.selection,
    reading: address.reading,
    scope: address.scope,
    kept,
  };
}

/** Takes entities away. The edge or actor that was read stays selected only if it is still there. */
export const removeEntities = (session: Session, ids: readonly EntityId[]): Session =>
  change(session, (view) => remove(view, ids));

/** The address of the session, for the location bar and for links. The start has none. */
export function addressOfSession(session: Session): Omit<Address, "strange"> {
  const { selection, reading, scope, kept } = session;
  const view = viewOf(session);
  const address = addressOf(view.start ? EMPTY_VIEW : view, selection, reading, filtersOf(session), scope);
  return kept ? { ...address, kept: kept.id } : address;
}
