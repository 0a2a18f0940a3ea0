/** What can be counted of a graph beyond its edges. Pure, and loaded only when asked for. */
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import betweenness from "graphology-metrics/centrality/betweenness.js";

/** `count` nodes, and pairs of them, each pair once. */
export interface Links {
  readonly count: number;
  readonly links: readonly (readonly [number, number])[];
}

function graphOf({ count, links }: Links): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let i = 0; i < count; i += 1) graph.addNode(i);
  for (const [a, b] of links) graph.mergeUndirectedEdge(a, b);
  return graph;
}

/** How much lies between others for each node, 1 for the greatest. */
export function betweennessOf(asked: Links): Float64Array {
  const found = betweenness(graphOf(asked), { normalized: false });
  const values = Array.from({ length: asked.count }, (_, i) => found[i] ?? 0);
  const most = Math.max(...values, Number.MIN_VALUE);
  return Float64Array.from(values, (value) => value / most);
}

/** The number of the community of each node; those without an edge are alone in theirs. */
export function communitiesOf(asked: Links): Float64Array {
  const graph = graphOf(asked);
  if (graph.size === 0) return Float64Array.from({ length: asked.count }, (_, i) => i);
  // Always the same answer for the same graph.
  const found = louvain(graph, { rng: () => 0.5 });
  return Float64Array.from({ length: asked.count }, (_, i) => found[i] ?? -1);
}
