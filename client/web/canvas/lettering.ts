/** What is written over the stage: names of nodes, words of edges, titles of groups. */
import type cytoscape from "cytoscape";
import { type Named, type Said, type Titled, widthOf } from "./painter.ts";
import type { SceneEdge, SceneNode } from "./scene.ts";

const RAISED: readonly (readonly [string, number])[] = [
  ["pointed", 8_000],
  ["selected", 4_000],
  ["near", 2_000],
  ["focus", 1_000],
  ["dim", -1_000],
];

/** The names of all nodes, with how much each weighs. */
export function named(cy: cytoscape.Core): Named[] {
  const zoom = cy.zoom();
  return cy.nodes("[^frame]").map((node) => {
    const { id, lines, kind, breadth, strong } = node.data() as SceneNode;
    const raised = RAISED.reduce((sum, [name, weight]) => sum + (node.hasClass(name) ? weight : 0), 0);
    return {
      ...node.renderedPosition(),
      id,
      lines,
      kind,
      radius: (breadth / 2) * zoom,
      weight: raised + breadth + node.degree(false),
      strong,
      dim: node.hasClass("dim"),
    };
  });
}
/** What an edge says, at its middle; where the edge is too short for the words, above it. */
export function saidOf(edge: cytoscape.EdgeSingular, zoom: number, colour: string): Said {
  const { verb, relations } = edge.data() as SceneEdge;
  const several = relations.length > 1;
  const text = several && (edge.hasClass("hovered") || edge.hasClass("selected")) ? `${verb} edges` : verb;
  const { x, y } = edge.renderedMidpoint();
  const [a, b] = [edge.renderedSourceEndpoint(), edge.renderedTargetEndpoint()];
  const room = Math.hypot(a.x - b.x, a.y - b.y);
  const flat = Math.abs(a.x - b.x) > Math.abs(a.y - b.y);
  const short = !several && flat && room < widthOf([text], true) + 12;
  const above = Math.max(...edge.connectedNodes().map((node) => node.renderedHeight())) / 2 + 9 * Math.min(1, zoom);
  return { x, y: short ? y - above : y, text, colour, small: several && !edge.hasClass("hovered") };
}

/** The frames of groups, for their names at the upper left. */
export const framed = (cy: cytoscape.Core): Titled[] =>
  cy.nodes("[frame]").map((node) => {
    const { x1, y1 } = node.renderedBoundingBox({ includeLabels: false });
    return { text: node.data("name") as string, x: x1 + 8, y: y1 + 5 };
  });
