/** Walking the canvas by arrow keys: to the neighbour that lies most nearly in the direction of the key. */
import type { EntityId } from "../../../schema/ids.ts";
import type { Point } from "./view.ts";

export type Direction = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

const HEADINGS: Readonly<Record<Direction, Point>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

export const isDirection = (key: string): key is Direction => key in HEADINGS;

/** Off the straight line counts double; what lies sideways or behind does not count at all. */
function cost(from: Point, to: Point, heading: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = dx * heading.x + dy * heading.y;
  const aside = Math.abs(dx * heading.y - dy * heading.x);
  return along > 0 && along >= aside * 0.3 ? along + 2 * aside : Number.POSITIVE_INFINITY;
}

/** The best of several places to walk to, or undefined if none lies that way. */
export function toward(
  from: Point,
  places: Iterable<readonly [EntityId, Point]>,
  direction: Direction,
): EntityId | undefined {
  const costs = [...places].map(([id, point]) => ({ id, cost: cost(from, point, HEADINGS[direction]) }));
  const best = costs.filter((c) => Number.isFinite(c.cost)).toSorted((a, b) => a.cost - b.cost)[0];
  return best?.id;
}
