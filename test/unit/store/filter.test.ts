import { describe, expect, it } from "vitest";
import { eventDays, instant } from "../../../server/store/days.ts";
import { conditionsOf } from "../../../server/store/filter.ts";
import { StoreError } from "../../../server/store/port.ts";

describe("The conditions of a filter", () => {
  it("are none where nothing is asked, or what is asked always holds", () => {
    expect(conditionsOf({})).toEqual({ nothing: false });
    const vacuous = { minAssertions: 1, minDocuments: 0, minConfidence: 0, query: "?!", types: undefined };
    expect(conditionsOf(vacuous)).toEqual({ nothing: false });
  });

  it("work quad classes into types", () => {
    expect(conditionsOf({ quads: ["VERBAL_COOPERATION"] }).types).toEqual(["AGREE", "CONSULT", "SUPPORT", "CONCEDE"]);
    expect(conditionsOf({ quads: ["VERBAL_COOPERATION"], types: ["AID", "AGREE"] }).types).toEqual(["AGREE"]);
  });

  it("let nothing pass where a list is empty, or no type is of the quad class", () => {
    expect(conditionsOf({ speakers: [] }).nothing).toBe(true);
    expect(conditionsOf({ quads: ["STANDING"], types: ["AID"] }).nothing).toBe(true);
  });

  it("say which days pass", () => {
    expect(conditionsOf({ undated: true }).days).toEqual({ dated: false, undated: true });
    expect(conditionsOf({ undated: false }).days).toEqual({ dated: true, undated: false });
    expect(conditionsOf({ from: "2024-01-01" }).days).toEqual({ from: "2024-01-01", dated: true, undated: false });
    expect(conditionsOf({ to: "2024-01-01", undated: true }).days).toMatchObject({ dated: true, undated: true });
  });

  it("are refused with a reason where they make no sense", () => {
    expect(() => conditionsOf({ from: "2024-13-01" })).toThrow(`The filter's from is "2024-13-01"`);
    expect(() => conditionsOf({ publishedBy: "May" })).toThrow(StoreError);
    expect(() => conditionsOf({ ingestedBy: "2024-10-01" })).toThrow("is not an instant");
  });
});

describe("The days of an event", () => {
  it("are filled where an end is open, for filters, but never shown as if known", () => {
    expect(eventDays("2023/..")).toEqual({
      from: "2023-01-01",
      to: "9999-12-31",
      first: "2023-01-01",
      last: "2023-01-01",
    });
    expect(eventDays("../2023")).toEqual({
      from: "0000-01-01",
      to: "2023-12-31",
      first: "2023-12-31",
      last: "2023-12-31",
    });
    expect(eventDays("2024-02")).toEqual({
      from: "2024-02-01",
      to: "2024-02-29",
      first: "2024-02-01",
      last: "2024-02-29",
    });
    expect(eventDays("")).toBeUndefined();
  });

  it("are apart from instants, which are compared as such", () => {
    expect(instant("2024-10-01T08:00:00Z")).toBe(instant("2024-10-01T08:00:00.000Z"));
    expect(instant("2024-10-01T08:00:00.123456Z")).toBeGreaterThan(instant("2024-10-01T08:00:00.1Z"));
  });
});
