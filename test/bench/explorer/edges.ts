/** Edges of the working view that can be pressed, told by Cytoscape, which keeps itself on its element. */
import type { Page } from "playwright-core";

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly id: string;
}

/** Places on the screen where a single edge, and nothing else, lies. */
export function edgeSpots(page: Page, most: number): Promise<Spot[]> {
  return page.evaluate((limit) => {
    interface Box {
      x1: number;
      x2: number;
      y1: number;
      y2: number;
    }
    interface Drawing {
      nodes(selector?: string): { renderedBoundingBox(options: { includeLabels: boolean }): Box }[];
      edges(selector: string): { id(): string; renderedMidpoint(): { x: number; y: number } }[];
      container(): HTMLElement;
    }
    // oxlint-disable no-underscore-dangle -- the name is Cytoscape's
    const drawing = [...document.querySelectorAll<HTMLElement & { _cyreg?: { cy: Drawing } }>("*")].find(
      (e) => e._cyreg?.cy,
    )!._cyreg!.cy;
    const frame = drawing.container().getBoundingClientRect();
    const boxes = drawing.nodes("[^frame]").map((node) => node.renderedBoundingBox({ includeLabels: false }));
    const spots = drawing.edges("[^several]").flatMap((edge) => {
      const { x, y } = edge.renderedMidpoint();
      const covered = boxes.some((b) => x > b.x1 - 2 && x < b.x2 + 2 && y > b.y1 - 2 && y < b.y2 + 2);
      const [left, top] = [x + frame.left, y + frame.top];
      const reached = document.elementFromPoint(left, top);
      return covered || !drawing.container().contains(reached) ? [] : [{ x: left, y: top, id: edge.id() }];
    });
    return spots.filter(({ id }) => !id.startsWith("pair ")).slice(0, limit);
  }, most);
}
