/** What a lasso holds. */
import type { Point } from "../state/view.ts";

/** Whether a point lies in a polygon: a ray from it crosses the border an odd number of times. */
export function isInside(polygon: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  for (const [i, a] of polygon.entries()) {
    const b = polygon[(i + polygon.length - 1) % polygon.length]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** The box around a polygon. */
export const boxOf = (polygon: readonly Point[]) => ({
  left: Math.min(...polygon.map(({ x }) => x)),
  top: Math.min(...polygon.map(({ y }) => y)),
  right: Math.max(...polygon.map(({ x }) => x)),
  bottom: Math.max(...polygon.map(({ y }) => y)),
});
