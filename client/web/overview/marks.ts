/** Painting edges and marks onto a sheet, a slice at a time, so that the hand is never kept waiting. */
import { SHAPES } from "../canvas/shapes.ts";
import { ENTITY_KINDS, type EntityKind } from "../../../schema/ontology.ts";
import type { Box } from "../canvas/label.ts";
import { type Camera, sight, type Size } from "./camera.ts";
import type { Grid } from "./grid.ts";
import { PAINTED, type Plan } from "./plan.ts";
import type { ColourBy, Inks } from "./protocol.ts";

type Context = OffscreenCanvasRenderingContext2D;

/** What is to be painted, seen how. */
export interface Picture {
  readonly plan: Plan;
  readonly grid: Grid;
  readonly camera: Camera;
  readonly size: Size;
  readonly ratio: number;
  readonly inks: Inks;
  readonly by: ColourBy;
}

// Short paths of hairlines are what software and hardware both paint fastest (measured: a tenth of wider lines' time).
const LINES_A_PATH = 128;
const PATHS_A_SLICE = 12;
const MARKS_A_SLICE = 1_500;
/** So few edges are painted as wide as they weigh. */
const WEIGHED = 1_500;
const DOT = 2.6;
const LARGE = 6;

/** The rows of the edges of one quad class that may be seen in a box. */
function seen({ x, y, subject, object, quadStart }: Plan, quad: number, box: Box): number[] {
  const rows: number[] = [];
  for (let row = quadStart[quad]!; row < quadStart[quad + 1]!; row += 1) {
    const [a, b] = [subject[row]!, object[row]!];
    const [ax, bx, ay, by] = [x[a]!, x[b]!, y[a]!, y[b]!];
    const aside = (ax < box.left && bx < box.left) || (ax > box.right && bx > box.right);
    const above = (ay < box.top && by < box.top) || (ay > box.bottom && by > box.bottom);
    if (!aside && !above) rows.push(row);
  }
  return rows;
}

/** The more edges, the paler each. */
const opacity = (edges: number): number => Math.min(0.7, Math.max(0.09, 24 / Math.sqrt(Math.max(1, edges))));

const widthOf = (weight: number): number => Math.min(4, 1 + 0.7 * Math.log2(weight));

function* edges(context: Context, { plan, camera, size, ratio, inks }: Picture): Generator<void> {
  const box = sight(camera, size);
  const rows = PAINTED.map((_, quad) => seen(plan, quad, box));
  const count = rows.reduce((sum, list) => sum + list.length, 0);
  const weighed = count <= WEIGHED;
  const { x, y, subject, object, weight } = plan;
  const { scale, x: left, y: top } = camera;
  context.globalAlpha = opacity(count);
  const step = weighed ? 1 : LINES_A_PATH;
  const longest = Math.max(...rows.map((list) => list.length));
  let paths = 0;
  // By turns, so that where edges lie thick no quad class covers the others.
  for (let at = 0; at < longest; at += step)
    for (const [quad, list] of rows.entries()) {
      if (at >= list.length) continue;
      context.strokeStyle = inks.quads[PAINTED[quad]!];
      context.lineWidth = weighed ? widthOf(weight[list[at]!]!) : 1 / ratio;
      context.beginPath();
      for (const row of list.slice(at, at + step)) {
        context.moveTo(x[subject[row]!]! * scale + left, y[subject[row]!]! * scale + top);
        context.lineTo(x[object[row]!]! * scale + left, y[object[row]!]! * scale + top);
      }
      context.stroke();
      paths += 1;
      if (paths % (weighed ? 400 : PATHS_A_SLICE) === 0) yield;
    }
  context.globalAlpha = 1;
}

/** Adds the outline of a kind to the path. */
export function trace(context: Context, kind: EntityKind, x: number, y: number, radius: number): void {
  const { points, name, scale } = SHAPES[kind];
  const reach = radius * scale;
  if (radius < DOT || (!points && name !== "ellipse"))
    context.rect(x - reach * 0.9, y - reach * 0.9, reach * 1.8, reach * 1.8);
  else if (!points) {
    context.moveTo(x + reach, y);
    context.arc(x, y, reach, 0, 2 * Math.PI);
  } else {
    for (const [i, [px, py]] of points.entries())
      if (i === 0) context.moveTo(x + px * reach, y + py * reach);
      else context.lineTo(x + px * reach, y + py * reach);
    context.closePath();
  }
}

/** The radius of a mark on the screen. */
export const radiusOn = ({ radius }: Plan, { scale }: Camera, i: number): number =>
  Math.min(24, Math.max(1.1, radius[i]! * scale));

const kindOf = ({ kind }: Plan, i: number): EntityKind => ENTITY_KINDS[kind[i]!]!;

/** The colour of a mark. */
export function colourOf({ plan, inks, by }: Pick<Picture, "plan" | "inks" | "by">, i: number): string {
  if (by === "kind") return inks.kinds[kindOf(plan, i)];
  return inks.communities[plan.community[i]!] ?? inks.faint;
}

/** The marks in sight, by colour. */
function byColour(picture: Picture, marks: readonly number[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const i of marks) {
    const colour = colourOf(picture, i);
    const group = groups.get(colour);
    if (group) group.push(i);
    else groups.set(colour, [i]);
  }
  return groups;
}

function* dots(context: Context, picture: Picture, marks: readonly number[]): Generator<void> {
  const { plan, camera } = picture;
  for (const [colour, group] of byColour(picture, marks)) {
    context.fillStyle = colour;
    for (let at = 0; at < group.length; at += MARKS_A_SLICE) {
      context.beginPath();
      for (const i of group.slice(at, at + MARKS_A_SLICE))
        trace(
          context,
          kindOf(plan, i),
          plan.x[i]! * camera.scale + camera.x,
          plan.y[i]! * camera.scale + camera.y,
          radiusOn(plan, camera, i),
        );
      context.fill();
      yield;
    }
  }
}

/** Large marks one by one, the most connected last, each with a rim of the ground. */
function* large(context: Context, picture: Picture, marks: readonly number[]): Generator<void> {
  const { plan, camera, inks } = picture;
  context.strokeStyle = inks.ground;
  context.lineWidth = 1.5;
  for (const [done, i] of marks.toReversed().entries()) {
    context.fillStyle = colourOf(picture, i);
    context.beginPath();
    trace(
      context,
      kindOf(plan, i),
      plan.x[i]! * camera.scale + camera.x,
      plan.y[i]! * camera.scale + camera.y,
      radiusOn(plan, camera, i),
    );
    context.stroke();
    context.fill();
    if (done % 300 === 299) yield;
  }
}

/** Paints the whole picture; between two slices the caller may do something else. */
export function* painting(context: Context, picture: Picture): Generator<void> {
  const { plan, grid, camera, size, ratio } = picture;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  yield* edges(context, picture);
  const [small, big]: [number[], number[]] = [[], []];
  const box = sight(camera, size, 24);
  grid.within(box, (i) => (radiusOn(plan, camera, i) < LARGE ? small : big).push(i));
  yield* dots(context, picture, small);
  yield* large(
    context,
    picture,
    big.toSorted((a, b) => a - b),
  );
}
