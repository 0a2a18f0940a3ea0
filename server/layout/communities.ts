/** Who is more closely connected among themselves than with the rest, by Louvain's method. */
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import type { Network } from "./network.ts";
import { seeded } from "./random.ts";

/** The community of each node, numbered by size, largest first. */
export function communitiesOf({ size, from, to, weight }: Network): Int32Array {
  const graph = new UndirectedGraph({ allowSelfLoops: false });
  for (let node = 0; node < size; node += 1) graph.addNode(node);
  for (const [i, node] of from.entries()) graph.addEdge(node, to[i], { weight: weight[i] });
  if (graph.size === 0) return Int32Array.from({ length: size }, (_, i) => i);
  const found = louvain(graph, { getEdgeWeight: "weight", rng: seeded(1), resolution: 1 });
  const of = Array.from({ length: size }, (_, node) => found[node]!);
  const members = new Map<number, number>();
  for (const community of of) members.set(community, (members.get(community) ?? 0) + 1);
  const bySize = [...members].sort(([, a], [, b]) => b - a).map(([community]) => community);
  const number = new Map(bySize.map((community, i) => [community, i]));
  return Int32Array.from(of, (community) => number.get(community)!);
}
