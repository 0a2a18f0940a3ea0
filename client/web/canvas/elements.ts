/** The stage's elements: brought to what a scene says, moved, lit, found. */
import type cytoscape from "cytoscape";
import type { EntityId } from "../../../schema/ids.ts";
import type { Selection } from "../state/address.ts";
import type { Point } from "../state/view.ts";
import type { Geometry } from "./contract.ts";
import { isGroup, type Scene, type SceneNode } from "./scene.ts";

const nodeData = ({ position: _position, focus: _focus, pinned: _pinned, parent: _parent, ...data }: SceneNode) => data;

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

/** Frames come before their members and go after them. */
function reframe(cy: cytoscape.Core, { frames, nodes }: Scene): void {
  const gathered = new Set<string>(nodes.map(({ id }) => id));
  const wanted = new Set<string>(frames.map(({ id }) => id));
  for (const frame of cy.nodes("[frame]")) {
    if (wanted.has(frame.id()) && !gathered.has(frame.id())) continue;
    frame.children().move({ parent: null });
    frame.remove();
  }
  for (const { id, name } of frames) {
    const known = cy.getElementById(id);
    if (known.nonempty() && !known.data("frame")) known.remove();
    if (cy.getElementById(id).empty()) cy.add({ group: "nodes", data: { id, name, frame: true } });
    else cy.getElementById(id).data("name", name);
  }
}

function enframe(cy: cytoscape.Core, { id, parent }: SceneNode): void {
  const node = cy.getElementById(id);
  const now = node.parent().nonempty() ? node.parent().first().id() : undefined;
  if (now !== parent) node.move({ parent: parent ?? null });
}

/** Brings Cytoscape's elements to what the scene says; those that stay are the same elements as before. */
export function reconcile(cy: cytoscape.Core, scene: Scene): void {
  const wanted = new Set<string>([...scene.nodes, ...scene.edges].map(({ id }) => id));
  reframe(cy, scene);
  cy.elements("[^frame]")
    .filter((element) => !wanted.has(element.id()))
    .remove();
  for (const node of scene.nodes.toSorted((a, b) => Number(!a.position) - Number(!b.position))) {
    const known = cy.getElementById(node.id);
    if (known.nonempty()) known.data(nodeData(node));
    else cy.add({ group: "nodes", data: nodeData(node), position: birthplace(cy, node, scene) });
    enframe(cy, node);
    cy.getElementById(node.id).toggleClass("focus", node.focus).toggleClass("pinned", node.pinned);
  }
  for (const edge of scene.edges) {
    const known = cy.getElementById(edge.id);
    if (known.nonempty() && (known.data("source") !== edge.source || known.data("target") !== edge.target))
      known.remove();
    if (cy.getElementById(edge.id).nonempty()) known.data({ ...edge });
    else cy.add({ group: "edges", data: { ...edge } });
    cy.getElementById(edge.id).toggleClass("several", edge.relations.length > 1);
  }
}

/** Moves every node to its place, at once or in a short glide. */
export function move(cy: cytoscape.Core, scene: Scene, duration: number): void {
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

/** What stands for a relation or an entity on the stage: itself, its bundle, or its gathered group. */
export function elementOf(cy: cytoscape.Core, { id, kind }: Selection): cytoscape.CollectionReturnValue {
  const itself = cy.getElementById(id);
  if (itself.nonempty()) return itself;
  return kind === "relation"
    ? cy.edges().filter((edge) => (edge.data("relations") as readonly string[]).includes(id))
    : cy.nodes("[^frame]").filter((node) => (node.data("members") as readonly string[]).includes(id));
}

/** The entities that a node stands for. */
export const membersOf = (node: cytoscape.NodeSingular): readonly EntityId[] =>
  isGroup(node.id()) ? (node.data("members") as readonly EntityId[]) : [node.id() as EntityId];

/** Lights what is named with its neighbours, and dims the rest. */
export function light(cy: cytoscape.Core, target: Selection | undefined): void {
  cy.batch(() => {
    cy.elements(".dim, .near, .hovered, .pointed").removeClass("dim near hovered pointed");
    const element = target && elementOf(cy, target);
    if (!element || element.empty()) return;
    const near = element.closedNeighborhood().union(element.connectedNodes());
    cy.elements("[^frame]").difference(near).addClass("dim");
    near.addClass("near");
    element.addClass(target.kind === "entity" ? "pointed" : "hovered");
  });
}

/** Where everything is. */
export const geometryOf = (cy: cytoscape.Core): Geometry => ({
  nodes: new Map(cy.nodes("[^frame]").map((node) => [node.id(), { ...node.position() }])),
  edges: new Map(
    cy.edges().map((edge) => {
      const bends: readonly Point[] | undefined = edge.controlPoints();
      return [edge.id(), [edge.sourceEndpoint(), ...(bends ?? []), edge.targetEndpoint()]];
    }),
  ),
});
