/** A layout of the whole from nothing: communities first, then their members, component by component. */
import { type Places, settle } from "./forces.ts";
import { componentsOf, type Network, partOf } from "./network.ts";
import { pack } from "./pack.ts";
import { radiusOf, spread } from "./spread.ts";

/** The angle by which sunflowers set their seeds. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** How much room a node has on average, so that what is connected stands about 1 apart. */
const ROOM = 1.3;

const seed = (nth: number, step: number) => ({
  x: step * Math.sqrt(nth + 0.5) * Math.cos(nth * GOLDEN),
  y: step * Math.sqrt(nth + 0.5) * Math.sin(nth * GOLDEN),
});

const placesFor = (size: number): Places => ({ x: new Float64Array(size), y: new Float64Array(size) });

/** Nodes in the order of a sunflower's seeds: the first in the middle. */
function sunflower(size: number, step: number): Places {
  const places = placesFor(size);
  for (let i = 0; i < size; i += 1) ({ x: places.x[i], y: places.y[i] } = seed(i, step));
  return places;
}

/** Communities as nodes: links between their members, folded. */
function coarsened({ from, to, weight }: Network, community: Int32Array, count: number): Network {
  const told = new Map<number, number>();
  for (const [i, node] of from.entries()) {
    const [a, b] = [community[node]!, community[to[i]!]!];
    const key = Math.min(a, b) * count + Math.max(a, b);
    if (a !== b) told.set(key, (told.get(key) ?? 0) + weight[i]!);
  }
  const keys = [...told.keys()];
  return {
    size: count,
    from: Int32Array.from(keys, (key) => Math.floor(key / count)),
    to: Int32Array.from(keys, (key) => key % count),
    weight: Float64Array.from(keys, (key) => told.get(key)!),
  };
}

/** Gives the places the extent that so many nodes need, around 0. */
function scale({ x, y }: Places, area: number): void {
  const middle = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [cx, cy] = [middle(x), middle(y)];
  let square = 0;
  for (let i = 0; i < x.length; i += 1) square += (x[i]! - cx) ** 2 + (y[i]! - cy) ** 2;
  // Of a disc that is evenly filled, half the square of the radius is the mean square of the distances.
  const factor = square === 0 ? 1 : Math.sqrt(area / Math.PI / 2 / (square / x.length));
  for (let i = 0; i < x.length; i += 1) {
    x[i] = (x[i]! - cx) * factor;
    y[i] = (y[i]! - cy) * factor;
  }
}

/** Communities where forces put them, and their members around the middle of each. */
function begin(network: Network, community: Int32Array): Places {
  const numbers = new Map([...new Set(community)].map((name, i) => [name, i]));
  const own = community.map((name) => numbers.get(name)!);
  const sizes = new Float64Array(numbers.size);
  for (const number of own) sizes[number]! += 1;
  const middles = sunflower(sizes.length, 10);
  if (sizes.length > 2) settle(coarsened(network, own, sizes.length), middles, 300);
  scale(middles, ROOM * network.size);
  spread(
    middles,
    sizes.map((size) => Math.sqrt((ROOM * size) / Math.PI)),
  );
  const placed = new Float64Array(sizes.length);
  const places = placesFor(network.size);
  for (const [node, number] of own.entries()) {
    const { x, y } = seed(placed[number]!, Math.sqrt(ROOM / Math.PI));
    placed[number]! += 1;
    places.x[node] = middles.x[number]! + x;
    places.y[node] = middles.y[number]! + y;
  }
  return places;
}

/** How long a component is let settle: the larger, the less each step may cost. */
const stepsFor = (size: number): number => (size < 3_000 ? 400 : size < 10_000 ? 200 : 120);

/** The places of one connected network, around 0. */
function component(network: Network, community: Int32Array, degree: Int32Array): Places {
  const places = begin(network, community);
  if (network.size > 2) settle(network, places, stepsFor(network.size));
  scale(places, ROOM * network.size);
  spread(places, Float64Array.from(degree, radiusOf));
  return places;
}

/** Places for all nodes, from nothing. */
export function layOutWhole(network: Network, community: Int32Array, degree: Int32Array): Places {
  const parts = componentsOf(network).map((nodes) => {
    const of = (list: Int32Array) => Int32Array.from(nodes, (node) => list[node]!);
    const places = component(partOf(network, nodes), of(community), of(degree));
    const radius = nodes.reduce(
      (most, node, i) => Math.max(most, Math.hypot(places.x[i]!, places.y[i]!) + radiusOf(degree[node]!)),
      0,
    );
    return { nodes, places, radius };
  });
  parts.sort((a, b) => b.radius - a.radius);
  const centers = pack(parts);
  const all = placesFor(network.size);
  for (const [nth, { nodes, places }] of parts.entries())
    for (const [i, node] of nodes.entries()) {
      all.x[node] = places.x[i]! + centers[nth]!.x;
      all.y[node] = places.y[i]! + centers[nth]!.y;
    }
  return all;
}
