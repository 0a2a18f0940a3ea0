import { beforeEach, expect, it } from "vitest";
import { StoreError } from "../../server/store/port.ts";
import { documentOf, idOf, REPORTS } from "./documents.ts";
import { everyRow } from "./snapshot.ts";
import type { UnderTest } from "./store.ts";

const later = documentOf({ title: "Later news", published: "2030-01-01" }, [
  { text: "Iran attacked Iraq.", says: [["Iran", "ASSAULT", "Iraq", { date: "2029" }]] },
  { text: "Iran aids the Houthis.", says: [["Iran", "AID", "Houthis"]] },
]);

/** How pages follow each other. */
export function pagesOf({ store }: UnderTest): void {
  beforeEach(async () => {
    for (const report of Object.values(REPORTS)) await store().write(report);
  });

  it.each([1, 2, 3, 1000])("makes the whole list of pages of %i", async (first) => {
    const whole = { first: 1000 };
    const lists = [
      [
        await store().relations({}, "WEIGHT", whole),
        await everyRow((page) => store().relations({}, "WEIGHT", page), first),
      ],
      [
        await store().relations({}, "LATEST", whole),
        await everyRow((page) => store().relations({}, "LATEST", page), first),
      ],
      [await store().assertions({}, whole), await everyRow((page) => store().assertions({}, page), first)],
      [await store().entities({}, whole), await everyRow((page) => store().entities({}, page), first)],
      [
        await store().entities({ text: "a" }, whole),
        await everyRow((page) => store().entities({ text: "a" }, page), first),
      ],
      [await store().documents({}, whole), await everyRow((page) => store().documents({}, page), first)],
      [await store().sentences("the", whole), await everyRow((page) => store().sentences("the", page), first)],
    ] as const;
    for (const [page, rows] of lists) {
      expect(rows).toEqual(page.edges.map(({ node }) => node));
      expect(await page.totalCount()).toBe(rows.length);
    }
  });

  it("goes on where it stood while others write", async () => {
    const before = await everyRow((page) => store().assertions({}, page), 1000);
    const first = await store().assertions({}, { first: 5 });
    await store().write(later);
    const after = first.edges.at(-1)!.cursor;
    const rest = await store().assertions({}, { first: 1000, after });
    expect([...first.edges, ...rest.edges].map(({ node }) => node)).toEqual(before);
  });

  it("goes on even where the last row of the page went meanwhile", async () => {
    const { edges } = await store().documents({}, { first: 1 });
    await store().remove(edges[0]!.node.id);
    const rest = await store().documents({}, { first: 10, after: edges[0]!.cursor });
    expect(rest.edges.map(({ node }) => node.title)).toEqual([
      REPORTS.arms.title,
      REPORTS.militias.title,
      REPORTS.undated.title,
    ]);
  });

  it.each([0, -1, 1001, 1.5, Number.NaN])("refuses a page of %d", async (first) => {
    await expect(store().documents({}, { first })).rejects.toThrow("1 to 1000 rows");
  });

  it("refuses a cursor of another list, and what is none", async () => {
    const { edges } = await store().relations({}, "NAME", { first: 1 });
    for (const after of [edges[0]!.cursor, "", "x", "W10", "' OR 1=1", "bnVsbA"]) {
      await expect(store().relations({}, "WEIGHT", { first: 1, after })).rejects.toThrow(StoreError);
    }
  });

  it("refuses surroundings too wide", async () => {
    await expect(store().neighborhood([idOf("Iran")], 4, {}, 10)).rejects.toThrow(StoreError);
    await expect(store().neighborhood([idOf("Iran")], 1, {}, 5001)).rejects.toThrow(StoreError);
  });
}
