/** What the layout has to know of a scene, and what its answer means. */
import type { EntityId } from "../../../schema/ids.ts";
import { ENTITY_KINDS } from "../../../schema/ontology.ts";
import type { Layout, LayoutRequest } from "../layout/force.ts";
import type { Links } from "../layout/measures.ts";
import type { Visible } from "../state/visible.ts";
import type { Point, View } from "../state/view.ts";
import { LABEL_LINE, widthOf } from "./painter.ts";
import { isGroup, type Scene } from "./scene.ts";

/** Each pair of joined nodes once, by their places in `ids`. */
function linksAmong(ids: readonly string[], ends: Iterable<readonly [string, string]>): [number, number][] {
  const index = new Map(ids.map((id, i) => [id, i]));
  const pairs = new Map<string, [number, number]>();
  for (const [source, target] of ends) {
    const [a, b] = [index.get(source)!, index.get(target)!];
    if (a !== b) pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b]);
  }
  return [...pairs.values()];
}

/** `anew` lays out again all that the hand has not placed; otherwise what stands stays about there. */
export function requestOf(scene: Scene, view: View, aspect: number, anew: Layout | undefined): LayoutRequest {
  const { nodes, edges, frames } = scene;
  const groups = new Map(frames.map(({ id }, i) => [id, i]));
  const focus = nodes.flatMap(({ focus, id }, i) => (focus || view.focus.includes(id as EntityId) ? [i] : []));
  const heaviest = nodes.reduce((best, node, i) => (node.breadth > nodes[best]!.breadth ? i : best), 0);
  return {
    nodes: nodes.map(({ id, kind, parent, position, pinned, breadth, lines, strong }) => {
      const entity = view.entities.get(id as EntityId);
      return {
        ...(position && (pinned || !anew) ? position : {}),
        fixed: pinned && position !== undefined,
        radius: breadth / 2,
        labelWidth: widthOf(lines, strong),
        labelHeight: lines.length * LABEL_LINE,
        kind: ENTITY_KINDS.indexOf(kind),
        group: parent ? (groups.get(parent) ?? -1) : -1,
        latitude: entity?.latitude,
        longitude: entity?.longitude,
      };
    }),
    links: linksAmong(
      nodes.map(({ id }) => id),
      edges.map(({ source, target }) => [source, target]),
    ),
    aspect,
    layout: anew ?? "force",
    middle: focus.length > 0 ? focus : [heaviest],
    gentle: anew === undefined,
  };
}

/** Where the layout puts each actor; those of a gathered group move with it. */
export function placesOf({ nodes }: Scene, view: View, found: Float64Array): ReadonlyMap<EntityId, Point> {
  const places = new Map<EntityId, Point>();
  for (const [i, { id, members, position }] of nodes.entries()) {
    const to = { x: found[2 * i]!, y: found[2 * i + 1]! };
    if (!isGroup(id)) places.set(id, to);
    else for (const [member, place] of moved(members, view, position, to)) places.set(member, place);
  }
  return places;
}

/** Where members of a group go when the group's node goes from one place to another; who had none stands around it. */
export function moved(
  members: readonly EntityId[],
  { positions }: View,
  from: Point | undefined,
  to: Point,
): [EntityId, Point][] {
  return members.map((id, i) => {
    const place = positions.get(id);
    if (place && from) return [id, { x: place.x + to.x - from.x, y: place.y + to.y - from.y }];
    const angle = (2 * Math.PI * i) / members.length;
    return [id, { x: to.x + 60 * Math.cos(angle), y: to.y + 60 * Math.sin(angle) }];
  });
}

/** What is in sight as a bare graph, for measures. */
export function graphOf({ entities, relations }: Visible): Links {
  const ids = entities.map(({ id }) => id);
  return {
    count: ids.length,
    links: linksAmong(
      ids,
      relations.map(({ subject, object }) => [subject, object]),
    ),
  };
}
