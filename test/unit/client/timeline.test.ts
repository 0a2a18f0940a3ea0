import { describe, expect, it } from "vitest";
import { NO_FILTERS, within } from "../../../client/web/state/filters.ts";
import { chosenBy, gripAt } from "../../../client/web/timeline/brush.ts";
import { barInWords, brushed, brushOf } from "../../../client/web/timeline/days.ts";
import {
  barsOf,
  type Bin,
  dayNumber,
  dayOf,
  lineOf,
  snapped,
  stacked,
  stepped,
  ticks,
  undatedIn,
  widthFor,
} from "../../../client/web/timeline/scale.ts";

const bin = (from: string | null, to: string | null, assertions = 1): Bin => ({
  from,
  to,
  assertions,
  reachingBeyond: 0,
  quads: [{ quad: "MATERIAL_CONFLICT", count: assertions }],
});
const bins = [
  bin("2024-01-01", "2024-01-31", 4),
  bin("2024-02-01", "2024-02-29", 2),
  bin("2024-05-01", "2024-05-31", 6),
  bin(null, null, 37),
];
const bars = barsOf(bins);
const line = lineOf(bars)!;
const days = (from: string, to: string) => ({ from: dayNumber(from), to: dayNumber(to) });

describe("time as a line", () => {
  it("counts days, and the undated apart", () => {
    expect(dayOf(dayNumber("2024-02-29"))).toBe("2024-02-29");
    expect(bars).toHaveLength(3);
    expect(undatedIn(bins)).toBe(37);
  });

  it("goes from the first bar to the last", () => {
    expect(line).toEqual({ ...days("2024-01-01", "2024-05-31"), before: 0 });
    expect(lineOf([])).toBeUndefined();
  });

  it("does not let one old sentence press the rest together, and counts it", () => {
    const old = barsOf([bin("1951-01-01", "1951-12-31"), ...bins.map((b) => ({ ...b, assertions: 50 }))]);
    expect(lineOf(old)).toEqual({ ...days("2024-01-01", "2024-05-31"), before: 1 });
  });

  it("takes wider bins for longer times", () => {
    expect(widthFor(days("2024-01-01", "2024-02-01"))).toBe("DAY");
    expect(widthFor(days("2024-01-01", "2024-11-01"))).toBe("WEEK");
    expect(widthFor(days("2020-01-01", "2024-11-01"))).toBe("MONTH");
    expect(widthFor(days("2004-01-01", "2024-11-01"))).toBe("QUARTER");
    expect(widthFor(days("1951-01-01", "2024-11-01"))).toBe("YEAR");
  });

  it("stacks quad classes, each on the one before", () => {
    const mixed: Bin = {
      ...bin("2024-01-01", "2024-01-31", 5),
      quads: [
        { quad: "STANDING", count: 2 },
        { quad: "VERBAL_COOPERATION", count: 3 },
      ],
    };
    expect(stacked(mixed)).toEqual([
      { quad: "VERBAL_COOPERATION", foot: 0, count: 3 },
      { quad: "STANDING", foot: 3, count: 2 },
    ]);
    expect(barInWords(barsOf([mixed])[0]!)).toBe(
      "1 Jan 2024 – 31 Jan 2024: 5 sentences (3 verbal cooperation, 2 standing)",
    );
  });

  it("names years where there are many, and months where there are few", () => {
    expect(ticks(days("2019-03-01", "2024-05-01"), 8).map(({ label }) => label)).toEqual([
      "2020",
      "2021",
      "2022",
      "2023",
      "2024",
    ]);
    expect(ticks(days("2023-11-15", "2024-03-10"), 8).map(({ label }) => label)).toEqual([
      "Dec 2023",
      "Jan 2024",
      "Feb",
      "Mar",
    ]);
  });
});

describe("the brush", () => {
  it("takes the bars that it touches whole", () => {
    const brush = snapped(bars, dayNumber("2024-02-10"), dayNumber("2024-01-20"));
    expect([dayOf(brush.from), dayOf(brush.to)]).toEqual(["2024-01-01", "2024-02-29"]);
  });

  it("is moved by its ends or as a whole", () => {
    const before = days("2024-02-01", "2024-02-29");
    const drag = (grip: "from" | "to" | "whole", by: number) =>
      chosenBy({ grip, began: before.from, at: before.from + by, before }, bars);
    expect(dayOf(drag("from", -20).from)).toBe("2024-01-01");
    expect(dayOf(drag("whole", 10).to)).toBe("2024-03-10");
    expect(gripAt(before.from + 1, before, 3)).toBe("from");
    expect(gripAt(before.from + 12, before, 3)).toBe("whole");
    expect(gripAt(before.from - 12, before, 3)).toBe("new");
  });

  it("steps from bar to bar by keys, and stops at the ends", () => {
    expect(dayOf(stepped(bars, "to", dayNumber("2024-01-31"), true))).toBe("2024-02-29");
    expect(dayOf(stepped(bars, "from", dayNumber("2024-01-01"), false))).toBe("2024-01-01");
  });

  it("is a filter, open where it reaches the end of the line, and none where it covers all", () => {
    const february = brushed(NO_FILTERS, days("2024-02-01", "2024-02-29"), line);
    expect(february.time).toEqual({ clock: "event", from: "2024-02-01", to: "2024-02-29" });
    expect(brushOf(february.time, line)).toEqual(days("2024-02-01", "2024-02-29"));
    expect(brushed(NO_FILTERS, days("2024-02-01", "2024-05-31"), line).time).toEqual({
      clock: "event",
      from: "2024-02-01",
    });
    expect(brushed(february, line, line).time).toEqual({ clock: "event" });
    expect(brushed(february, undefined, line).time).toEqual({ clock: "event" });
    const published = within(NO_FILTERS, { clock: "publication" });
    expect(brushed(published, days("2024-02-01", "2024-02-29"), line).time).toEqual({
      clock: "publication",
      from: "2024-02-01",
      to: "2024-02-29",
    });
  });
});
