import { describe, expect, it } from "vitest";
import { groupId, sceneOf } from "../../../client/web/canvas/scene.ts";
import { columns, distances, rings } from "../../../client/web/layout/arrangements.ts";
import { arrange, type LayoutNode, type LayoutRequest } from "../../../client/web/layout/force.ts";
import { betweennessOf, communitiesOf } from "../../../client/web/layout/measures.ts";
import { inverted, toggledIn, withNeighbours } from "../../../client/web/state/chosen.ts";
import { groupedBy, pairOf, PLAIN, sizedBy, toggleGathered, togglePair } from "../../../client/web/state/display.ts";
import { NO_FILTERS } from "../../../client/web/state/filters.ts";
import { groupsOf } from "../../../client/web/state/grouping.ts";
import { displayed, keepOnly, pinAll, settle, show, type View } from "../../../client/web/state/view.ts";
import { visible } from "../../../client/web/state/visible.ts";
import { aroundPmf, attacks, backs, balad, entity, iran, pmf, relation, usa } from "./fixtures.ts";

const arms = relation(iran, "AID", pmf);
const kataib = entity("MILITIA", "Kata'ib Hezbollah", 4);
const member = relation(kataib, "MEMBER_OF", pmf);
const view = show({
  ...aroundPmf,
  entities: [...aroundPmf.entities, kataib],
  relations: [...aroundPmf.relations, arms, member],
});
const sceneWith = (v: View) => sceneOf(visible(v, NO_FILTERS), v);
const pair = pairOf(iran.id, pmf.id);

describe("edges between the same two", () => {
  it("are drawn as one with their number, and hold all of them", () => {
    const edge = sceneWith(view).edges.find((e) => e.relations.length > 1)!;
    expect(edge.verb).toBe("2");
    expect(edge.relations.toSorted()).toEqual([arms.id, backs.id].toSorted());
    expect(sceneWith(view).edges.some((e) => e.id === backs.id)).toBe(false);
  });

  it("come apart when they are unfolded, and together again", () => {
    const apart = displayed(view, (d) => togglePair(d, pair));
    expect(sceneWith(apart).edges.map(({ id }) => id)).toEqual(expect.arrayContaining([backs.id, arms.id]));
    expect(sceneWith(displayed(apart, (d) => togglePair(d, pair)))).toEqual(sceneWith(view));
  });
});

describe("groups", () => {
  it("are made of the same kind, of who stands together, and of nobody alone", () => {
    const held = visible(view, NO_FILTERS);
    const members = (by: "kind" | "alliance") =>
      Object.fromEntries(groupsOf(held, by).map(({ name, members }) => [name, members.toSorted()]));
    expect(members("kind")).toEqual({ State: [iran.id, usa.id], "Armed group": [kataib.id, pmf.id].toSorted() });
    expect(members("alliance")).toEqual({ "Around Kata'ib Hezbollah": [kataib.id, pmf.id].toSorted() });
  });

  it("are gathered into one node, whose edges are those of its members", () => {
    const gathered = displayed(view, (d) => toggleGathered(groupedBy(d, "kind"), "MILITIA"));
    const scene = sceneWith(gathered);
    expect(scene.nodes.find(({ id }) => id === groupId("MILITIA"))!.members.toSorted()).toEqual(
      [kataib.id, pmf.id].toSorted(),
    );
    expect(scene.nodes.some(({ id }) => id === pmf.id)).toBe(false);
    const fromIran = scene.edges.find(({ source, target }) => [source, target].includes(iran.id))!;
    expect(fromIran.relations).toHaveLength(2);
    expect(scene.frames.map(({ name }) => name)).toEqual(["State"]);
    expect(displayed(gathered, (d) => groupedBy(d, "alliance")).display.gathered.size).toBe(0);
  });
});

describe("several actors at once", () => {
  const seen = visible(view, NO_FILTERS);

  it("are inverted, joined by their neighbours, and taken one by one", () => {
    expect(inverted(new Set([pmf.id, iran.id]), seen).toSorted()).toEqual([usa.id, balad.id, kataib.id].toSorted());
    expect(withNeighbours(new Set([usa.id]), seen)).toEqual([usa.id, pmf.id]);
    expect(toggledIn(new Set([usa.id]), usa.id)).toEqual([]);
  });

  it("are kept alone, with the edges among them", () => {
    const kept = keepOnly(view, [usa.id, pmf.id]);
    expect([...kept.entities.keys()].toSorted()).toEqual([pmf.id, usa.id].toSorted());
    expect([...kept.relations.keys()]).toEqual([attacks.id]);
  });

  it("are pinned together, and unpinned if all of them were", () => {
    const pinned = pinAll(view, [usa.id, pmf.id]);
    expect([...pinned.pinned]).toEqual([usa.id, pmf.id]);
    expect(pinAll(pinned, [usa.id]).pinned.has(usa.id)).toBe(false);
  });
});

describe("sizes by what runs through", () => {
  it("make the one in between the largest", () => {
    const found = betweennessOf({
      count: 4,
      links: [
        [0, 1],
        [1, 2],
        [1, 3],
      ],
    });
    expect([...found]).toEqual([0, 1, 0, 0]);
    const sized = displayed(view, (d) => sizedBy(d, "betweenness"));
    const scene = sceneOf(visible(sized, NO_FILTERS), sized, {
      betweenness: new Map([[pmf.id, 1]]),
      communities: new Map(),
    });
    const breadth = (id: string) => scene.nodes.find((node) => node.id === id)!.breadth;
    expect(breadth(pmf.id)).toBeGreaterThan(breadth(usa.id));
  });

  it("tell who is close to whom", () => {
    const clique = [
      [0, 1],
      [1, 2],
      [0, 2],
      [3, 4],
      [4, 5],
      [3, 5],
      [2, 3],
    ] as const;
    const found = communitiesOf({ count: 6, links: clique });
    expect(new Set([found[0], found[1], found[2]]).size).toBe(1);
    expect(found[0]).not.toBe(found[5]);
    expect([...communitiesOf({ count: 2, links: [] })]).toEqual([0, 1]);
  });
});

describe("layouts by an order", () => {
  const node = (more: Partial<LayoutNode> = {}): LayoutNode => ({
    fixed: false,
    radius: 10,
    labelWidth: 50,
    labelHeight: 14,
    kind: 0,
    group: -1,
    ...more,
  });
  const request = (more: Partial<LayoutRequest>): LayoutRequest => ({
    nodes: [node(), node(), node({ kind: 3 }), node({ kind: 3 })],
    links: [
      [0, 1],
      [1, 2],
    ],
    aspect: 1,
    layout: "rings",
    middle: [0],
    gentle: false,
    ...more,
  });

  it("put rings by distance, and who is not connected outside", () => {
    expect(
      distances(
        4,
        [
          [0, 1],
          [1, 2],
        ],
        [0],
      ),
    ).toEqual([0, 1, 2, 3]);
    const found = rings(request({}));
    const away = [0, 1, 2, 3].map((i) => Math.hypot(found[2 * i]!, found[2 * i + 1]!));
    expect(away).toEqual(away.toSorted((a, b) => a - b));
    expect(away[0]).toBe(0);
  });

  it("put each kind into a column of its own", () => {
    const found = columns(request({}));
    expect(found[0]).toBe(found[2]);
    expect(found[4]).toBe(found[6]);
    expect(found[4]).toBeGreaterThan(found[0]!);
  });

  it("put places where they lie, and leave alone what the hand has placed", () => {
    const nodes = [
      node({ latitude: 50, longitude: 10 }),
      node({ latitude: 10, longitude: 40 }),
      node(),
      node({ x: 7, y: 8, fixed: true }),
    ];
    const found = arrange(request({ layout: "map", nodes }));
    expect(found[0]).toBeLessThan(found[2]!);
    expect(found[1]).toBeLessThan(found[3]!);
    expect([found[6], found[7]]).toEqual([7, 8]);
    expect([...arrange(request({ layout: "columns", nodes }))].slice(6)).toEqual([7, 8]);
  });

  it("of a view that displays otherwise keep every place", () => {
    const placed = settle(view, new Map([[pmf.id, { x: 1, y: 2 }]]));
    expect(displayed(placed, (d) => groupedBy(d, "kind")).positions).toBe(placed.positions);
    expect(displayed(placed, () => placed.display)).toBe(placed);
    expect(placed.display).toBe(PLAIN);
  });
});
