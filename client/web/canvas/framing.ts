/** Where the canvas looks: which zoom and pan bring nodes into sight. Pure. */
import type { Point } from "../state/view.ts";
import type { Box } from "./label.ts";
import type { SceneNode } from "./scene.ts";

export interface Framing {
  readonly zoom: number;
  readonly pan: Point;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const PADDING = { side: 88, top: 60, bottom: 60 };
const CLOSEST = 1.2;

/** The box around the placed nodes, undefined where there is none. */
export function boxAround(nodes: readonly Pick<SceneNode, "position" | "breadth">[]): Box | undefined {
  const placed = nodes.flatMap(({ position, breadth }) => (position ? [{ ...position, half: breadth / 2 }] : []));
  if (placed.length === 0) return undefined;
  return {
    left: Math.min(...placed.map((p) => p.x - p.half)),
    top: Math.min(...placed.map((p) => p.y - p.half)),
    right: Math.max(...placed.map((p) => p.x + p.half)),
    bottom: Math.max(...placed.map((p) => p.y + p.half)),
  };
}

/** The closest look that has the whole box in it, with room for names at the edges. */
export function frame(box: Box, { width, height }: Size, least: number): Framing {
  const room = { width: width - 2 * PADDING.side, height: height - PADDING.top - PADDING.bottom };
  const fitting = Math.min(
    room.width / Math.max(1, box.right - box.left),
    room.height / Math.max(1, box.bottom - box.top),
  );
  const zoom = Math.max(least, Math.min(fitting, CLOSEST));
  return {
    zoom,
    pan: {
      x: width / 2 - (zoom * (box.left + box.right)) / 2,
      y: (height + PADDING.top - PADDING.bottom) / 2 - (zoom * (box.top + box.bottom)) / 2,
    },
  };
}

/** Whether a box lies within what is in sight. */
export const holds = (box: Box, { zoom, pan }: Framing, { width, height }: Size): boolean =>
  box.left * zoom + pan.x >= 0 &&
  box.top * zoom + pan.y >= 0 &&
  box.right * zoom + pan.x <= width &&
  box.bottom * zoom + pan.y <= height;
