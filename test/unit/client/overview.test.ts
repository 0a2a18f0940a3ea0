import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitting, sight, toLayout, toScreen, zoomed } from "../../../client/web/overview/camera.ts";
import { gridOf } from "../../../client/web/overview/grid.ts";
import { names } from "../../../client/web/overview/names.ts";
import { extent, type OverviewAnswer, PAINTED, planOf } from "../../../client/web/overview/plan.ts";
import { isInside } from "../../../client/web/parts/polygon.ts";

const answer: OverviewAnswer = {
  entities: {
    id: ["state:Iran", "militia:PMF", "base:Balad"],
    name: ["Iran", "PMF", "Balad"],
    kind: ["STATE", "MILITIA", "BASE"],
    degree: [9, 3, 1],
    x: [0, 3, 3],
    y: [0, 0, 4],
    community: [0, 0, -1],
  },
  relations: {
    subject: [0, 1, 0],
    object: [1, 2, 1],
    quad: ["MATERIAL_CONFLICT", "STANDING", "VERBAL_COOPERATION"],
    weight: [5, 2, 1],
  },
  communities: [{ name: "Iran", size: 2 }],
  totalEntities: 3,
  totalRelations: 3,
};

const size = { width: 800, height: 600 };
const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
const place = fc.record({ x: coordinate, y: coordinate });

describe("the plan of the whole graph", () => {
  it("sorts edges by quad class, conflict last, and keeps their ends", () => {
    const plan = planOf(answer);
    const pairs = [...plan.subject].map((subject, row) => [plan.names[subject], plan.names[plan.object[row]!]]);
    expect(pairs).toEqual([
      ["PMF", "Balad"],
      ["Iran", "PMF"],
      ["Iran", "PMF"],
    ]);
    expect([...plan.weight]).toEqual([2, 1, 5]);
    expect([...plan.quadStart]).toEqual([0, 1, 2, 2, 2, 3]);
    expect(PAINTED.at(-1)).toBe("MATERIAL_CONFLICT");
  });

  it("leaves out kinds that are switched off, with their edges, and says what there is in all", () => {
    const plan = planOf(answer, new Set(["BASE"]));
    expect(plan.ids).toEqual(["state:Iran", "militia:PMF"]);
    expect(plan.subject).toHaveLength(2);
    expect([plan.totalEntities, plan.totalRelations]).toEqual([3, 3]);
  });

  it("has a box around it, also when it is empty", () => {
    expect(extent(planOf(answer))).toEqual({ left: 0, top: 0, right: 3, bottom: 4 });
    expect(extent({ x: new Float32Array(), y: new Float32Array() })).toEqual({ left: 0, top: 0, right: 0, bottom: 0 });
  });
});

describe("the camera", () => {
  it("fits a box into the screen", () => {
    const camera = fitting({ left: -10, top: -10, right: 10, bottom: 10 }, size);
    const seen = sight(camera, size);
    expect(seen.left).toBeLessThan(-10);
    expect(seen.bottom).toBeGreaterThan(10);
  });

  it("goes to the screen and back", () => {
    fc.assert(
      fc.property(place, fc.double({ min: 0.5, max: 100, noNaN: true }), place, (offset, scale, point) => {
        const back = toLayout({ scale, ...offset }, toScreen({ scale, ...offset }, point));
        expect(back.x).toBeCloseTo(point.x, 3);
        expect(back.y).toBeCloseTo(point.y, 3);
      }),
    );
  });

  it("keeps what is under the hand there while it zooms, and goes no further out than is of use", () => {
    const camera = fitting({ left: 0, top: 0, right: 20, bottom: 20 }, size);
    const at = { x: 321, y: 123 };
    const nearer = zoomed(camera, 1.7, at, 1);
    expect(toLayout(nearer, at).x).toBeCloseTo(toLayout(camera, at).x);
    expect(toLayout(nearer, at).y).toBeCloseTo(toLayout(camera, at).y);
    expect(zoomed(camera, 0.0001, at, 3).scale).toBe(3);
  });
});

describe("finding marks", () => {
  const places = fc.array(place, { minLength: 1, maxLength: 60 });
  const columns = (points: readonly { x: number; y: number }[]) => ({
    x: Float32Array.from(points, ({ x }) => x),
    y: Float32Array.from(points, ({ y }) => y),
  });

  it("finds the nearest, as looking at each would", () => {
    fc.assert(
      fc.property(places, place, fc.double({ min: 1, max: 300, noNaN: true }), (points, { x, y }, reach) => {
        const plan = columns(points);
        const found = gridOf(plan).nearest(x, y, reach);
        const away = [...plan.x].map((px, i) => Math.hypot(px - x, plan.y[i]! - y));
        const least = Math.min(...away);
        if (least > reach) expect(found).toBe(-1);
        else expect(away[found]).toBeCloseTo(least, 6);
      }),
    );
  });

  it("finds all in a box, each once", () => {
    fc.assert(
      fc.property(places, place, place, (points, a, b) => {
        const plan = columns(points);
        const box = {
          left: Math.min(a.x, b.x),
          right: Math.max(a.x, b.x),
          top: Math.min(a.y, b.y),
          bottom: Math.max(a.y, b.y),
        };
        const found: number[] = [];
        gridOf(plan).within(box, (i) => found.push(i));
        const all = [...plan.x.keys()].filter(
          (i) => plan.x[i]! >= box.left && plan.x[i]! <= box.right && plan.y[i]! >= box.top && plan.y[i]! <= box.bottom,
        );
        expect(found.toSorted((p, q) => p - q)).toEqual(all);
      }),
    );
  });

  it("tells what a lasso holds", () => {
    const hook = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 8, y: 10 },
      { x: 8, y: 2 },
      { x: 0, y: 2 },
    ];
    expect(isInside(hook, { x: 9, y: 9 })).toBe(true);
    expect(isInside(hook, { x: 1, y: 1 })).toBe(true);
    expect(isInside(hook, { x: 4, y: 6 })).toBe(false);
  });
});

describe("names over the overview", () => {
  it("go to the most connected first and never lie over one another", () => {
    const many = 400;
    const crowd = planOf({
      ...answer,
      entities: {
        id: Array.from({ length: many }, (_, i) => `militia:${i}`),
        name: Array.from({ length: many }, (_, i) => `Brigade ${i}`),
        kind: Array.from({ length: many }, () => "MILITIA"),
        degree: Array.from({ length: many }, (_, i) => many - i),
        x: Array.from({ length: many }, (_, i) => (i * 7) % 40),
        y: Array.from({ length: many }, (_, i) => (i * 11) % 30),
        community: Array.from({ length: many }, () => 0),
      },
      relations: { subject: [], object: [], quad: [], weight: [] },
    });
    const camera = fitting(extent(crowd), size);
    const written = names({ plan: crowd, grid: gridOf(crowd), camera, size, radius: () => 3, widthOf: () => 60 });
    expect(written[0]!.text).toBe("Brigade 0");
    expect(written.length).toBeGreaterThan(5);
    for (const a of written)
      for (const b of written) if (a !== b) expect(Math.abs(a.x - b.x) >= 60 || Math.abs(a.y - b.y) >= 14).toBe(true);
  });
});
