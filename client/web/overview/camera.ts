/** Where the overview looks: screen = layout × scale + offset, in CSS pixels. Pure. */
import type { Box } from "../canvas/label.ts";
import type { Point } from "../state/view.ts";

export interface Camera {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 40;
const MOST_SCALE = 140;

export const toScreen = ({ scale, x, y }: Camera, point: Point): Point => ({
  x: point.x * scale + x,
  y: point.y * scale + y,
});
export const toLayout = ({ scale, x, y }: Camera, point: Point): Point => ({
  x: (point.x - x) / scale,
  y: (point.y - y) / scale,
});

/** The camera that has a box of the layout in its middle, as large as fits. */
export function fitting(box: Box, { width, height }: Size, most = 60): Camera {
  const room = { width: Math.max(1, width - 2 * MARGIN), height: Math.max(1, height - 2 * MARGIN) };
  const scale = Math.min(
    room.width / Math.max(0.01, box.right - box.left),
    room.height / Math.max(0.01, box.bottom - box.top),
    most,
  );
  return {
    scale,
    x: width / 2 - (scale * (box.left + box.right)) / 2,
    y: height / 2 - (scale * (box.top + box.bottom)) / 2,
  };
}

export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x + dx,
  y: camera.y + dy,
});

/** Closer or further, while the point under the hand stays there. `least` is the scale at which all of it is small. */
export function zoomed(camera: Camera, factor: number, at: Point, least: number): Camera {
  const scale = Math.min(MOST_SCALE, Math.max(least, camera.scale * factor));
  const real = scale / camera.scale;
  return { scale, x: at.x - (at.x - camera.x) * real, y: at.y - (at.y - camera.y) * real };
}

/** What part of the layout is on a screen of this size, and `beyond` pixels around it. */
export function sight(camera: Camera, { width, height }: Size, beyond = 0): Box {
  const { x: left, y: top } = toLayout(camera, { x: -beyond, y: -beyond });
  const { x: right, y: bottom } = toLayout(camera, { x: width + beyond, y: height + beyond });
  return { left, top, right, bottom };
}
