/** What the hands do with what is in view. None of it asks the server. */
import type { DocumentId, EntityId, RelationId } from "../../../schema/ids.ts";
import type { Span } from "../../../schema/model.ts";
import { chooseEnd } from "../ask/question.ts";
import type { Selection } from "../state/address.ts";
import type { Display } from "../state/display.ts";
import type { Filters } from "../state/filters.ts";
import type { Scope } from "../state/scope.ts";
import * as session from "../state/session.ts";
import { apply, type Leaf, useExplorer } from "../state/store.ts";
import * as view from "../state/view.ts";
import { notify } from "./attempt.ts";

/** Selects from where the evidence is wanted: its leaf comes up. An actor may be the other end of a path that was begun. */
function choose(selection: Selection): void {
  if (selection.kind === "entity" && chooseEnd(selection.id)) return;
  apply((s) => session.select(s, selection));
  useExplorer.setState({ leaf: "evidence" });
}

export const selectRelation = (id: RelationId): void => choose({ kind: "relation", id });
export const selectEntity = (id: EntityId): void => choose({ kind: "entity", id });
export const clearSelection = (): void => apply((s) => session.select(s, undefined));

export const hide = (id: EntityId): void => apply((s) => session.change(s, (v) => view.hide(v, [id])));
export const unhideAll = (): void => apply((s) => session.change(s, view.unhideAll));
export const remove = (id: EntityId): void => apply((s) => session.removeEntities(s, [id]));
export const togglePin = (id: EntityId): void => apply((s) => session.change(s, (v) => view.togglePin(v, id)));
export const place = (placed: ReadonlyMap<EntityId, view.Point>): void =>
  apply((s) => session.change(s, (v) => view.place(v, placed)));
export const settle = (found: ReadonlyMap<EntityId, view.Point>): void =>
  apply((s) => session.adjust(s, (v) => view.settle(v, found)));

/** Looks at the whole, at the working view, or at the map. */
export const lookAt = (scope: Scope): void => apply((s) => session.look(s, scope));

/** A layout that was asked for is a step of its own. */
export const settleAnew = (found: ReadonlyMap<EntityId, view.Point>): void =>
  apply((s) => session.change(s, (v) => view.settle(v, found)));

export const hideAll = (ids: Iterable<EntityId>): void => apply((s) => session.change(s, (v) => view.hide(v, ids)));
export const removeAll = (ids: readonly EntityId[]): void => apply((s) => session.removeEntities(s, ids));
export const pinAll = (ids: readonly EntityId[]): void => apply((s) => session.change(s, (v) => view.pinAll(v, ids)));
export const keepOnly = (ids: Iterable<EntityId>): void =>
  apply((s) => session.change(s, (v) => view.keepOnly(v, ids)));
/** Displays the view otherwise: a step that can be undone. */
export const redisplay = (next: (display: Display) => Display): void =>
  apply((s) => session.change(s, (v) => view.displayed(v, next)));

export const undo = (): void => apply(session.undoStep);
export const redo = (): void => apply(session.redoStep);

export const refilter = (next: (filters: Filters) => Filters): void => apply((s) => session.filter(s, next));

export function openDocument(document: DocumentId, at?: Span): void {
  apply((s) => session.read(s, { document, at }));
  useExplorer.setState({ leaf: "reading" });
}

export function closeDocument(): void {
  apply((s) => session.read(s, undefined));
  useExplorer.setState({ leaf: "evidence" });
}

export const turnTo = (leaf: Leaf): void => useExplorer.setState({ leaf });

export const dismissMissing = (): void => useExplorer.setState({ missing: [] });
export const dismissGuard = (): void => useExplorer.setState({ guard: undefined });

/** Copies text, and says so. */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(`${what} copied`);
  } catch {
    notify(`${what} could not be copied: this browser does not allow it here.`);
  }
}
