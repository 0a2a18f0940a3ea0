/** Which names are written over the overview: the most connected first, none over another. */
import type { Box } from "../canvas/label.ts";
import { type Camera, sight, type Size } from "./camera.ts";
import type { Grid } from "./grid.ts";
import type { Plan } from "./plan.ts";

export interface Written {
  readonly text: string;
  /** Middle and top of the words. */
  readonly x: number;
  readonly y: number;
  readonly strong: boolean;
}

export const NAME_FONT = '500 11.5px "Inter Variable", ui-sans-serif, system-ui, sans-serif';
export const STRONG_FONT = '600 12px "Inter Variable", ui-sans-serif, system-ui, sans-serif';
const LINE = 15;
const LONGEST = 26;
const TRIED = 260;
const ROOM_A_NAME = 15_000;
const STRONG = 12;

export const shortened = (name: string): string =>
  name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name;

const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

interface Sight {
  readonly plan: Plan;
  readonly grid: Grid;
  readonly camera: Camera;
  readonly size: Size;
  readonly radius: (index: number) => number;
  readonly widthOf: (text: string, strong: boolean) => number;
}

/** The marks in sight, the most connected first; entities come in that order. */
function heaviest({ grid, camera, size }: Sight): number[] {
  const found: number[] = [];
  grid.within(sight(camera, size), (i) => found.push(i));
  return found.sort((a, b) => a - b).slice(0, TRIED);
}

/** Finds a place below its mark for every name that has room. */
export function names(from: Sight): Written[] {
  const { plan, camera, size } = from;
  const most = Math.round((size.width * size.height) / ROOM_A_NAME);
  const taken: Box[] = [];
  const written: Written[] = [];
  for (const i of heaviest(from)) {
    if (written.length >= most) break;
    const text = shortened(plan.names[i]!);
    const strong = i < STRONG;
    const half = from.widthOf(text, strong) / 2 + 4;
    const x = plan.x[i]! * camera.scale + camera.x;
    const y = plan.y[i]! * camera.scale + camera.y + from.radius(i) + 2;
    const box = { left: x - half, right: x + half, top: y, bottom: y + LINE };
    const whole = box.left >= 0 && box.right <= size.width && box.bottom <= size.height;
    if (!whole || taken.some((other) => overlaps(other, box))) continue;
    taken.push(box);
    written.push({ text, x, y, strong });
  }
  return written;
}
