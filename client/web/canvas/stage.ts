/** The one owner of Cytoscape: draws a scene, moves it without jumps, and tells what the hand does with it. */
import cytoscape from "cytoscape";
import type { Selection } from "../state/address.ts";
import { NO_GHOSTS } from "../state/preview.ts";
import type { Point } from "../state/view.ts";
import type { Stage, StageEvents } from "./contract.ts";
import { elementOf, geometryOf, light, membersOf, move, reconcile } from "./elements.ts";
import { boxAround, frame, type Framing, holds } from "./framing.ts";
import { exorcise, haunt } from "./ghosts.ts";
import { followLasso } from "./lasso.ts";
import { framed, named, saidOf } from "./lettering.ts";
import { followMinimap, listen, lookTo } from "./listen.ts";
import { paintMinimap } from "./minimap.ts";
import { paint, type Said } from "./painter.ts";
import { readPalette } from "./palette.ts";
import type { Scene } from "./scene.ts";
import { stylesheet } from "./stylesheet.ts";

export type { Geometry, Hover, Stage, StageEvents } from "./contract.ts";

const MOTION_MS = 170;
const DIM_AFTER_MS = 80;
const ZOOM = { minZoom: 0.12, maxZoom: 3.2 };

const motion = () => (window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : MOTION_MS);
const styles = (host: HTMLElement) => stylesheet(readPalette(host), motion()) as unknown as cytoscape.StylesheetStyle[];

/** Cytoscape would add an inline stylesheet, which the page's policy refuses; it does not where this id is taken. */
function keepStylesheetOut(): void {
  const id = "__________cytoscape_stylesheet";
  if (!document.getElementById(id)) document.head.append(Object.assign(document.createElement("meta"), { id }));
}

/** Opens a stage in `host`, with `ink` above it for words. */
export function openStage(
  host: HTMLElement,
  ink: HTMLCanvasElement,
  minimap: HTMLCanvasElement,
  events: StageEvents,
): Stage {
  keepStylesheetOut();
  let palette = readPalette(host);
  let scene: Scene = { nodes: [], edges: [], frames: [] };
  let ghosts = NO_GHOSTS;
  let pointed: Selection | undefined;
  let dimming: ReturnType<typeof setTimeout> | undefined;
  const cy = cytoscape({
    container: host,
    style: styles(host),
    ...ZOOM,
    boxSelectionEnabled: false,
    autounselectify: true,
  });

  const standing = () => new Map(scene.nodes.flatMap(({ id, position }) => (position ? [[id, position]] : [])));

  const said = (): Said[] =>
    cy.edges(".selected, .hovered, .several").map((edge) => saidOf(edge, cy.zoom(), palette.ink));

  const point = (target: Selection | undefined) => {
    if (target?.id === pointed?.id) return;
    clearTimeout(dimming);
    pointed = target;
    dimming = setTimeout(() => light(cy, target), DIM_AFTER_MS);
  };

  const look = ({ zoom, pan }: Framing) => {
    cy.stop(true);
    if (motion() === 0) cy.viewport({ zoom, pan: { ...pan } });
    else cy.animate({ zoom, pan: { ...pan } }, { duration: motion(), easing: "ease-out" });
  };
  const size = () => ({ width: cy.width(), height: cy.height() });
  const fit = () => {
    const box = boxAround(scene.nodes);
    if (box) look(frame(box, size(), ZOOM.minZoom));
  };
  const fits = () => {
    const box = boxAround(scene.nodes);
    return !box || holds(box, { zoom: cy.zoom(), pan: cy.pan() }, size());
  };

  const lasso = followLasso(host, {
    onCatch: (holds) => {
      const caught = cy.nodes("[^frame]").filter((node) => !node.hasClass("ghost") && holds(node.renderedPosition()));
      events.onChoose(
        caught.toArray().flatMap((node) => membersOf(node as cytoscape.NodeSingular)),
        false,
      );
    },
    onDraw: () => cy.forceRender(),
    onLasso: (on) => cy.userPanningEnabled(!on),
  });
  const overview = { canvas: minimap, look: (at: Point) => lookTo(cy, at) };
  const unfollow = followMinimap(cy, overview);

  cy.on("render", () => {
    paint(ink, named(cy), said(), palette, framed(cy), lasso.points());
    paintMinimap(minimap, cy, palette);
  });
  listen(cy, events, point);

  return {
    show(next) {
      const fresh = cy.nodes("[^frame]").empty();
      scene = next;
      exorcise(cy);
      cy.batch(() => reconcile(cy, scene));
      move(cy, scene, fresh ? 0 : motion());
      haunt(cy, ghosts, standing());
      if (pointed) light(cy, pointed);
    },
    haunt(next) {
      const first = cy.elements(".ghost").empty();
      ghosts = next;
      haunt(cy, ghosts, standing());
      const { x1, x2, y1, y2 } = cy.elements().renderedBoundingBox({});
      const inSight = x1 >= 0 && y1 >= 0 && x2 <= cy.width() && y2 <= cy.height();
      if (first && ghosts.relations.length > 0 && !inSight)
        cy.animate({ fit: { eles: cy.elements(), padding: 56 } }, { duration: motion(), easing: "ease-out" });
    },
    select(selection) {
      cy.elements(".selected").removeClass("selected");
      if (selection) elementOf(cy, selection).addClass("selected");
    },
    choose(ids) {
      cy.batch(() => {
        for (const node of cy.nodes("[^frame]")) {
          const members = membersOf(node);
          node.toggleClass("chosen", members.length > 0 && members.every((id) => ids.has(id)));
        }
      });
    },
    setLasso: lasso.set,
    point,
    fit,
    contain() {
      if (!fits()) fit();
    },
    reveal(target) {
      const element = elementOf(cy, target);
      const box = element.nonempty() && element.renderedBoundingBox({ includeLabels: false });
      if (!box || (box.x1 >= 0 && box.y1 >= 0 && box.x2 <= cy.width() && box.y2 <= cy.height())) return;
      cy.animate({ center: { eles: element } }, { duration: motion(), easing: "ease-out" });
    },
    zoom(factor) {
      const level = Math.min(Math.max(cy.zoom() * factor, ZOOM.minZoom), ZOOM.maxZoom);
      cy.zoom({ level, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    restyle() {
      palette = readPalette(host);
      cy.style(styles(host));
    },
    resize() {
      const [before, whole] = [size(), fits()];
      cy.resize();
      if (whole && !fits()) fit();
      else cy.panBy({ x: (cy.width() - before.width) / 2, y: (cy.height() - before.height) / 2 });
    },
    geometry: () => geometryOf(cy),
    destroy() {
      clearTimeout(dimming);
      lasso.stop();
      unfollow();
      cy.destroy();
    },
  };
}
