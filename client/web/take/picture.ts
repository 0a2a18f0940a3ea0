/** What is on the canvas as a drawing of its own: SVG with names, legend and date. Pure. */
import type { EntityKind, QuadClass } from "../../../schema/ontology.ts";
import { type Box, placeLabels } from "../canvas/label.ts";
import type { Palette } from "../canvas/palette.ts";
import type { Scene } from "../canvas/scene.ts";
import type { Geometry } from "../canvas/stage.ts";
import type { EdgeStatus } from "../state/graph.ts";
import { drawEdge, drawFrame, drawNode, type PlacedEdge, type PlacedNode } from "./drawing.ts";
import { drawLegend, legendHeight } from "./picture-legend.ts";
import { element, escaped } from "./markup.ts";

export interface Picture {
  readonly scene: Scene;
  readonly geometry: Geometry;
  readonly palette: Palette;
  /** What the picture shows, in a few words. */
  readonly title: string;
  /** What holds of it: how much is shown, which filters are on, on which day it was taken. */
  readonly notes: readonly string[];
  /** The width of a name as it will be written, in pixels. */
  readonly widthOf: (lines: readonly string[], strong: boolean) => number;
}

/** What the marks of a picture stand for; only what occurs is explained. */
export interface Marks {
  readonly kinds: readonly EntityKind[];
  readonly quads: readonly QuadClass[];
  readonly statuses: readonly EdgeStatus[];
}

export const FAMILY = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif";
const LINE = 14;
const MARGIN = 36;
const HEAD = 34;
const LEAST_WIDTH = 640;

const placedNodes = ({ scene, geometry }: Picture): PlacedNode[] =>
  scene.nodes.flatMap((node) => {
    const at = geometry.nodes.get(node.id);
    return at ? [{ ...node, at }] : [];
  });

const placedEdges = ({ scene, geometry }: Picture): PlacedEdge[] =>
  scene.edges.flatMap((edge) => {
    const way = geometry.edges.get(edge.id);
    return way && way.length > 1 ? [{ ...edge, way }] : [];
  });

function around(nodes: readonly PlacedNode[], edges: readonly PlacedEdge[]): Box {
  const points = [
    ...nodes.flatMap(({ at, breadth }) => [
      { x: at.x - breadth / 2 - 60, y: at.y - breadth / 2 - 18 },
      { x: at.x + breadth / 2 + 60, y: at.y + breadth / 2 + 2 * LINE + 6 },
    ]),
    ...edges.flatMap(({ way }) => way),
    { x: 0, y: 0 },
  ];
  const kept = nodes.length === 0 ? points : points.slice(0, -1);
  const [xs, ys] = [kept.map(({ x }) => x), kept.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs) - MARGIN, Math.max(...xs) + MARGIN];
  const missing = Math.max(0, LEAST_WIDTH - (right - left)) / 2;
  return {
    left: left - missing,
    right: right + missing,
    top: Math.min(...ys) - MARGIN,
    bottom: Math.max(...ys) + MARGIN,
  };
}

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];

const marksOf = (nodes: readonly PlacedNode[], edges: readonly PlacedEdge[]): Marks => ({
  kinds: distinct(nodes.map(({ kind }) => kind)),
  quads: distinct(edges.map(({ quad }) => quad)),
  statuses: distinct(edges.map(({ status }) => status)),
});

function drawNames(nodes: readonly PlacedNode[], box: Box, { palette, widthOf }: Picture): string {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const wishes = nodes.map(({ id, at, breadth, lines, strong }) => ({
    ...at,
    id,
    radius: breadth / 2,
    width: widthOf(lines, strong) + 4,
    height: lines.length * LINE,
    weight: breadth,
  }));
  return placeLabels(wishes, box)
    .map(({ id, x, y }) => {
      const { lines, strong } = known.get(id)!;
      const spans = lines.map((line, i) => element("tspan", { x, y: y + i * LINE + 11 }, escaped(line))).join("");
      const halo = { stroke: palette.ground, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" };
      return element("text", { ...halo, "font-weight": strong ? 600 : 450 }, spans);
    })
    .join("");
}

/** The picture as an SVG document. What is said in it is text, whatever it looks like. */
export function drawPicture(picture: Picture): string {
  const { palette, title, notes } = picture;
  const [nodes, edges] = [placedNodes(picture), placedEdges(picture)];
  const box = around(nodes, edges);
  const marks = marksOf(nodes, edges);
  const width = Math.ceil(box.right - box.left);
  const drawn = Math.ceil(box.bottom - box.top);
  const foot = legendHeight(marks, notes, width);
  const height = HEAD + drawn + foot;
  const names = new Map(nodes.map(({ id, name }) => [id as string, name]));
  const framed = picture.scene.frames.map((frame) =>
    drawFrame(
      frame.name,
      nodes.filter(({ parent }) => parent === frame.id),
      palette,
    ),
  );
  const graph =
    element("g", { "data-part": "groups", fill: "none" }, framed.join("")) +
    element("g", { "data-part": "edges", fill: "none" }, edges.map((edge) => drawEdge(edge, names, palette)).join("")) +
    element("g", { "data-part": "nodes" }, nodes.map((node) => drawNode(node, palette)).join("")) +
    element(
      "g",
      { "data-part": "names", "text-anchor": "middle", "font-size": 12, fill: palette.ink },
      drawNames(nodes, box, picture),
    );
  const inside = [
    element("title", {}, escaped(title)),
    element("desc", {}, escaped(notes.join(" "))),
    element("rect", { width, height, fill: palette.ground }),
    element("text", { x: MARGIN, y: 28, "font-size": 15, "font-weight": 600, fill: palette.ink }, escaped(title)),
    element("g", { transform: `translate(${-box.left} ${HEAD - box.top})` }, graph),
    element("g", { transform: `translate(${MARGIN} ${HEAD + drawn})` }, drawLegend(marks, notes, width, palette)),
  ].join("");
  const frame = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` };
  return element("svg", { ...frame, role: "img", "font-family": FAMILY }, inside);
}
