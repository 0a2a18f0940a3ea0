/**
 * A view as it is kept on the server: its address, exactly what is in it, and where everything stands. What the graph
 * says of it is asked again when it is opened, so a kept view never shows what its documents no longer say. Pure.
 */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import type { Grouping, Sizing } from "./display.ts";
import { byId, type Portion } from "./graph.ts";
import { EMPTY_VIEW, hide, type View } from "./view.ts";

/** The version of this shape; another one cannot be opened. */
export const SNAPSHOT_VERSION = 1;

export interface Snapshot {
  readonly version: typeof SNAPSHOT_VERSION;
  readonly address: string;
  readonly entities: readonly EntityId[];
  readonly relations: readonly RelationId[];
  readonly places: Readonly<Record<string, readonly [number, number]>>;
  readonly pinned: readonly EntityId[];
  readonly display: {
    readonly grouping: Grouping;
    readonly gathered: readonly string[];
    readonly unfolded: readonly string[];
    readonly sizing: Sizing;
  };
}

const round = (n: number) => Math.round(n * 10) / 10;

/** What is to be kept of a view that has this address. */
export const snapshotOf = (view: View, address: string): Snapshot => ({
  version: SNAPSHOT_VERSION,
  address,
  entities: [...view.entities.keys()],
  relations: [...view.relations.keys()],
  places: Object.fromEntries([...view.positions].map(([id, { x, y }]) => [id, [round(x), round(y)]])),
  pinned: [...view.pinned],
  display: {
    ...view.display,
    gathered: [...view.display.gathered].toSorted(),
    unfolded: [...view.display.unfolded].toSorted(),
  },
});

export interface Restored {
  readonly view: View;
  /** What was kept and is no longer in the graph. */
  readonly missing: readonly string[];
}

/** What the view was asked for, as its address has it. */
type Asked = Pick<View, "focus" | "documents" | "around"> & { readonly hidden: readonly EntityId[] };

/** The view as it was kept, made of what the graph still has of it. */
export function restore(snapshot: Snapshot, found: Portion, asked: Asked): Restored {
  const [entities, relations] = [byId(found.entities), byId(found.relations)];
  const held = (id: string) => entities.has(id as EntityId);
  const places = Object.entries(snapshot.places).filter(([id]) => held(id));
  const view: View = {
    ...EMPTY_VIEW,
    entities: new Map(snapshot.entities.filter(held).map((id) => [id, entities.get(id)!])),
    relations: new Map(snapshot.relations.filter((id) => relations.has(id)).map((id) => [id, relations.get(id)!])),
    focus: asked.focus.filter(held),
    documents: asked.documents,
    around: asked.around,
    pinned: new Set(snapshot.pinned.filter(held)),
    display: {
      ...snapshot.display,
      gathered: new Set(snapshot.display.gathered),
      unfolded: new Set(snapshot.display.unfolded),
    },
    positions: new Map(places.map(([id, [x, y]]) => [id as EntityId, { x, y }])),
  };
  const missing = [
    ...snapshot.entities.filter((id) => !held(id)),
    ...snapshot.relations.filter((id) => !relations.has(id)),
  ];
  return { view: asked.hidden.length > 0 ? hide(view, asked.hidden.filter(held)) : view, missing };
}

/** Whether nothing has changed since a view was kept. */
export const isSame = (a: Snapshot, b: Snapshot): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = (snapshot: Snapshot) => ({
  address: snapshot.address,
  entities: snapshot.entities.toSorted(),
  relations: snapshot.relations.toSorted(),
  pinned: snapshot.pinned.toSorted(),
  display: snapshot.display,
  places: Object.entries(snapshot.places).toSorted(([a], [b]) => (a < b ? -1 : 1)),
});
