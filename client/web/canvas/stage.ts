/** The one owner of Cytoscape: draws a scene, moves it without jumps, and tells what the hand does with it. */
import cytoscape from "cytoscape";
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import type { Selection } from "../state/address.ts";
import type { Point } from "../state/view.ts";
import { boxAround, frame, type Framing, holds } from "./framing.ts";
import { paint, type Named, type Said } from "./painter.ts";
import { readPalette } from "./palette.ts";
import type { Scene, SceneEdge, SceneNode } from "./scene.ts";
import { stylesheet } from "./stylesheet.ts";

/** What is under the pointer, and where that is on the page. */
export interface Hover {
  readonly target: Selection;
  readonly at: Point;
}

export interface StageEvents {
  readonly onSelect: (target: Selection | undefined) => void;
  readonly onExpand: (id: EntityId) => void;
  readonly onPlace: (placed: ReadonlyMap<EntityId, Point>) => void;
  readonly onHover: (hover: Hover | undefined) => void;
  readonly onMenu: (id: EntityId, at: Point) => void;
}

/** Where things are: a node's middle; an edge's way, from its beginning over its bends, if any, to its end. */
export interface Geometry {
  readonly nodes: ReadonlyMap<string, Point>;
  readonly edges: ReadonlyMap<string, readonly Point[]>;
}

export interface Stage {
  readonly show: (scene: Scene) => void;
  readonly select: (selection: Selection | undefined) => void;
  /** Lights what is named with its neighbours, and dims the rest. */
  readonly point: (target: Selection | undefined) => void;
  readonly fit: () => void;
  /** Brings what does not fit into sight by zooming out; leaves alone what does. */
  readonly contain: () => void;
  readonly reveal: (target: Selection) => void;
  readonly zoom: (factor: number) => void;
  readonly restyle: () => void;
  readonly resize: () => void;
  /** Where everything is now, so that it can be drawn elsewhere. */
  readonly geometry: () => Geometry;
  readonly destroy: () => void;
}

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

const nodeData = ({ position: _position, focus: _focus, pinned: _pinned, ...data }: SceneNode) => data;

/** A node that has no place yet comes out of a neighbour that has. */
function birthplace(cy: cytoscape.Core, node: SceneNode, scene: Scene): Point {
  if (node.position) return { ...node.position };
  for (const { source, target } of scene.edges) {
    if (source !== node.id && target !== node.id) continue;
    const parent = cy.getElementById(source === node.id ? target : source);
    if (parent.nonempty()) return { ...parent.position() };
  }
  return { x: 0, y: 0 };
}

/** Brings Cytoscape's elements to what the scene says; those that stay are the same elements as before. */
function reconcile(cy: cytoscape.Core, scene: Scene): void {
  const wanted = new Set<string>([...scene.nodes, ...scene.edges].map(({ id }) => id));
  cy.elements()
    .filter((element) => !wanted.has(element.id()))
    .remove();
  for (const node of scene.nodes.toSorted((a, b) => Number(!a.position) - Number(!b.position))) {
    const known = cy.getElementById(node.id);
    if (known.nonempty()) known.data(nodeData(node));
    else cy.add({ group: "nodes", data: nodeData(node), position: birthplace(cy, node, scene) });
    cy.getElementById(node.id).toggleClass("focus", node.focus).toggleClass("pinned", node.pinned);
  }
  for (const edge of scene.edges) {
    const known = cy.getElementById(edge.id);
    if (known.nonempty()) known.data({ ...edge });
    else cy.add({ group: "edges", data: { ...edge } });
  }
}

/** Moves every node to its place, at once or in a short glide. */
function move(cy: cytoscape.Core, scene: Scene, duration: number): void {
  for (const { id, position } of scene.nodes) {
    const node = cy.getElementById(id);
    if (!position || node.grabbed()) continue;
    const { x, y } = node.position();
    if (Math.abs(x - position.x) + Math.abs(y - position.y) < 0.5) continue;
    node.stop(true);
    if (duration === 0) node.position({ ...position });
    else node.animate({ position: { ...position } }, { duration, easing: "ease-out" });
  }
}

function light(cy: cytoscape.Core, target: Selection | undefined): void {
  cy.batch(() => {
    cy.elements(".dim, .near, .hovered, .pointed").removeClass("dim near hovered pointed");
    const element = target && cy.getElementById(target.id);
    if (!element || element.empty()) return;
    const near = element.closedNeighborhood().union(element.connectedNodes());
    cy.elements().difference(near).addClass("dim");
    near.addClass("near");
    element.addClass(target.kind === "entity" ? "pointed" : "hovered");
  });
}

const RAISED: readonly (readonly [string, number])[] = [
  ["pointed", 8_000],
  ["selected", 4_000],
  ["near", 2_000],
  ["focus", 1_000],
  ["dim", -1_000],
];

function named(cy: cytoscape.Core): Named[] {
  const zoom = cy.zoom();
  return cy.nodes().map((node) => {
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

const geometryOf = (cy: cytoscape.Core): Geometry => ({
  nodes: new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }])),
  edges: new Map(
    cy.edges().map((edge) => {
      const bends: readonly Point[] | undefined = edge.controlPoints();
      return [edge.id(), [edge.sourceEndpoint(), ...(bends ?? []), edge.targetEndpoint()]];
    }),
  ),
});

/** Opens a stage in `host`, with `ink` above it for words. */
export function openStage(host: HTMLElement, ink: HTMLCanvasElement, events: StageEvents): Stage {
  keepStylesheetOut();
  let palette = readPalette(host);
  let scene: Scene = { nodes: [], edges: [] };
  let pointed: Selection | undefined;
  let dimming: ReturnType<typeof setTimeout> | undefined;
  const cy = cytoscape({
    container: host,
    style: styles(host),
    ...ZOOM,
    boxSelectionEnabled: false,
    autounselectify: true,
  });

  const said = (): Said[] =>
    cy.edges(".selected, .hovered").map((edge) => {
      const { verb } = edge.data() as SceneEdge;
      return { ...edge.renderedMidpoint(), text: verb, colour: palette.ink };
    });

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

  cy.on("render", () => paint(ink, named(cy), said(), palette));
  listen(cy, events, point);

  return {
    show(next) {
      const fresh = cy.nodes().empty();
      scene = next;
      cy.batch(() => reconcile(cy, scene));
      move(cy, scene, fresh ? 0 : motion());
      if (pointed) light(cy, pointed);
    },
    select(selection) {
      cy.elements(".selected").removeClass("selected");
      if (selection) cy.getElementById(selection.id).addClass("selected");
    },
    point,
    fit,
    contain() {
      if (!fits()) fit();
    },
    reveal(target) {
      const element = cy.getElementById(target.id);
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
      cy.destroy();
    },
  };
}

function listen(cy: cytoscape.Core, events: StageEvents, point: Stage["point"]): void {
  const targetOf = (element: cytoscape.SingularElementArgument): Selection =>
    element.group() === "nodes"
      ? { kind: "entity", id: element.id() as EntityId }
      : { kind: "relation", id: element.id() as RelationId };
  const pageOf = ({ originalEvent }: cytoscape.EventObject): Point => {
    const { clientX: x, clientY: y } = originalEvent as MouseEvent;
    return { x, y };
  };
  cy.on("tap", (event) => events.onSelect(event.target === cy ? undefined : targetOf(event.target)));
  cy.on("dbltap", "node", (event) => events.onExpand(event.target.id()));
  cy.on("cxttap", "node", (event) => events.onMenu(event.target.id(), pageOf(event)));
  cy.on("dragfree", "node", ({ target }) => events.onPlace(new Map([[target.id(), { ...target.position() }]])));
  cy.on("mouseover", "node, edge", (event) => {
    point(targetOf(event.target));
    events.onHover({ target: targetOf(event.target), at: pageOf(event) });
  });
  const leave = () => {
    point(undefined);
    events.onHover(undefined);
  };
  cy.on("mouseout", "node, edge", leave);
  cy.container()?.addEventListener("mouseleave", leave);
  cy.on("grab pan zoom", leave);
}
