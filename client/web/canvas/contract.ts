/** What the stage offers, and what it tells. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import type { Selection } from "../state/address.ts";
import type { Portion } from "../state/graph.ts";
import type { Point } from "../state/view.ts";
import type { Scene } from "./scene.ts";

/** What is under the pointer, and where that is on the page. */
export interface Hover {
  readonly target: Selection;
  readonly at: Point;
}

/** Several edges drawn as one. */
export interface Folded {
  readonly pair: string;
  readonly relations: readonly RelationId[];
}

export interface StageEvents {
  readonly onSelect: (target: Selection | undefined) => void;
  readonly onExpand: (id: EntityId) => void;
  readonly onPlace: (placed: ReadonlyMap<EntityId, Point>) => void;
  readonly onHover: (hover: Hover | undefined) => void;
  readonly onMenu: (id: EntityId, at: Point) => void;
  readonly onUnfold: (folded: Folded) => void;
  /** The frame of a group was pressed, or the node of a gathered one. */
  readonly onGather: (key: string) => void;
  readonly onMove: (members: readonly EntityId[], by: Point) => void;
  /** A lasso, or Shift and a press on one. */
  readonly onChoose: (ids: readonly EntityId[], toggle: boolean) => void;
}

/** Where things are: a node's middle; an edge's way, from its beginning over its bends, if any, to its end. */
export interface Geometry {
  readonly nodes: ReadonlyMap<string, Point>;
  readonly edges: ReadonlyMap<string, readonly Point[]>;
}

export interface Stage {
  readonly show: (scene: Scene) => void;
  /** Lays what documents would add over the scene. */
  readonly haunt: (ghosts: Portion) => void;
  readonly select: (selection: Selection | undefined) => void;
  /** Lights what is named with its neighbours, and dims the rest. */
  readonly point: (target: Selection | undefined) => void;
  readonly fit: () => void;
  /** Brings what does not fit into sight by zooming out; leaves alone what does. */
  readonly contain: () => void;
  readonly reveal: (target: Selection) => void;
  /** Marks what a lasso has chosen. */
  readonly choose: (ids: ReadonlySet<EntityId>) => void;
  /** Whether a plain drag on the ground draws a lasso. */
  readonly setLasso: (on: boolean) => void;
  readonly zoom: (factor: number) => void;
  readonly restyle: () => void;
  readonly resize: () => void;
  /** Where everything is now, so that it can be drawn elsewhere. */
  readonly geometry: () => Geometry;
  readonly destroy: () => void;
}
