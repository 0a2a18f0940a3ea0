/** The graph as layouts see it: numbered nodes, most edges first, and links that fold all edges between the same two. */

export interface Network {
  readonly size: number;
  /** Ends of links, by node. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Grows slowly with what is asserted, so that one much-told edge does not pull everything together. */
  readonly weight: Float64Array;
}

/** Folds edges into links. */
export function networkOf(
  size: number,
  subject: readonly number[],
  object: readonly number[],
  assertions: readonly number[],
): Network {
  const told = new Map<number, number>();
  for (const [i, a] of subject.entries()) {
    const b = object[i]!;
    const key = Math.min(a, b) * size + Math.max(a, b);
    if (a !== b) told.set(key, (told.get(key) ?? 0) + assertions[i]!);
  }
  const keys = [...told.keys()].sort((a, b) => a - b);
  return {
    size,
    from: Int32Array.from(keys, (key) => Math.floor(key / size)),
    to: Int32Array.from(keys, (key) => key % size),
    weight: Float64Array.from(keys, (key) => 1 + Math.log2(told.get(key)!)),
  };
}

/** The links of each node, by their numbers: those of node `i` from `first[i]` to before `first[i + 1]`. */
export function linksOf({ size, from, to }: Network): { readonly first: Int32Array; readonly links: Int32Array } {
  const first = new Int32Array(size + 1);
  for (const ends of [from, to]) for (const node of ends) first[node + 1]! += 1;
  for (let i = 0; i < size; i += 1) first[i + 1]! += first[i]!;
  const next = first.slice();
  const links = new Int32Array(2 * from.length);
  for (let i = 0; i < from.length; i += 1) for (const node of [from[i]!, to[i]!]) links[next[node]!++] = i;
  return { first, links };
}

/** The neighbours of each node. */
export function neighborsOf(network: Network): (node: number) => number[] {
  const { first, links } = linksOf(network);
  const { from, to } = network;
  return (node) =>
    Array.from(links.subarray(first[node]!, first[node + 1]!), (i) => (from[i] === node ? to[i]! : from[i]!));
}

/** The part of a network among some nodes, which get new numbers in this order. */
export function partOf({ from, to, weight }: Network, nodes: readonly number[]): Network {
  const number = new Map(nodes.map((node, i) => [node, i]));
  const kept = [...from.keys()].filter((i) => number.has(from[i]!) && number.has(to[i]!));
  return {
    size: nodes.length,
    from: Int32Array.from(kept, (i) => number.get(from[i]!)!),
    to: Int32Array.from(kept, (i) => number.get(to[i]!)!),
    weight: Float64Array.from(kept, (i) => weight[i]!),
  };
}

/** The nodes of each component, in order; the component of the node with most edges first. */
export function componentsOf(network: Network): number[][] {
  const neighbors = neighborsOf(network);
  const seen = new Uint8Array(network.size);
  const components: number[][] = [];
  for (let start = 0; start < network.size; start += 1) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const found = [start];
    for (const node of found)
      for (const other of neighbors(node)) {
        if (seen[other] === 1) continue;
        seen[other] = 1;
        found.push(other);
      }
    components.push(found.sort((a, b) => a - b));
  }
  return components;
}
