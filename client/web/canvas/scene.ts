/** What the stage is to show: the state's view in the canvas's terms. Pure. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import { type EntityKind, type QuadClass, relationTerm } from "../../../schema/ontology.ts";
import { type Bundle, bundled, type Sizing } from "../state/display.ts";
import { type EdgeStatus, edgeStatus, type ViewEntity, type ViewRelation } from "../state/graph.ts";
import { type Group, groupsOf } from "../state/grouping.ts";
import { type Measures, NO_MEASURES } from "../state/measures.ts";
import type { Visible } from "../state/visible.ts";
import type { Point, View } from "../state/view.ts";
import { counted } from "../text/words.ts";
import { lines } from "./label.ts";
import { breadth, edgeWidth } from "./shapes.ts";

/** The id of a group on the stage, which no entity has. */
export type GroupId = `group ${string}`;
export type NodeId = EntityId | GroupId;

export const groupId = (key: string): GroupId => `group ${key}`;
export const isGroup = (id: string): id is GroupId => id.startsWith("group ");
export const groupKey = (id: GroupId): string => id.slice("group ".length);

export interface SceneNode {
  readonly id: NodeId;
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
  /** The group that it stands in. */
  readonly parent: GroupId | undefined;
  /** Of a gathered group: who is in it. */
  readonly members: readonly EntityId[];
}

export interface SceneEdge {
  /** That of the relation, or of the pair where several are drawn as one. */
  readonly id: string;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly pair: string;
  readonly relations: readonly RelationId[];
  readonly quad: QuadClass;
  readonly symmetric: boolean;
  readonly status: EdgeStatus;
  readonly width: number;
  /** The room between the two lines of a disputed edge. */
  readonly gap: number;
  readonly arrow: number;
  readonly verb: string;
}

/** A group that stands open: a frame around its members. */
export interface Frame {
  readonly id: GroupId;
  readonly name: string;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly frames: readonly Frame[];
}

const STRONG_FROM = 44;
/** So many edges an actor between all others is made to look like. */
const BETWEEN_AS_DEGREE = 38;

function weightOf(entity: ViewEntity, sizing: Sizing, { betweenness }: Measures): number {
  return sizing === "degree" ? entity.degree : (betweenness.get(entity.id) ?? 0) * BETWEEN_AS_DEGREE;
}

function sceneNode(entity: ViewEntity, view: View, weight: number, parent: GroupId | undefined): SceneNode {
  const size = breadth(entity.kind, weight);
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
    parent,
    members: [],
  };
}

function middle(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined;
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** A group drawn as one node. */
function gatheredNode({ key, name, members }: Group, view: View): SceneNode {
  const entities = members.map((id) => view.entities.get(id)!);
  const kind = entities.reduce((a, b) => (b.degree > a.degree ? b : a)).kind;
  return {
    id: groupId(key),
    name,
    lines: [...lines(name), counted(members.length, "actor")],
    kind,
    breadth: breadth(kind, 8 * members.length),
    code: undefined,
    codeSize: 12,
    strong: true,
    focus: false,
    pinned: false,
    position: middle(members.flatMap((id) => view.positions.get(id) ?? [])),
    parent: undefined,
    members,
  };
}

/** What several edges say together: the heaviest gives the colour, statuses add up. */
function sceneEdge({ pair, relations }: Bundle<ViewRelation>, at: (id: EntityId) => NodeId): SceneEdge {
  const heaviest = relations.reduce((a, b) => (b.assertionCount > a.assertionCount ? b : a));
  const { quad, symmetric, label } = relationTerm(heaviest.type);
  const many = relations.length > 1;
  const width = edgeWidth(relations.reduce((sum, { assertionCount }) => sum + assertionCount, 0));
  const bothWays = relations.some(({ subject }) => at(subject) !== at(heaviest.subject));
  const statuses = many ? relations.map((relation) => edgeStatus(relation.statuses)) : [];
  const first = statuses[0];
  return {
    id: many ? `pair ${pair}` : heaviest.id,
    source: at(heaviest.subject),
    target: at(heaviest.object),
    pair,
    relations: relations.map(({ id }) => id),
    quad,
    symmetric: symmetric || bothWays,
    status: !many ? edgeStatus(heaviest.statuses) : first && statuses.every((s) => s === first) ? first : "actual",
    width,
    gap: Math.max(1.6, width * 0.7),
    arrow: Math.max(0.8, 1.25 - width * 0.07),
    verb: many ? String(relations.length) : label,
  };
}

/** Edges by the nodes that they join on the stage; within a gathered group there are none. */
function sceneEdges({ relations }: Visible, view: View, at: (id: EntityId) => NodeId): SceneEdge[] {
  const ends = relations.map((relation) => ({ ...relation, ends: [at(relation.subject), at(relation.object)] }));
  const between = ends.filter(({ ends: [a, b], subject, object }) => a !== b || subject === object);
  const loose = between.filter(({ ends }) => !ends.some((end) => isGroup(end!)));
  const tied = between.filter(({ ends }) => ends.some((end) => isGroup(end!)));
  const known = new Map(between.map((relation) => [relation.id, relation]));
  const standIns = tied.map(({ id, ends: [a, b] }) => ({ id, subject: a as EntityId, object: b as EntityId }));
  return [
    ...bundled(loose, view.display.unfolded).map((bundle) => sceneEdge(bundle, at)),
    ...bundled(standIns, new Set()).map((bundle) =>
      sceneEdge({ pair: bundle.pair, relations: bundle.relations.map(({ id }) => known.get(id)!) }, at),
    ),
  ];
}

/** The whole scene. `measures` is what the layout's thread has worked out, as far as it has. */
export function sceneOf(visible: Visible, view: View, measures: Measures = NO_MEASURES): Scene {
  const { grouping, gathered, sizing } = view.display;
  const groups = groupsOf(visible, grouping, measures.communities);
  const groupAt = new Map(groups.flatMap((group) => group.members.map((id) => [id, group] as const)));
  const isGathered = (group: Group | undefined) => group !== undefined && gathered.has(group.key);
  const at = (id: EntityId): NodeId => {
    const group = groupAt.get(id);
    return group && isGathered(group) ? groupId(group.key) : id;
  };
  const open = groups.filter((group) => !isGathered(group));
  const loose = visible.entities.filter(({ id }) => !isGathered(groupAt.get(id)));
  return {
    nodes: [
      ...loose.map((entity) => {
        const group = groupAt.get(entity.id);
        return sceneNode(entity, view, weightOf(entity, sizing, measures), group && groupId(group.key));
      }),
      ...groups.filter(isGathered).map((group) => gatheredNode(group, view)),
    ],
    edges: sceneEdges(visible, view, at),
    frames: open.map(({ key, name }) => ({ id: groupId(key), name })),
  };
}
