/** What the hand does on the stage, told in the explorer's terms. */
import type cytoscape from "cytoscape";
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import type { Selection } from "../state/address.ts";
import type { Point } from "../state/view.ts";
import type { Folded, Stage, StageEvents } from "./contract.ts";
import { membersOf } from "./elements.ts";
import { MINIMAP, placeOnMinimap } from "./minimap.ts";
import { groupKey, isGroup, type SceneEdge } from "./scene.ts";

/** Brings a place of the graph into the middle. */
export function lookTo(cy: cytoscape.Core, { x, y }: Point): void {
  cy.pan({ x: cy.width() / 2 - x * cy.zoom(), y: cy.height() / 2 - y * cy.zoom() });
}

/** A press or a drag on the mini-map looks there. */
export function followMinimap(
  cy: cytoscape.Core,
  { canvas, look }: { canvas: HTMLCanvasElement; look: (at: Point) => void },
): () => void {
  const all = new AbortController();
  const go = (event: PointerEvent) => {
    if (event.buttons === 0) return;
    canvas.setPointerCapture(event.pointerId);
    const { left, top } = canvas.getBoundingClientRect();
    look(placeOnMinimap(cy, { x: event.clientX - left, y: event.clientY - top }));
  };
  canvas.style.width = `${MINIMAP.width}px`;
  canvas.style.height = `${MINIMAP.height}px`;
  canvas.addEventListener("pointerdown", go, { signal: all.signal });
  canvas.addEventListener("pointermove", go, { signal: all.signal });
  return () => all.abort();
}

/** What the hand does to a node. */
function listenToNodes(cy: cytoscape.Core, events: StageEvents): void {
  let from: Point = { x: 0, y: 0 };
  cy.on("grab", "node", ({ target }) => {
    from = { ...target.position() };
  });
  cy.on("dragfree", "node", ({ target }: { target: cytoscape.NodeSingular }) => {
    if (target.data("frame")) {
      const members = target.children().toArray();
      events.onPlace(
        new Map(members.map((node) => [node.id() as EntityId, { ...(node as cytoscape.NodeSingular).position() }])),
      );
    } else if (isGroup(target.id())) {
      const { x, y } = target.position();
      events.onMove(membersOf(target), { x: x - from.x, y: y - from.y });
    } else events.onPlace(new Map([[target.id() as EntityId, { ...target.position() }]]));
  });
  cy.on("dbltap", "node", ({ target }) => {
    if (!isGroup(target.id())) events.onExpand(target.id());
  });
}

/** Listens to the stage. */
export function listen(cy: cytoscape.Core, events: StageEvents, point: Stage["point"]): void {
  const targetOf = (element: cytoscape.SingularElementArgument): Selection => {
    if (element.group() === "nodes") return { kind: "entity", id: element.id() as EntityId };
    const { relations, id } = element.data() as SceneEdge;
    return { kind: "relation", id: (relations.length > 1 ? id : relations[0]) as RelationId };
  };
  const pageOf = ({ originalEvent }: cytoscape.EventObject): Point => {
    const { clientX: x, clientY: y } = originalEvent as MouseEvent;
    return { x, y };
  };
  cy.on("tap", (event) => {
    if (event.target === cy) return events.onSelect(undefined);
    const element = event.target as cytoscape.SingularElementArgument;
    const id = element.id();
    if (element.group() === "edges" && (element.data("relations") as readonly RelationId[]).length > 1)
      return events.onUnfold(element.data() as Folded);
    if (isGroup(id)) return events.onGather(groupKey(id));
    if (element.group() === "nodes" && (event.originalEvent as MouseEvent).shiftKey)
      return events.onChoose([id as EntityId], true);
    return events.onSelect(targetOf(element));
  });
  cy.on("cxttap", "node", (event) => {
    if (!isGroup(event.target.id())) events.onMenu(event.target.id(), pageOf(event));
  });
  listenToNodes(cy, events);
  cy.on("mouseover", "node[^frame], edge", (event) => {
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
