/** What lies over the sheet in every frame: names, what is held, chosen and pointed at, the lasso. */
import { ENTITY_KINDS } from "../../../schema/ontology.ts";
import type { Point } from "../state/view.ts";
import { colourOf, type Picture, radiusOn, trace } from "./marks.ts";
import { NAME_FONT, names, shortened, STRONG_FONT } from "./names.ts";
import { PAINTED, type Plan } from "./plan.ts";

type Context = OffscreenCanvasRenderingContext2D;

export interface Frame {
  /** What the working view holds. */
  readonly held: readonly string[];
  readonly selected: readonly string[];
  readonly heldAt?: readonly number[];
  readonly selectedAt?: readonly number[];
  readonly pointed: number;
  readonly lasso: readonly Point[];
}

/** Finds the places of what is held and chosen in a plan. */
export function highlight({ ids }: Plan, frame: Frame): Frame {
  const index = new Map(ids.map((id, i) => [id, i]));
  const at = (wanted: readonly string[]) => wanted.flatMap((id) => index.get(id) ?? []);
  return { ...frame, heldAt: at(frame.held), selectedAt: at(frame.selected) };
}

const place = ({ plan, camera }: Picture, i: number): Point => ({
  x: plan.x[i]! * camera.scale + camera.x,
  y: plan.y[i]! * camera.scale + camera.y,
});

function ring(context: Context, picture: Picture, i: number, colour: string, width: number): void {
  const { x, y } = place(picture, i);
  context.beginPath();
  context.arc(x, y, radiusOn(picture.plan, picture.camera, i) * 1.25 + 2.5, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

/** The edges of one mark, drawn strongly, and the mark itself on top. */
function lit(context: Context, picture: Picture, i: number): void {
  const { plan, inks, camera } = picture;
  const from = place(picture, i);
  context.lineWidth = 1.25;
  for (const [quad, name] of PAINTED.entries()) {
    context.strokeStyle = inks.quads[name];
    context.beginPath();
    for (let row = plan.quadStart[quad]!; row < plan.quadStart[quad + 1]!; row += 1) {
      if (plan.subject[row] !== i && plan.object[row] !== i) continue;
      const to = place(picture, plan.subject[row] === i ? plan.object[row]! : plan.subject[row]!);
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
  }
  context.fillStyle = colourOf(picture, i);
  context.beginPath();
  trace(context, ENTITY_KINDS[plan.kind[i]!]!, from.x, from.y, Math.max(4, radiusOn(plan, camera, i)));
  context.fill();
}

const widths = new Map<string, number>();
function widthIn(context: Context, text: string, strong: boolean): number {
  const key = `${strong}${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = strong ? STRONG_FONT : NAME_FONT;
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}

/** Widths measured before the typeface had come are wrong. */
export const forgetWidths = (): void => widths.clear();

function write(context: Context, text: string, x: number, y: number, { ground, ink }: Picture["inks"]): void {
  context.strokeStyle = ground;
  context.lineWidth = 3.5;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

function writeNames(context: Context, picture: Picture, pointed: number): void {
  const radius = (i: number) => radiusOn(picture.plan, picture.camera, i);
  const written = names({ ...picture, radius, widthOf: (text, strong) => widthIn(context, text, strong) });
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.globalAlpha = pointed < 0 ? 1 : 0.45;
  for (const { text, x, y, strong } of written) {
    context.font = strong ? STRONG_FONT : NAME_FONT;
    write(context, text, x, y, picture.inks);
  }
  context.globalAlpha = 1;
  if (pointed < 0) return;
  const { x, y } = place(picture, pointed);
  context.font = STRONG_FONT;
  write(context, shortened(picture.plan.names[pointed]!), x, y + radius(pointed) + 3, picture.inks);
}

function writeLasso(context: Context, lasso: readonly Point[], accent: string): void {
  if (lasso.length < 2) return;
  context.beginPath();
  for (const { x, y } of lasso) context.lineTo(x, y);
  context.closePath();
  context.globalAlpha = 0.12;
  context.fillStyle = accent;
  context.fill();
  context.globalAlpha = 1;
  context.setLineDash([5, 4]);
  context.strokeStyle = accent;
  context.lineWidth = 1.5;
  context.stroke();
  context.setLineDash([]);
}

/** Puts the last things onto a frame. */
export function finish(context: Context, picture: Picture, frame: Frame): void {
  const { inks } = picture;
  for (const i of frame.heldAt ?? []) ring(context, picture, i, inks.accent, 1);
  if (frame.pointed >= 0) lit(context, picture, frame.pointed);
  for (const i of frame.selectedAt ?? []) ring(context, picture, i, inks.accent, 2.5);
  writeNames(context, picture, frame.pointed);
  writeLasso(context, frame.lasso, inks.accent);
}
