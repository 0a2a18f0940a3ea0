/** The whole view in small, with a frame around what is in sight; absent where all of it is. */
import type cytoscape from "cytoscape";
import type { Point } from "../state/view.ts";
import type { Palette } from "./palette.ts";
import type { SceneNode } from "./scene.ts";

export const MINIMAP = { width: 136, height: 92 } as const;
const MARGIN = 8;

interface Fit {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

function fitOf(cy: cytoscape.Core): Fit {
  const { x1, y1, w, h } = cy.elements().boundingBox({ includeLabels: false, includeOverlays: false });
  const scale = Math.min((MINIMAP.width - 2 * MARGIN) / Math.max(1, w), (MINIMAP.height - 2 * MARGIN) / Math.max(1, h));
  return { scale, x: (MINIMAP.width - w * scale) / 2 - x1 * scale, y: (MINIMAP.height - h * scale) / 2 - y1 * scale };
}

/** The place in the graph that a place on the mini-map means. */
export function placeOnMinimap(cy: cytoscape.Core, at: Point): Point {
  const { scale, x, y } = fitOf(cy);
  return { x: (at.x - x) / scale, y: (at.y - y) / scale };
}

function isAllInSight(cy: cytoscape.Core): boolean {
  const [{ x1, y1, x2, y2 }, all] = [cy.extent(), cy.elements().boundingBox({ includeLabels: false })];
  return all.x1 >= x1 && all.x2 <= x2 && all.y1 >= y1 && all.y2 <= y2;
}

/** Paints it, or takes it away where all is in sight. */
export function paintMinimap(canvas: HTMLCanvasElement, cy: cytoscape.Core, palette: Palette): void {
  canvas.hidden = cy.elements().empty() || isAllInSight(cy);
  if (canvas.hidden) return;
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(MINIMAP.width * ratio), Math.round(MINIMAP.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d")!;
  const { scale, x, y } = fitOf(cy);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, MINIMAP.width, MINIMAP.height);
  for (const node of cy.nodes("[^frame]")) {
    const { kind, breadth } = node.data() as SceneNode;
    const at = node.position();
    context.fillStyle = palette.kinds[kind].line;
    context.beginPath();
    context.arc(at.x * scale + x, at.y * scale + y, Math.max(1.3, (breadth * scale) / 2), 0, 2 * Math.PI);
    context.fill();
  }
  const { x1, y1, w, h } = cy.extent();
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.strokeRect(x1 * scale + x, y1 * scale + y, w * scale, h * scale);
}
