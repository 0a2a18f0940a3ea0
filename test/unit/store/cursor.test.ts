import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, pageSize } from "../../../server/store/cursor.ts";
import { toPage } from "../../../server/store/page.ts";
import { StoreError } from "../../../server/store/port.ts";

describe("A cursor", () => {
  it("holds the place of a row in its list", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer(), fc.string(), (text, number, list) => {
        expect(decodeCursor(list, encodeCursor(list, [number, text]), [0, ""])).toEqual([number, text]);
      }),
    );
  });

  it("is of one list only, and of the shape that the list has", () => {
    const cursor = encodeCursor("relations WEIGHT", [3, "x"]);
    expect(() => decodeCursor("relations NAME", cursor, [0, ""])).toThrow(StoreError);
    expect(() => decodeCursor("relations WEIGHT", cursor, ["", ""])).toThrow(StoreError);
    expect(() => decodeCursor("relations WEIGHT", cursor, [0])).toThrow(StoreError);
  });

  it("is refused with a reason, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        expect(() => decodeCursor("list", cursor, [""])).toThrow("is not a cursor of this list");
      }),
    );
  });
});

describe("A page", () => {
  it("has 1 to 1,000 rows", () => {
    expect([pageSize(1), pageSize(1000)]).toEqual([1, 1000]);
    for (const first of [0, 1001, 2.5, Number.NaN]) expect(() => pageSize(first)).toThrow(StoreError);
  });

  it("tells by one row more whether another follows", () => {
    const page = (rows: number[]) =>
      toPage(
        "n",
        2,
        rows,
        (n) => [n],
        String,
        async () => 3,
      );
    expect(page([1, 2, 3])).toMatchObject({ hasNextPage: true, edges: [{ node: "1" }, { node: "2" }] });
    expect(page([1, 2]).hasNextPage).toBe(false);
  });
});
