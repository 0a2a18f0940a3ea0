/** What the stage is to show: the state's view in the canvas's terms. Pure. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import { type EntityKind, type QuadClass, relationTerm } from "../../../schema/ontology.ts";
import { type EdgeStatus, edgeStatus, type ViewEntity, type ViewRelation } from "../state/graph.ts";
import type { Point, View } from "../state/view.ts";
import type { Visible } from "../state/visible.ts";
import { lines } from "./label.ts";
import { breadth, edgeWidth } from "./shapes.ts";

export interface SceneNode {
  readonly id: EntityId;
  readonly name: string;
  readonly lines: readonly string[];
  readonly kind: EntityKind;
  readonly breadth: number;
  /** The country's letters, written inside the circle of a state. */
  readonly code: string | undefined;
  readonly codeSize: number;
  /** Written in bold, being large or asked for. */
  readonly strong: boolean;
  readonly focus: boolean;
  readonly pinned: boolean;
  readonly position: Point | undefined;
}

export interface SceneEdge {
  readonly id: RelationId;
  readonly source: EntityId;
  readonly target: EntityId;
  readonly quad: QuadClass;
  readonly symmetric: boolean;
  readonly status: EdgeStatus;
  readonly width: number;
  /** The room between the two lines of a disputed edge. */
  readonly gap: number;
  readonly arrow: number;
  readonly verb: string;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}

const STRONG_FROM = 44;

function sceneNode(entity: ViewEntity, view: View): SceneNode {
  const size = breadth(entity.kind, entity.degree);
  const focus = !view.start && view.focus.includes(entity.id);
  return {
    id: entity.id,
    name: entity.name,
    lines: lines(entity.name),
    kind: entity.kind,
    breadth: size,
    code: entity.kind === "STATE" ? entity.country : undefined,
    codeSize: Math.round(size * 0.36),
    strong: focus || size >= STRONG_FROM,
    focus,
    pinned: view.pinned.has(entity.id),
    position: view.positions.get(entity.id),
  };
}

function sceneEdge(relation: ViewRelation): SceneEdge {
  const { quad, symmetric, label } = relationTerm(relation.type);
  const width = edgeWidth(relation.assertionCount);
  return {
    id: relation.id,
    source: relation.subject,
    target: relation.object,
    quad,
    symmetric,
    status: edgeStatus(relation.statuses),
    width,
    gap: Math.max(1.6, width * 0.7),
    arrow: Math.max(0.8, 1.25 - width * 0.07),
    verb: label,
  };
}

export const sceneOf = (visible: Visible, view: View): Scene => ({
  nodes: visible.entities.map((entity) => sceneNode(entity, view)),
  edges: visible.relations.map(sceneEdge),
});
