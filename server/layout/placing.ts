/** Where everything stands after the graph has changed: what stood stays, a new document moves its surroundings only. */
import type { Community, Layout, LayoutInput } from "../store/port.ts";
import { communitiesOf } from "./communities.ts";
import { type Places, settle } from "./forces.ts";
import { neighborsOf, type Network, networkOf, partOf } from "./network.ts";
import { gridOf, radiusOf, spread } from "./spread.ts";
import { layOutWhole } from "./whole.ts";

/** Past so many newcomers among those who stand, all is laid out anew. */
const TOO_MANY = 0.25;
/** An entity with more edges stays where it is when it gets another. */
const HEAVY = 40;

/** Lays out the graph as it is now. */
export function layOut(input: LayoutInput): Layout {
  const { id, subject, object, weight } = input;
  const network = networkOf(id.length, subject, object, weight);
  const degree = Int32Array.from(input.degree);
  const community = communitiesOf(network);
  const isNew = input.x.flatMap((x, node) => (x === null ? [node] : []));
  const isMuch = isNew.length > TOO_MANY * id.length;
  const places = isMuch ? layOutWhole(network, community, degree) : adjust(network, input, degree, isNew);
  return {
    version: input.version,
    id,
    x: [...places.x],
    y: [...places.y],
    community: [...community],
    communities: named(input, community),
  };
}

/** Communities are named by the member with most edges, and such come first. */
function named({ name }: LayoutInput, community: Int32Array): Community[] {
  const found: { name: string; size: number }[] = [];
  for (const [node, number] of community.entries()) {
    const known = found[number];
    if (known) known.size += 1;
    else found[number] = { name: name[node]!, size: 1 };
  }
  return found;
}

/** Puts newcomers beside their neighbours, and lets them and these settle. */
function adjust(network: Network, input: LayoutInput, degree: Int32Array, isNew: readonly number[]): Places {
  const places = { x: Float64Array.from(input.x, (x) => x ?? NaN), y: Float64Array.from(input.y, (y) => y ?? NaN) };
  if (isNew.length === 0) return places;
  const neighbors = neighborsOf(network);
  for (const node of isNew) stand(node, neighbors(node), places);
  const light = isNew.flatMap(neighbors).filter((node) => degree[node]! <= HEAVY);
  const moving = new Set([...isNew, ...light]);
  const around = surroundings(moving, neighbors, places);
  const nodes = [...moving, ...around].sort((a, b) => a - b);
  const part: Places = {
    x: Float64Array.from(nodes, (node) => places.x[node]!),
    y: Float64Array.from(nodes, (node) => places.y[node]!),
  };
  const fixed = Uint8Array.from(nodes, (node) => (moving.has(node) ? 0 : 1));
  settleWithin(partOf(network, nodes), part, fixed);
  spread(
    part,
    Float64Array.from(nodes, (node) => radiusOf(degree[node]!)),
    fixed,
  );
  for (const [i, node] of nodes.entries()) [places.x[node], places.y[node]] = [part.x[i]!, part.y[i]!];
  return places;
}

/** How far a newcomer looks around for whom it may push. */
const NEAR = 4;

/** Who is tied to those that move, or stands near them. */
function surroundings(moving: ReadonlySet<number>, neighbors: (node: number) => number[], places: Places): Set<number> {
  const found = new Set<number>();
  const grid = gridOf(places, NEAR);
  const add = (node: number) => void (moving.has(node) || found.add(node));
  for (const node of moving) {
    neighbors(node).forEach(add);
    grid.near(places.x[node]!, places.y[node]!, NEAR, add);
  }
  return found;
}

/** The most that one moves who stood already: it stays in sight of where it was. */
const LEASH = 3;

function settleWithin(network: Network, places: Places, fixed: Uint8Array): void {
  const before = { x: places.x.slice(), y: places.y.slice() };
  settle(network, places, 30, fixed);
  for (let node = 0; node < network.size; node += 1) {
    const [dx, dy] = [places.x[node]! - before.x[node]!, places.y[node]! - before.y[node]!];
    const distance = Math.hypot(dx, dy);
    if (distance <= LEASH) continue;
    places.x[node] = before.x[node]! + (dx * LEASH) / distance;
    places.y[node] = before.y[node]! + (dy * LEASH) / distance;
  }
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Beside the neighbours that have a place, or outside of everything. */
function stand(node: number, neighbors: readonly number[], { x, y }: Places): void {
  const placed = neighbors.filter((other) => !Number.isNaN(x[other]!));
  const middle = (of: Float64Array) => placed.reduce((sum, other) => sum + of[other]!, 0) / placed.length;
  const outside = () => x.reduce((most, value, i) => Math.max(most, Math.hypot(value, y[i]!) || 0), 0) + 1;
  const [centerX, centerY, away] = placed.length > 0 ? [middle(x), middle(y), 1] : [0, 0, outside()];
  x[node] = centerX + away * Math.cos(node * GOLDEN);
  y[node] = centerY + away * Math.sin(node * GOLDEN);
}
