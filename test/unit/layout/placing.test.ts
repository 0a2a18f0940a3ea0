import { describe, expect, it } from "vitest";
import type { EntityId } from "../../../schema/ids.ts";
import { layOut } from "../../../server/layout/placing.ts";
import { seeded } from "../../../server/layout/random.ts";
import { radiusOf } from "../../../server/layout/spread.ts";
import type { Layout, LayoutInput } from "../../../server/store/port.ts";

type Edge = readonly [number, number];

/** A graph of these edges. Entities are numbered by their edges, most first, as stores give them. */
function graphOf(edges: readonly Edge[], standing?: Layout): LayoutInput {
  const size = Math.max(...edges.flat()) + 1;
  const degree = Array.from({ length: size }, (_, node) => edges.filter((edge) => edge.includes(node)).length);
  const stood = new Map(standing?.id.map((id, i) => [id, { x: standing.x[i]!, y: standing.y[i]! }]));
  const id = degree.map((_, node) => `person:${node}` as EntityId);
  return {
    version: 7,
    layoutVersion: 3,
    recordVersion: 0,
    id,
    name: degree.map((_, node) => `Person ${node}`),
    degree,
    x: id.map((id) => stood.get(id)?.x ?? null),
    y: id.map((id) => stood.get(id)?.y ?? null),
    subject: edges.map(([a]) => a),
    object: edges.map(([, b]) => b),
    weight: edges.map(() => 1),
  };
}

/** Groups around their first members, tied to each other by these; and pairs that hang on nothing. */
function groups(count: number, size: number, pairs: number): Edge[] {
  const chance = seeded(3);
  const first = (group: number) => group;
  const member = (group: number, nth: number) => count + group * (size - 1) + nth;
  const stars = Array.from({ length: count }, (_, group) =>
    Array.from({ length: size - 1 }, (_, nth): Edge => [first(group), member(group, nth)]),
  ).flat();
  const within = stars.map(([group, node]): Edge => [node, member(group, Math.floor((size - 1) * chance()))]);
  const ring = Array.from({ length: count }, (_, group): Edge => [first(group), first((group + 1) % count)]);
  const start = count * size;
  const apart = Array.from({ length: pairs }, (_, i): Edge => [start + 2 * i, start + 2 * i + 1]);
  return [...ring, ...stars, ...within.filter(([a, b]) => a !== b), ...apart];
}

const distance = ({ x, y }: Layout, a: number, b: number) => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const EDGES = groups(8, 25, 12);
const input = graphOf(EDGES);
const layout = layOut(input);

describe("A layout", () => {
  it("is the same each time", () => {
    expect(layOut(input)).toEqual(layout);
  });

  it("is of the version of the graph that it saw, and places everything", () => {
    expect([layout.version, layout.id]).toEqual([7, input.id]);
    for (const value of [...layout.x, ...layout.y]) expect(Number.isFinite(value)).toBe(true);
  });

  it("finds who belongs together, and names them by the member with most edges", () => {
    const largest = layout.communities.slice(0, 8);
    expect(largest.map(({ name }) => name).toSorted()).toEqual(input.name.slice(0, 8));
    expect(layout.communities.reduce((sum, { size }) => sum + size, 0)).toBe(input.id.length);
    expect(layout.communities.map(({ size }) => size)).toEqual(
      layout.communities.map(({ size }) => size).toSorted((a, b) => b - a),
    );
  });

  it("puts neighbours nearer to each other than others, some units apart", () => {
    const tied = mean(EDGES.slice(8).map(([a, b]) => distance(layout, a, b)));
    const any = mean(EDGES.slice(8).map(([a], i) => distance(layout, a, (i * 37) % 200)));
    expect(tied).toBeLessThan(any / 2);
    expect(tied).toBeGreaterThan(0.5);
    expect(tied).toBeLessThan(6);
  });

  it("lets the weightiest not cover each other", () => {
    for (let a = 0; a < 8; a += 1)
      for (let b = 0; b < a; b += 1) expect(distance(layout, a, b)).toBeGreaterThan(radiusOf(25));
  });

  it("fills a disc: the outermost stand no further than so many need", () => {
    const reach = Math.max(...layout.x.map((x, i) => Math.hypot(x, layout.y[i]!)));
    expect(reach).toBeLessThan(2.5 * Math.sqrt(input.id.length));
  });
});

describe("A layout of a graph that was laid out before", () => {
  const newcomer = Math.max(...EDGES.flat()) + 1;
  const grown = graphOf([...EDGES, [20, newcomer], [21, newcomer]], layout);
  const next = layOut(grown);

  it("puts newcomers beside their neighbours", () => {
    const between = distance(layout, 20, 21) / 2;
    for (const neighbor of [20, 21]) expect(distance(next, newcomer, neighbor)).toBeLessThan(between + 8);
  });

  it("leaves all others where they stood", () => {
    const moved = input.id.flatMap((_, node) =>
      next.x[node] === layout.x[node] && next.y[node] === layout.y[node] ? [] : [node],
    );
    expect(moved.filter((node) => node !== 20 && node !== 21)).toEqual([]);
  });

  it("changes nothing where nothing changed", () => {
    const again = layOut(graphOf(EDGES, layout));
    expect([again.x, again.y]).toEqual([layout.x, layout.y]);
  });

  it("is made anew where most came since", () => {
    const young = layOut(graphOf(EDGES.slice(0, 60)));
    const whole = layOut(graphOf(EDGES, young));
    expect(whole.x.slice(0, 20)).not.toEqual(young.x.slice(0, 20));
  });

  it("bears a graph of nothing", () => {
    const none = { id: [], name: [], degree: [], x: [], y: [], subject: [], object: [], weight: [] };
    expect(layOut({ version: 1, layoutVersion: 0, recordVersion: 0, ...none })).toMatchObject({ id: [], x: [] });
  });
});
