import { describe, expect, it } from "vitest";
import { fitted, mapPlan, pathOf, wayBetween } from "../../../client/web/map/plan.ts";
import { NO_FILTERS } from "../../../client/web/state/filters.ts";
import { show } from "../../../client/web/state/view.ts";
import { visible } from "../../../client/web/state/visible.ts";
import { balad, iran, near, pmf, relation, usa } from "./fixtures.ts";

const placed = [
  { ...iran, latitude: 32.4, longitude: 53.7 },
  { ...usa, latitude: 39.8, longitude: -98.6 },
  { ...balad, latitude: 33.9, longitude: 44.4 },
];
const threatens = relation(usa, "THREATEN", iran);
const strikes = relation(iran, "ASSAULT", balad);
const view = show({ focus: [iran.id], entities: [...placed, pmf], relations: [threatens, strikes, near] });
const plan = mapPlan(visible(view, NO_FILTERS));
const at = (name: string) => plan.placed.find(({ entity }) => entity.name === name)!.at;

describe("the map", () => {
  it("places what has coordinates, west to the left and north above", () => {
    expect(plan.placed.map(({ entity }) => entity.name)).toEqual(["Iran", "United States", "Balad Airbase"]);
    expect(at("United States").x).toBeLessThan(at("Iran").x);
    expect(at("United States").y).toBeLessThan(at("Iran").y);
  });

  it("draws edges between places as arcs, and counts what it cannot show", () => {
    expect(plan.arcs.map(({ relation }) => relation.id)).toEqual([threatens.id, strikes.id]);
    expect([plan.placeless, plan.loose]).toEqual([1, 1]);
  });

  it("begins and ends an arc at its places, and keeps several between the same two apart", () => {
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    const way = wayBetween(a, b, 0);
    expect(way[0]!.y).toBeCloseTo(0);
    expect(way.at(-1)!.x).toBeCloseTo(100);
    expect(wayBetween(a, b, 1)[12]!.y).not.toBeCloseTo(way[12]!.y);
    expect(pathOf(way)).toMatch(/^M0\.00 -?0\.00L/);
  });

  it("shows all places, or the whole world where there are none", () => {
    const size = { width: 900, height: 600 };
    const lie = fitted([at("United States"), at("Iran")], size);
    const x = (point: { x: number }) => point.x * lie.scale + lie.x;
    expect(x(at("United States"))).toBeGreaterThan(0);
    expect(x(at("Iran"))).toBeLessThan(size.width);
    expect(fitted([], size).scale).toBeLessThan(1);
  });
});
