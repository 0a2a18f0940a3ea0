/** Finding marks by place without looking at each: a grid over the layout. Pure. */
import type { Box } from "../canvas/label.ts";
import { extent, type Plan } from "./plan.ts";

const PER_CELL = 4;

export interface Grid {
  /** The mark nearest to a point within `reach`, -1 if none is. */
  readonly nearest: (x: number, y: number, reach: number) => number;
  /** Calls back with every mark in a box. */
  readonly within: (box: Box, found: (index: number) => void) => void;
}

/** Sorts all marks into cells. */
export function gridOf(plan: Pick<Plan, "x" | "y">): Grid {
  const { x, y } = plan;
  const { left, top, right, bottom } = extent(plan);
  const cells = Math.max(1, x.length / PER_CELL);
  const [width, height] = [right - left, bottom - top];
  // Where all stand in a line, its length alone tells how large a cell is.
  const cell = Math.max(1e-6, Math.sqrt((width * height) / cells), Math.max(width, height) / (2 * cells));
  const [across, down] = [Math.floor(width / cell) + 1, Math.floor(height / cell) + 1];
  const column = (at: number) => Math.min(across - 1, Math.max(0, Math.floor((at - left) / cell)));
  const row = (at: number) => Math.min(down - 1, Math.max(0, Math.floor((at - top) / cell)));
  const start = new Uint32Array(across * down + 1);
  const places = Uint32Array.from(x, (value, i) => row(y[i]!) * across + column(value));
  for (const place of places) start[place + 1]! += 1;
  for (let i = 1; i < start.length; i += 1) start[i]! += start[i - 1]!;
  const members = new Uint32Array(x.length);
  const next = start.slice();
  for (const [i, place] of places.entries()) members[next[place]!++] = i;

  const within: Grid["within"] = (box, found) => {
    for (let r = row(box.top); r <= row(box.bottom); r += 1)
      for (let k = start[r * across + column(box.left)]!; k < start[r * across + column(box.right) + 1]!; k += 1) {
        const i = members[k]!;
        if (x[i]! >= box.left && x[i]! <= box.right && y[i]! >= box.top && y[i]! <= box.bottom) found(i);
      }
  };
  const nearest: Grid["nearest"] = (px, py, reach) => {
    let [best, closest] = [-1, reach];
    within({ left: px - reach, right: px + reach, top: py - reach, bottom: py + reach }, (i) => {
      const away = Math.hypot(x[i]! - px, y[i]! - py);
      if (away > closest) return;
      [best, closest] = [i, away];
    });
    return best;
  };
  return { nearest, within };
}
