/** Writes names over the canvas: sharp at every zoom, with a halo of the ground, the weightiest first. */
import type { EntityKind } from "../../../schema/ontology.ts";
import { type Box, placeLabels } from "./label.ts";
import type { Point } from "../state/view.ts";
import type { Palette } from "./palette.ts";
import type { NodeId } from "./scene.ts";

export interface Named {
  readonly id: NodeId;
  readonly lines: readonly string[];
  readonly kind: EntityKind;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly weight: number;
  readonly strong: boolean;
  readonly dim: boolean;
}

/** What an edge says, written at its middle. */
export interface Said {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  /** A figure on a line, not words. */
  readonly small: boolean;
}

/** The name of a group, at the upper left of its frame. */
export interface Titled {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const FAMILY = '"Inter Variable", ui-sans-serif, system-ui, sans-serif';
const LINE = 14;
const SMALL = `600 11px ${FAMILY}`;
const fontOf = (strong: boolean) => `${strong ? 600 : 450} 12px ${FAMILY}`;

const widths = new Map<string, number>();
const measure = new OffscreenCanvas(1, 1).getContext("2d")!;

/** The width of some lines of a name, in pixels. */
export function widthOf(lines: readonly string[], strong: boolean): number {
  const key = `${strong}${lines.join("\n")}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  measure.font = fontOf(strong);
  const width = Math.max(...lines.map((line) => measure.measureText(line).width));
  widths.set(key, width);
  return width;
}

/** Widths measured before the typeface had come are wrong. */
export const forgetWidths = (): void => widths.clear();

export const LABEL_LINE = LINE;

function write(context: CanvasRenderingContext2D, text: string, x: number, y: number, halo: string, ink: string) {
  context.strokeStyle = halo;
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

function fit(canvas: HTMLCanvasElement, ratio: number): void {
  const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

/** The room that an edge's words take, which names keep clear of. */
const boxOf = ({ text, x, y }: Said): Box => {
  const half = widthOf([text], true) / 2 + 4;
  return { left: x - half, top: y - 8, right: x + half, bottom: y + 8 };
};

type Room = readonly [bounds: Box, written: readonly Box[]];

function writeNames(context: CanvasRenderingContext2D, named: readonly Named[], palette: Palette, room: Room): void {
  const wishes = named.map((n) => ({ ...n, width: widthOf(n.lines, n.strong) + 4, height: n.lines.length * LINE }));
  const known = new Map(named.map((n) => [n.id, n]));
  for (const { id, x, y } of placeLabels(wishes, ...room)) {
    const { lines, strong, dim } = known.get(id)!;
    context.font = fontOf(strong);
    context.globalAlpha = dim ? 0.25 : 1;
    for (const [i, line] of lines.entries()) write(context, line, x, y + i * LINE, palette.ground, palette.ink);
  }
  context.globalAlpha = 1;
}

/** Paints all names and the words of the edges that are pointed at or chosen. */
export function paint(
  canvas: HTMLCanvasElement,
  named: readonly Named[],
  said: readonly Said[],
  palette: Palette,
  titled: readonly Titled[] = [],
  lasso: readonly Point[] = [],
): void {
  const ratio = window.devicePixelRatio;
  fit(canvas, ratio);
  const context = canvas.getContext("2d")!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  const bounds = { left: 0, top: 0, right: canvas.clientWidth, bottom: canvas.clientHeight };
  writeNames(context, named, palette, [bounds, said.map(boxOf)]);
  for (const { text, x, y, colour, small } of said) {
    context.font = small ? SMALL : fontOf(true);
    write(context, text, x, y - (small ? 5 : 6), palette.ground, colour);
  }
  context.textAlign = "left";
  context.font = fontOf(true);
  for (const { text, x, y } of titled) write(context, text, x, y, palette.ground, palette.ink2);
  drawLasso(context, lasso, palette.accent);
}

function drawLasso(context: CanvasRenderingContext2D, lasso: readonly Point[], accent: string): void {
  if (lasso.length < 2) return;
  context.beginPath();
  for (const { x, y } of lasso) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = accent;
  context.globalAlpha = 0.1;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = accent;
  context.lineWidth = 1.5;
  context.setLineDash([5, 4]);
  context.stroke();
  context.setLineDash([]);
}
