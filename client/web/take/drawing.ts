/** The marks of the canvas as SVG: the same shapes, colours and lines. Pure. */
import type { EntityKind } from "../../../schema/ontology.ts";
import type { Palette } from "../canvas/palette.ts";
import type { SceneEdge, SceneNode } from "../canvas/scene.ts";
import { SHAPES } from "../canvas/shapes.ts";
import type { EdgeStatus } from "../state/graph.ts";
import type { Point } from "../state/view.ts";
import { element, escaped } from "./markup.ts";

export type PlacedNode = SceneNode & { readonly at: Point };
export type PlacedEdge = SceneEdge & { readonly way: readonly Point[] };

const round = (n: number): number => Math.round(n * 10) / 10;
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

export const DASHES: Partial<Record<EdgeStatus, string>> = { future: "9 5", hypothetical: "2 4" };

/** The outline of a kind around a point. */
export function outline(
  kind: EntityKind,
  { x, y }: Point,
  breadth: number,
  style: Readonly<Record<string, string | number>>,
) {
  const { points, name } = SHAPES[kind];
  const half = breadth / 2;
  if (points)
    return element("polygon", {
      points: points.map(([px, py]) => `${round(x + px * half)},${round(y + py * half)}`).join(" "),
      "stroke-linejoin": "round",
      ...style,
    });
  if (name === "ellipse") return element("circle", { cx: round(x), cy: round(y), r: round(half), ...style });
  const corner = round(breadth / 6);
  return element("rect", {
    x: round(x - half),
    y: round(y - half),
    width: round(breadth),
    height: round(breadth),
    rx: corner,
    ...style,
  });
}

/** A node with its name as a tooltip; a state has its letters inside. */
export function drawNode(node: PlacedNode, palette: Palette): string {
  const { line, fill } = palette.kinds[node.kind];
  const shape = outline(node.kind, node.at, node.breadth, {
    fill,
    stroke: line,
    "stroke-width": node.focus ? 2.5 : 1.5,
  });
  const letters = {
    x: round(node.at.x),
    y: round(node.at.y + node.codeSize * 0.36),
    "font-size": node.codeSize,
    "font-weight": 600,
    "text-anchor": "middle",
    fill: line,
  };
  const code = node.code ? element("text", letters, escaped(node.code)) : "";
  return element("g", { "data-id": node.id }, element("title", {}, escaped(node.name)) + shape + code);
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A line from the first point to the last, drawn toward each bend between them. */
function path(way: readonly Point[]): string {
  const [from, to, bends] = [way[0]!, way.at(-1)!, way.slice(1, -1)];
  if (bends.length === 0) return `M${at(from)}L${at(to)}`;
  const pieces = bends.map((bend, i) => {
    const next = bends[i + 1];
    return `Q${at(bend)} ${at(next ? between(bend, next) : to)}`;
  });
  return `M${at(from)}${pieces.join("")}`;
}

/** A triangle whose tip is the end of the way. */
function arrow(way: readonly Point[], edge: SceneEdge, colour: string): string {
  const [tip, before] = [way.at(-1)!, way.at(-2)!];
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const length = 8.6 * edge.arrow;
  const corner = (turn: number) =>
    at({ x: tip.x - length * Math.cos(angle + turn), y: tip.y - length * Math.sin(angle + turn) });
  return element("path", { d: `M${at(tip)}L${corner(0.46)}L${corner(-0.46)}Z`, fill: colour, stroke: "none" });
}

/** The middle of a way. */
function middle(way: readonly Point[]): Point {
  const [from, to, bends] = [way[0]!, way.at(-1)!, way.slice(1, -1)];
  if (bends.length === 0) return between(from, to);
  const bend = bends[Math.floor(bends.length / 2)]!;
  return between(between(from, to), bend);
}

/** The bar across the middle of what did not happen. */
function bar(way: readonly Point[], colour: string): string {
  const [from, to] = [way[0]!, way.at(-1)!];
  const angle = Math.atan2(to.y - from.y, to.x - from.x) + Math.PI / 2;
  const centre = middle(way);
  const reach = { x: 6 * Math.cos(angle), y: 6 * Math.sin(angle) };
  const d = `M${at({ x: centre.x - reach.x, y: centre.y - reach.y })}L${at({ x: centre.x + reach.x, y: centre.y + reach.y })}`;
  return element("path", { d, stroke: colour, "stroke-width": 2 });
}

/** How many edges are drawn as one. */
function several({ relations, way }: PlacedEdge, palette: Palette): string {
  if (relations.length < 2) return "";
  const { x, y } = middle(way);
  const words = { x: round(x), y: round(y + 4), "text-anchor": "middle", "font-size": 12, "font-weight": 600 };
  const halo = { stroke: palette.ground, "stroke-width": 4, "paint-order": "stroke", fill: palette.ink };
  return element("text", { ...words, ...halo }, String(relations.length));
}

/** An edge with what it says as a tooltip. */
export function drawEdge(edge: PlacedEdge, names: ReadonlyMap<string, string>, palette: Palette): string {
  const colour = palette.quads[edge.quad];
  const d = path(edge.way);
  const line = {
    d,
    stroke: colour,
    "stroke-width": edge.width,
    "stroke-opacity": edge.status === "negated" ? 0.42 : 0.82,
  };
  const stroke =
    edge.status === "disputed"
      ? element("path", { d, stroke: colour, "stroke-width": edge.gap + 2.8 }) +
        element("path", { d, stroke: palette.ground, "stroke-width": edge.gap })
      : element("path", { ...line, "stroke-dasharray": DASHES[edge.status] });
  const says = `${names.get(edge.source) ?? ""} ${edge.verb} ${names.get(edge.target) ?? ""}`;
  const tip = edge.symmetric ? "" : arrow(edge.way, edge, colour);
  const crossed = edge.status === "negated" ? bar(edge.way, colour) : "";
  const marks = stroke + crossed + tip + several(edge, palette);
  return element("g", { "data-id": edge.id }, element("title", {}, escaped(says)) + marks);
}

const PADDING = 26;

/** The frame of a group around its members, with its name above. */
export function drawFrame(name: string, members: readonly PlacedNode[], palette: Palette): string {
  if (members.length === 0) return "";
  const reach = (of: (node: PlacedNode, half: number) => number) => members.map((node) => of(node, node.breadth / 2));
  const left = Math.min(...reach(({ at }, half) => at.x - half)) - PADDING;
  const right = Math.max(...reach(({ at }, half) => at.x + half)) + PADDING;
  const top = Math.min(...reach(({ at }, half) => at.y - half)) - PADDING;
  const bottom = Math.max(...reach(({ at }, half) => at.y + half)) + PADDING;
  const box = { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top), rx: 14 };
  const words = { x: round(left + 10), y: round(top - 6), "font-size": 12, fill: palette.ink2 };
  return (
    element("rect", { ...box, stroke: palette.ink2, "stroke-opacity": 0.35 }) + element("text", words, escaped(name))
  );
}
