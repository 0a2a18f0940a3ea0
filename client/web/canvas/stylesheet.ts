/** How the stage draws nodes and edges, worked out from the palette and the shapes. */
import type { EntityKind } from "../../../schema/ontology.ts";
import { ENTITY_KINDS, QUAD_CLASSES } from "../../../schema/ontology.ts";
import type { Palette } from "./palette.ts";
import { SHAPES } from "./shapes.ts";

export interface Rule {
  readonly selector: string;
  readonly style: Readonly<Record<string, string | number>>;
}

const kindRule = (palette: Palette, kind: EntityKind): Rule => {
  const { name, points } = SHAPES[kind];
  const corners = name === "polygon" && points ? { "shape-polygon-points": points.flat().join(" ") } : {};
  const { line, fill } = palette.kinds[kind];
  const style = { shape: name, ...corners, "border-color": line, "background-color": fill, color: line };
  return { selector: `node[kind = "${kind}"]`, style };
};

const nodeRules = (palette: Palette): Rule[] => [
  {
    selector: "node",
    style: {
      "border-width": 1.5,
      "background-opacity": 1,
      "overlay-opacity": 0,
      "z-index": 2,
      "outline-color": palette.accent,
      "outline-width": 0,
      "outline-offset": 3,
      "transition-property": "opacity, outline-width",
    },
  },
  { selector: "node[breadth]", style: { width: "data(breadth)", height: "data(breadth)" } },
  ...ENTITY_KINDS.map((kind) => kindRule(palette, kind)),
  {
    selector: "node[code]",
    style: {
      label: "data(code)",
      "text-valign": "center",
      "text-halign": "center",
      "font-family": "Inter Variable, sans-serif",
      "font-weight": 600,
      "font-size": "data(codeSize)",
      "min-zoomed-font-size": 6,
    },
  },
  { selector: "node.focus", style: { "border-width": 2.5 } },
  { selector: "node.pinned", style: { "border-style": "double", "border-width": 4 } },
  { selector: "node.selected", style: { "outline-width": 2.5 } },
  { selector: "node.near", style: { "border-width": 2.5 } },
  { selector: "node.chosen", style: { "outline-width": 2, "outline-style": "dashed" } },
  {
    selector: "node[frame]",
    style: {
      shape: "round-rectangle",
      "corner-radius": 14,
      padding: "26px",
      "background-color": palette.ink2,
      "background-opacity": 0.05,
      "border-width": 1,
      "border-color": palette.ink2,
      "border-opacity": 0.35,
      "z-compound-depth": "bottom",
    },
  },
  {
    selector: "node.ghost",
    style: { "border-style": "dashed", "background-opacity": 0.35, "border-width": 1.5, events: "no" },
  },
  { selector: "node.dim", style: { opacity: 0.22 } },
];

const edgeRules = (palette: Palette): Rule[] => [
  {
    selector: "edge",
    style: {
      width: "data(width)",
      "curve-style": "bezier",
      "control-point-step-size": 34,
      "line-opacity": 0.82,
      "target-arrow-shape": "triangle",
      "target-distance-from-node": 3,
      "source-distance-from-node": 2,
      "arrow-scale": "data(arrow)",
      "line-cap": "butt",
      "overlay-opacity": 0,
      "underlay-opacity": 0,
      "underlay-color": palette.accent,
      "underlay-padding": 5,
      "z-index": 1,
    },
  },
  ...QUAD_CLASSES.map((quad) => ({
    selector: `edge[quad = "${quad}"]`,
    style: Object.fromEntries(
      ["line-color", "target-arrow-color", "mid-target-arrow-color", "line-outline-color"].map((name) => [
        name,
        palette.quads[quad],
      ]),
    ),
  })),
  { selector: "edge[?symmetric]", style: { "target-arrow-shape": "none", "target-distance-from-node": 2 } },
  { selector: 'edge[status = "future"]', style: { "line-style": "dashed", "line-dash-pattern": [9, 5] as never } },
  {
    selector: 'edge[status = "hypothetical"]',
    style: { "line-style": "dotted", "line-dash-pattern": [2, 4] as never },
  },
  { selector: 'edge[status = "negated"]', style: { "line-opacity": 0.42, "mid-target-arrow-shape": "tee" } },
  {
    selector: 'edge[status = "disputed"]',
    style: { "line-color": palette.ground, "line-opacity": 1, "line-outline-width": 1.4, width: "data(gap)" },
  },
  { selector: "edge.several", style: { "line-opacity": 0.9 } },
  { selector: "edge.near", style: { "line-opacity": 1, "z-index": 3 } },
  { selector: "edge.hovered", style: { "underlay-opacity": 0.16, "line-opacity": 1, "z-index": 4 } },
  { selector: "edge.selected", style: { "underlay-opacity": 0.26, "line-opacity": 1, "z-index": 5 } },
  {
    selector: "edge.ghost",
    style: { "line-style": "dashed", "line-dash-pattern": [6, 6] as never, "line-opacity": 0.75, events: "no" },
  },
  { selector: "edge.dim", style: { opacity: 0.12 } },
];

/** The stage's stylesheet for a palette; `quick` is how long a change takes, in milliseconds. */
export function stylesheet(palette: Palette, quick: number): Rule[] {
  const rules = [...nodeRules(palette), ...edgeRules(palette)];
  const timed = rules[0]!;
  return [{ ...timed, style: { ...timed.style, "transition-duration": `${quick}ms` } }, ...rules.slice(1)];
}
