import { describe, expect, it } from "vitest";
import type { DocumentId } from "../../../../schema/ids.ts";
import { documentPlace, latestFirst, spanPlace } from "../../../../server/store/neo4j/places.ts";

const id = (digit: string) => `document:${digit.repeat(32)}` as DocumentId;

describe("what lists are ordered by", () => {
  it("ascends as days descend, and ends with what has no day", () => {
    const days = ["2024-02-10", "2024-02-09", "2023-12-31", "1999-01-01", undefined];
    expect(days.map(latestFirst).toSorted()).toEqual(days.map(latestFirst));
  });

  it("puts documents of one day in the order of their ids", () => {
    const places = [
      documentPlace("2024-02-10", id("0")),
      documentPlace("2024-02-10", id("f")),
      documentPlace("", id("1")),
    ];
    expect(places.toSorted()).toEqual(places);
  });

  it("puts spans in the order of their numbers, not of their digits", () => {
    const places = [
      spanPlace("d", 9, 12),
      spanPlace("d", 10, 11),
      spanPlace("d", 10, 100),
      spanPlace("d", 5_000_000, 1),
    ];
    expect(places.toSorted()).toEqual(places);
  });
});
