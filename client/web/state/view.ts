/**
 * The view: what is on the canvas and in the table, and where. Every change is a pure step from one view to the next,
 * so that it can be undone, put into the address, and tested without a browser.
 */
import type { DocumentId, EntityId, RelationId } from "../../../schema/ids.ts";
import { type Display, PLAIN } from "./display.ts";
import { type Portion, byId, edgesAt, type ViewEntity, type ViewRelation } from "./graph.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface View {
  readonly entities: ReadonlyMap<EntityId, ViewEntity>;
  readonly relations: ReadonlyMap<RelationId, ViewRelation>;
  /** The entities whose surroundings were asked for, oldest first. */
  readonly focus: readonly EntityId[];
  /** Whether this is the first view, which nobody asked for: its address is empty. */
  readonly start: boolean;
  /** The documents whose edges were asked for. */
  readonly documents: readonly DocumentId[];
  /** How many edges there are around `focus`, in view or not. */
  readonly around: number;
  /** How many edges of `documents` were not brought. */
  readonly unbrought: number;
  /** Out of sight, but still in view. */
  readonly hidden: ReadonlySet<EntityId>;
  /** Taken out of the view by hand; asking for their surroundings brings them back. */
  readonly removed: ReadonlySet<EntityId>;
  /** Placed by hand: no layout moves them. */
  readonly pinned: ReadonlySet<EntityId>;
  readonly positions: ReadonlyMap<EntityId, Point>;
  readonly display: Display;
}

export const EMPTY_VIEW: View = {
  entities: new Map(),
  relations: new Map(),
  start: false,
  focus: [],
  documents: [],
  around: 0,
  unbrought: 0,
  hidden: new Set(),
  removed: new Set(),
  pinned: new Set(),
  positions: new Map(),
  display: PLAIN,
};

/** What was asked for, and the answer. */
export interface Answer extends Portion {
  readonly focus?: readonly EntityId[];
  readonly documents?: readonly DocumentId[];
  /** How many edges there are around the whole focus, the old and the new; absent where none was asked for. */
  readonly around?: number | undefined;
  readonly unbrought?: number | undefined;
}

const union = <T>(a: readonly T[], b: readonly T[] = []): readonly T[] => [...new Set([...a, ...b])];
function without<T>(set: ReadonlySet<T>, gone: Iterable<T>): ReadonlySet<T> {
  const left = new Set(set);
  for (const item of gone) left.delete(item);
  return left;
}
const toggled = <T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> =>
  set.has(item) ? without(set, [item]) : new Set([...set, item]);

/** Adds an answer to the view. What was there keeps its place; what was hidden or removed and is now asked for returns. */
export function grow(view: View, answer: Answer): View {
  const asked = answer.focus ?? [];
  const arriving = answer.entities.filter(({ id }) => !view.entities.has(id)).map(({ id }) => id);
  return {
    ...view,
    start: false,
    entities: new Map([...view.entities, ...byId(answer.entities)]),
    relations: new Map([...view.relations, ...byId(answer.relations)]),
    focus: union(view.focus, asked),
    documents: union(view.documents, answer.documents),
    around: answer.around ?? view.around,
    unbrought: view.unbrought + (answer.unbrought ?? 0),
    hidden: without(view.hidden, asked),
    removed: without(view.removed, [...asked, ...arriving]),
  };
}

/** A fresh view of one answer, without what was removed before. */
export const show = (answer: Answer, removed: Iterable<EntityId> = [], hidden: Iterable<EntityId> = []): View =>
  hide(remove(grow(EMPTY_VIEW, answer), removed), hidden);

/** Takes entities and their edges out of the view, and then the neighbours that nothing holds any more. */
export function remove(view: View, ids: Iterable<EntityId>): View {
  const gone = new Set(ids);
  if (gone.size === 0) return view;
  const relations = new Map([...view.relations].filter(([, r]) => !gone.has(r.subject) && !gone.has(r.object)));
  const focus = view.focus.filter((id) => !gone.has(id));
  const lost = [...view.relations.values()].filter((r) => atFocus(view, r) && !relations.has(r.id)).length;
  const unseen = view.focus.filter((id) => gone.has(id)).reduce((sum, id) => sum + unseenEdges(view, id), 0);
  const held = new Set([...focus, ...[...relations.values()].flatMap((r) => [r.subject, r.object])]);
  return {
    ...view,
    start: false,
    entities: new Map([...view.entities].filter(([id]) => held.has(id))),
    relations,
    focus,
    around: Math.max(0, view.around - lost - unseen),
    removed: new Set([...view.removed, ...gone]),
    pinned: without(view.pinned, gone),
    positions: new Map([...view.positions].filter(([id]) => held.has(id))),
  };
}

export function hide(view: View, ids: Iterable<EntityId>): View {
  const hidden = new Set([...view.hidden, ...ids]);
  return hidden.size === view.hidden.size ? view : { ...view, start: false, hidden };
}

export const unhideAll = (view: View): View => ({ ...view, hidden: new Set() });

export const togglePin = (view: View, id: EntityId): View => ({ ...view, pinned: toggled(view.pinned, id) });

/** The hand puts entities somewhere: there they stay. */
export const place = (view: View, placed: ReadonlyMap<EntityId, Point>): View => ({
  ...view,
  pinned: new Set([...view.pinned, ...placed.keys()]),
  positions: new Map([...view.positions, ...placed]),
});

/** Displays the same otherwise. */
export const displayed = (view: View, next: (display: Display) => Display): View => {
  const display = next(view.display);
  return display === view.display ? view : { ...view, display };
};

/** Pins some, or unpins them if all of them were. */
export function pinAll(view: View, ids: readonly EntityId[]): View {
  const all = ids.every((id) => view.pinned.has(id));
  return { ...view, pinned: all ? without(view.pinned, ids) : new Set([...view.pinned, ...ids]) };
}

/** Leaves only these in the view. */
export const keepOnly = (view: View, ids: Iterable<EntityId>): View => {
  const kept = new Set(ids);
  const held = { ...view, focus: [...new Set([...view.focus, ...kept])].filter((id) => view.entities.has(id)) };
  return remove(
    held,
    [...view.entities.keys()].filter((id) => !kept.has(id)),
  );
};

/** A layout has found places. What the hand has placed meanwhile stays, and what has left the view stays away. */
export function settle(view: View, found: ReadonlyMap<EntityId, Point>): View {
  const news = [...found].filter(([id]) => view.entities.has(id) && !(view.pinned.has(id) && view.positions.has(id)));
  return { ...view, positions: new Map([...view.positions, ...news]) };
}

const atFocus = ({ focus }: View, { subject, object }: ViewRelation): boolean =>
  focus.includes(subject) || focus.includes(object);

/** How many edges were asked for, in view or not: those around the focus, and the others that documents brought. */
export const totalEdges = (view: View): number =>
  view.around + view.unbrought + [...view.relations.values()].filter((relation) => !atFocus(view, relation)).length;

/** How many edges of an entity the view does not hold yet. */
export const unseenEdges = (view: View, id: EntityId): number =>
  Math.max(0, (view.entities.get(id)?.degree ?? 0) - edgesAt(view.relations.values(), id).length);
