/** What the layout has to know of a scene, and what its answer means. */
import type { EntityId } from "../../../schema/ids.ts";
import type { LayoutRequest } from "../layout/force.ts";
import type { Point } from "../state/view.ts";
import { LABEL_LINE, widthOf } from "./painter.ts";
import type { Scene } from "./scene.ts";

/** `anew` lays out again all that the hand has not placed; otherwise what stands stays about there. */
export function requestOf({ nodes, edges }: Scene, aspect: number, anew: boolean): LayoutRequest {
  const index = new Map(nodes.map(({ id }, i) => [id, i]));
  const pairs = new Map<string, readonly [number, number]>();
  for (const { source, target } of edges) {
    const [a, b] = [index.get(source)!, index.get(target)!];
    if (a !== b) pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b]);
  }
  return {
    nodes: nodes.map(({ position, pinned, breadth, lines, strong }) => ({
      ...(position && (pinned || !anew) ? position : {}),
      fixed: pinned && position !== undefined,
      radius: breadth / 2,
      labelWidth: widthOf(lines, strong),
      labelHeight: lines.length * LABEL_LINE,
    })),
    links: [...pairs.values()],
    aspect,
    gentle: !anew,
  };
}

export const placesOf = ({ nodes }: Scene, found: Float64Array): ReadonlyMap<EntityId, Point> =>
  new Map(nodes.map(({ id }, i) => [id, { x: found[2 * i]!, y: found[2 * i + 1]! }]));
