import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayRange, isDay, isEdtf } from "../../../schema/edtf.ts";

describe("the days that a date allows", () => {
  it.each([
    ["2024", { from: "2024-01-01", to: "2024-12-31" }],
    ["2024-02", { from: "2024-02-01", to: "2024-02-29" }],
    ["2024-05-21", { from: "2024-05-21", to: "2024-05-21" }],
    ["2024-22", { from: "2024-06-01", to: "2024-08-31" }],
    ["2024~", { from: "2024-01-01", to: "2024-12-31" }],
    ["2024-05-21/2024-05-31", { from: "2024-05-21", to: "2024-05-31" }],
    ["2023-03/2024-05", { from: "2023-03-01", to: "2024-05-31" }],
    ["2019/..", { from: "2019-01-01" }],
    ["../2024-09", { to: "2024-09-30" }],
  ])("%s", (date, range) => expect(dayRange(date)).toEqual(range));

  it.each([
    "",
    "24",
    "2024-13",
    "2024-02-30",
    "2024-05-31/2024-05-21",
    "../..",
    "2024/2025/2026",
    "May 2024",
    "2024-22-01",
  ])("%j is no date", (date) => expect(isEdtf(date)).toBe(false));

  it("agree with the reference library for days, months, years and intervals of them", () => {
    const date = fc
      .tuple(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(([y, m, d, n]) => [String(y), String(m).padStart(2, "0"), String(d).padStart(2, "0")].slice(0, n).join("-"));
    const day = (time: number) => new Date(time).toISOString().slice(0, 10);
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [first, last] = a < b ? [a, b] : [b, a];
        fc.pre(!last.startsWith(first));
        const ours = dayRange(`${first}/${last}`);
        const theirs = edtf(`${first}/${last}`);
        expect(ours).toEqual({ from: day(theirs.lower.min), to: day(theirs.upper.max) });
      }),
    );
  });
});

it("a day is a whole date of the calendar", () => {
  expect(["2024-02-29", "2023-02-29", "2024-02", "2024-22"].map(isDay)).toEqual([true, false, false, false]);
});
