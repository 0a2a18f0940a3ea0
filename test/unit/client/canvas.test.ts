import { describe, expect, it } from "vitest";
import { boxAround, frame, holds } from "../../../client/web/canvas/framing.ts";
import { lines, placeLabels } from "../../../client/web/canvas/label.ts";
import { sceneOf } from "../../../client/web/canvas/scene.ts";
import { breadth, edgeWidth } from "../../../client/web/canvas/shapes.ts";
import { arrange, type LayoutNode } from "../../../client/web/layout/force.ts";
import { choicesOf } from "../../../client/web/state/choices.ts";
import { NO_FILTERS } from "../../../client/web/state/filters.ts";
import { visible } from "../../../client/web/state/visible.ts";
import { show } from "../../../client/web/state/view.ts";
import { toward } from "../../../client/web/state/walk.ts";
import { moved } from "../../../client/web/table/grid.ts";
import { aroundPmf, attacks, balad, iran, near, pmf, usa } from "./fixtures.ts";

const BOUNDS = { left: 0, top: 0, right: 400, bottom: 400 };
const wish = (id: string, x: number, y: number, weight: number) => ({
  id,
  x,
  y,
  weight,
  radius: 8,
  width: 60,
  height: 14,
});

describe("names on the canvas", () => {
  it("stand below their node where there is room", () => {
    expect(placeLabels([wish("a", 200, 200, 1)], BOUNDS)).toEqual([{ id: "a", x: 200, y: 211 }]);
  });

  it("never lie over one another, and the weightier come first", () => {
    const crowd = Array.from({ length: 40 }, (_, i) =>
      wish(`n${i}`, 100 + (i % 8) * 18, 100 + Math.floor(i / 8) * 18, i),
    );
    const placed = placeLabels(crowd, BOUNDS);
    expect(placed[0]?.id).toBe("n39");
    expect(placed.length).toBeLessThan(crowd.length);
    for (const a of placed)
      for (const b of placed) if (a !== b) expect(Math.abs(a.x - b.x) >= 60 || Math.abs(a.y - b.y) >= 14).toBe(true);
  });

  it("keep clear of what is written already", () => {
    const below = { left: 150, top: 205, right: 250, bottom: 230 };
    expect(placeLabels([wish("a", 200, 200, 1)], BOUNDS, [below])[0]!.y).toBeLessThan(192);
  });

  it("stay whole inside the canvas", () => {
    const [placed] = placeLabels([wish("a", 10, 200, 1)], BOUNDS);
    expect(placed!.x - 30).toBeGreaterThanOrEqual(0);
    expect(placeLabels([wish("away", -300, 200, 1)], BOUNDS)).toEqual([]);
  });

  it("break into two lines at a space, and end in an ellipsis where they are too long", () => {
    expect(lines("Iran")).toEqual(["Iran"]);
    expect(lines("United States Central Command")).toEqual(["United States", "Central Command"]);
    expect(lines("Islamic State of Iraq and the Levant")).toEqual(["Islamic State of", "Iraq and the Levant"]);
    expect(lines("A".repeat(60))).toEqual([`${"A".repeat(20)}…`]);
    expect(lines("United Nations Multidimensional Integrated Stabilization Mission")[1]).toMatch(/…$/);
  });
});

describe("sizes", () => {
  it("grow with edges and assertions, up to a limit", () => {
    expect(breadth("STATE", 40)).toBeGreaterThan(breadth("STATE", 4));
    expect(breadth("STATE", 100_000)).toBe(breadth("STATE", 10_000));
    expect(edgeWidth(8)).toBeGreaterThan(edgeWidth(2));
    expect(edgeWidth(1_000_000)).toBe(7.5);
  });

  it("of a node's area grow evenly with its edges", () => {
    const area = (degree: number) => breadth("GOVERNMENT", degree) ** 2;
    expect(area(12) - area(8)).toBeCloseTo(area(8) - area(4), -1);
  });
});

describe("the scene", () => {
  const view = show(aroundPmf);
  const scene = sceneOf(visible(view, NO_FILTERS), view);

  it("says how edges are drawn", () => {
    const edge = (id: string) => scene.edges.find((e) => e.id === id);
    expect(edge(attacks.id)).toMatchObject({ quad: "MATERIAL_CONFLICT", status: "disputed", symmetric: false });
    expect(edge(near.id)).toMatchObject({ quad: "STANDING", status: "future", verb: "operates in" });
  });

  it("tells the focus from its neighbours", () => {
    expect(scene.nodes.filter((node) => node.focus).map(({ id }) => id)).toEqual([pmf.id]);
  });
});

describe("framing", () => {
  const nodes = [
    { position: { x: -400, y: -100 }, breadth: 20 },
    { position: { x: 400, y: 100 }, breadth: 20 },
    { position: undefined, breadth: 20 },
  ];
  const size = { width: 600, height: 500 };

  it("brings every placed node into sight", () => {
    const box = boxAround(nodes)!;
    expect(box).toEqual({ left: -410, top: -110, right: 410, bottom: 110 });
    expect(holds(box, frame(box, size, 0.1), size)).toBe(true);
    expect(holds(box, { zoom: 1, pan: { x: 0, y: 0 } }, size)).toBe(false);
  });

  it("goes no closer than is good to read, and has nothing to frame in an empty view", () => {
    expect(frame({ left: 0, top: 0, right: 1, bottom: 1 }, size, 0.1).zoom).toBe(1.2);
    expect(boxAround([])).toBeUndefined();
  });
});

describe("the layout", () => {
  const node = (more: Partial<LayoutNode> = {}): LayoutNode => ({
    fixed: false,
    radius: 12,
    labelWidth: 60,
    labelHeight: 14,
    kind: 0,
    group: -1,
    ...more,
  });
  const star = (n: number) => ({
    nodes: Array.from({ length: n }, () => node()),
    links: Array.from({ length: n - 1 }, (_, i): [number, number] => [0, i + 1]),
    aspect: 1.4,
    layout: "force" as const,
    middle: [0],
  });

  it("gives every node a place of its own", () => {
    const found = arrange({ ...star(40), gentle: false });
    expect(found).toHaveLength(80);
    expect(found.every(Number.isFinite)).toBe(true);
    for (let a = 0; a < 40; a += 1)
      for (let b = a + 1; b < 40; b += 1)
        expect(Math.hypot(found[2 * a]! - found[2 * b]!, found[2 * a + 1]! - found[2 * b + 1]!)).toBeGreaterThan(20);
  });

  it("is the same every time", () => {
    expect(arrange({ ...star(25), gentle: false })).toEqual(arrange({ ...star(25), gentle: false }));
  });

  it("does not move what the hand has placed", () => {
    const nodes = [node({ x: 30, y: 40, fixed: true }), node({ x: 300, y: 10, fixed: false }), node(), node()];
    const found = arrange({
      nodes,
      links: [
        [0, 1],
        [0, 2],
        [0, 3],
      ],
      aspect: 1,
      layout: "force",
      middle: [],
      gentle: true,
    });
    expect([found[0], found[1]]).toEqual([30, 40]);
  });

  it("leaves what stands about where it stood when something is added", () => {
    const before = arrange({ ...star(20), gentle: false });
    const standing = Array.from({ length: 20 }, (_, i) => node({ x: before[2 * i]!, y: before[2 * i + 1]! }));
    const links = [...star(20).links, ...Array.from({ length: 10 }, (_, i): [number, number] => [3, 20 + i])];
    const fresh = Array.from({ length: 10 }, () => node());
    const after = arrange({
      nodes: [...standing, ...fresh],
      links,
      aspect: 1.4,
      layout: "force",
      middle: [],
      gentle: true,
    });
    const moves = standing.map((n, i) => Math.hypot(after[2 * i]! - n.x!, after[2 * i + 1]! - n.y!));
    const middle = moves.toSorted((a, b) => a - b)[10]!;
    expect(middle).toBeLessThan(45);
  });
});

describe("walking by arrow keys", () => {
  const places = [
    [iran.id, { x: 100, y: 10 }],
    [usa.id, { x: -80, y: 0 }],
    [balad.id, { x: 0, y: 90 }],
  ] as const;

  it("goes to the neighbour that lies that way", () => {
    const from = { x: 0, y: 0 };
    expect(toward(from, places, "ArrowRight")).toBe(iran.id);
    expect(toward(from, places, "ArrowLeft")).toBe(usa.id);
    expect(toward(from, places, "ArrowDown")).toBe(balad.id);
    expect(toward(from, places, "ArrowUp")).toBeUndefined();
  });
});

describe("the keys of the table", () => {
  const from = { row: 2, column: 1 };
  it.each([
    ["ArrowDown", false, { row: 3, column: 1 }],
    ["ArrowUp", false, { row: 1, column: 1 }],
    ["End", false, { row: 2, column: 7 }],
    ["Home", true, { row: 0, column: 0 }],
    ["PageDown", false, { row: 4, column: 1 }],
    ["x", false, undefined],
  ])("%s", (key, ctrl, to) => {
    expect(moved(from, key, ctrl, { rows: 5, columns: 8 })).toEqual(to);
  });

  it("reach the head, and stop at the ends", () => {
    expect(moved({ row: 0, column: 0 }, "ArrowUp", false, { rows: 5, columns: 8 })).toEqual({ row: -1, column: 0 });
    expect(moved({ row: -1, column: 0 }, "ArrowUp", false, { rows: 5, columns: 8 })).toEqual({ row: -1, column: 0 });
    expect(moved({ row: 4, column: 7 }, "ArrowRight", false, { rows: 5, columns: 8 })).toEqual({ row: 4, column: 7 });
  });
});

describe("choices before an expansion", () => {
  it("join counts by type, the most first", () => {
    const counts = [
      { type: "AID", kind: "STATE", relations: 2 },
      { type: "ASSAULT", kind: "MILITIA", relations: 4 },
      { type: "AID", kind: "MILITIA", relations: 3 },
    ] as const;
    expect(choicesOf(counts)).toEqual([
      { type: "AID", relations: 5, kinds: ["MILITIA", "STATE"] },
      { type: "ASSAULT", relations: 4, kinds: ["MILITIA"] },
    ]);
  });
});
