/** Layouts that follow an order instead of forces: rings by distance, columns by kind, places on a map. Pure. */
import type { LayoutNode, LayoutRequest } from "./force.ts";

const RING = 150;
const ROW = 62;
const COLUMN = 210;
/** So many of one kind stand below one another before a second column begins. */
const LONGEST_COLUMN = 14;
/** Pixels a degree of longitude takes. */
const DEGREE = 26;

/** How many edges each node is away from the nearest of those in the middle. */
export function distances(count: number, links: LayoutRequest["links"], middle: readonly number[]): number[] {
  const neighbours = Array.from({ length: count }, (): number[] => []);
  for (const [a, b] of links) {
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  const away = Array.from({ length: count }, () => -1);
  let edge = [...middle];
  for (const i of edge) away[i] = 0;
  for (let step = 1; edge.length > 0; step += 1) {
    edge = [...new Set(edge.flatMap((i) => neighbours[i]!).filter((i) => away[i] === -1))];
    for (const i of edge) away[i] = step;
  }
  const farthest = Math.max(...away);
  return away.map((steps) => (steps < 0 ? farthest + 1 : steps));
}

/** Rings around those in the middle; on each ring in the order of where a node's neighbours on the ring within stand. */
export function rings({ nodes, links, middle }: LayoutRequest): Float64Array {
  const away = distances(nodes.length, links, middle);
  const angle = new Float64Array(nodes.length);
  const places = new Float64Array(nodes.length * 2);
  let outer = 0;
  for (let ring = 0; ring <= Math.max(0, ...away); ring += 1) {
    const members = [...nodes.keys()].filter((i) => away[i] === ring);
    if (members.length === 0) continue;
    const lean = (i: number) => {
      const within = links.flatMap(([a, b]) => (a === i ? [b] : b === i ? [a] : [])).filter((j) => away[j]! < ring);
      return within.length === 0 ? 0 : within.reduce((sum, j) => sum + angle[j]!, 0) / within.length;
    };
    const sorted = members.map((i) => ({ i, lean: lean(i) })).toSorted((a, b) => a.lean - b.lean);
    const around = members.reduce((sum, i) => sum + Math.max(2 * nodes[i]!.radius, nodes[i]!.labelWidth) + 22, 0);
    const alone = ring === 0 && members.length === 1;
    outer = alone ? 0 : Math.max(outer + RING, around / (2 * Math.PI));
    for (const [k, { i }] of sorted.entries()) {
      angle[i] = (2 * Math.PI * k) / members.length - Math.PI / 2;
      places[2 * i] = outer * Math.cos(angle[i]);
      places[2 * i + 1] = outer * Math.sin(angle[i]);
    }
  }
  return places;
}

/** A column for each kind, the most connected on top. */
export function columns({ nodes, links }: LayoutRequest): Float64Array {
  const degree = nodes.map((_, i) => links.filter(([a, b]) => a === i || b === i).length);
  const kinds = [...new Set(nodes.map(({ kind }) => kind))].toSorted((a, b) => a - b);
  const places = new Float64Array(nodes.length * 2);
  let x = 0;
  for (const kind of kinds) {
    const members = [...nodes.keys()]
      .filter((i) => nodes[i]!.kind === kind)
      .toSorted((a, b) => degree[b]! - degree[a]!);
    const wide = Math.ceil(members.length / LONGEST_COLUMN);
    const rows = Math.ceil(members.length / wide);
    for (const [k, i] of members.entries()) {
      places[2 * i] = x + Math.floor(k / rows) * COLUMN;
      places[2 * i + 1] = ((k % rows) - (rows - 1) / 2) * ROW;
    }
    x += wide * COLUMN + 30;
  }
  return places;
}

/** Where a node stands by its coordinates: a cylinder unrolled, as on a school map. */
export const onMap = ({ latitude, longitude }: Pick<LayoutNode, "latitude" | "longitude">) =>
  latitude === undefined || longitude === undefined
    ? undefined
    : { x: longitude * DEGREE, y: -latitude * DEGREE * 1.2 };
