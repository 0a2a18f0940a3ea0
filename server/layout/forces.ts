/** Forces: neighbours attract, all others repel (ForceAtlas2, its step over plain arrays). */
import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { Network } from "./network.ts";

/** Positions by node. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const OF_NODE = 10;
const OF_LINK = 3;

/** How a network of this size finds its form. `linLog` parts communities; weaker gravity leaves the outskirts room. */
const settingsFor = (size: number) => ({
  linLogMode: true,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 1,
  strongGravityMode: false,
  gravity: 1,
  slowDown: 1 + Math.log(size),
  barnesHutOptimize: size > 500,
  barnesHutTheta: 0.9,
});

/** Lets the forces work for so many steps, from these places; nodes that are `fixed` push others and stay. */
export function settle(network: Network, places: Places, steps: number, fixed?: Uint8Array): void {
  const { size, from, to, weight } = network;
  const nodes = new Float32Array(size * OF_NODE);
  const links = new Float32Array(from.length * OF_LINK);
  const mass = new Float64Array(size).fill(1);
  for (const ends of [from, to]) for (const [i, node] of ends.entries()) mass[node]! += weight[i]!;
  for (let i = 0; i < size; i += 1)
    nodes.set([places.x[i]!, places.y[i]!, 0, 0, 0, 0, mass[i]!, 1, 1, fixed?.[i] ?? 0], i * OF_NODE);
  for (const [i, node] of from.entries()) links.set([node * OF_NODE, to[i]! * OF_NODE, weight[i]!], i * OF_LINK);
  const settings = settingsFor(size);
  for (let step = 0; step < steps; step += 1) iterate(settings, nodes, links);
  for (let i = 0; i < size; i += 1) {
    // The step's numbers are rounded.
    if (fixed?.[i] === 1) continue;
    places.x[i] = nodes[i * OF_NODE]!;
    places.y[i] = nodes[i * OF_NODE + 1]!;
  }
}
