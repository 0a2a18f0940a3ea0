import { beforeEach, expect, it } from "vitest";
import { type RelationFilter, StoreError } from "../../server/store/port.ts";
import { documentOf, idOf, REPORTS } from "./documents.ts";
import type { UnderTest } from "./store.ts";

const { arms, talks, militias, undated } = REPORTS;
const hostile = documentOf({ title: "Injection", ingestedAt: "2024-05-01T00:00:00Z" }, [
  {
    text: "Iran backs the Houthis') OR 1=1 --",
    says: [["Iran", "BACKS", "Houthis", { speaker: "'; DROP TABLE relation; --", extractor: "other/2" }]],
  },
]);

/** One condition, and how many of the assertions of the five documents pass it. */
const CASES: readonly (readonly [what: string, filter: RelationFilter, passing: number])[] = [
  ["nothing asked", {}, 15],
  ["a type", { types: ["AID"] }, 4],
  ["any of two types", { types: ["AID", "CONSULT"] }, 7],
  ["an empty list", { types: [] }, 0],
  ["a quad class", { quads: ["VERBAL_COOPERATION"] }, 3],
  ["a type outside the quad class", { types: ["AID"], quads: ["STANDING"] }, 0],
  ["a kind at either end", { kinds: ["BASE"] }, 2],
  ["an entity at either end", { entities: [idOf("Oman")] }, 2],
  ["any of two entities, edges between them once", { entities: [idOf("Oman"), idOf("United States")] }, 4],
  ["an entity that is not there", { entities: [idOf("Qais al-Khazali")] }, 0],
  ["a status", { statuses: ["negated", "future"] }, 2],
  ["a speaker", { speakers: ["Tehran"] }, 1],
  ["the author", { speakers: [""] }, 10],
  ["the author or a speaker", { speakers: ["", "Tehran"] }, 11],
  ["a hostile speaker", { speakers: ["'; DROP TABLE relation; --"] }, 1],
  ["a publisher", { publishers: ["Gulf Monitor"] }, 8],
  ["a document", { documents: [undated.id] }, 2],
  ["an extractor", { extractors: ["other/2"] }, 2],
  ["a first day", { from: "2024-02-01" }, 5],
  ["a last day", { to: "2023-12-31" }, 2],
  ["days that overlap a month", { from: "2024-01-31", to: "2024-02-01" }, 2],
  ["days, or undated", { from: "2024-01-31", to: "2024-02-01", undated: true }, 10],
  ["undated only", { undated: true }, 8],
  ["dated only", { undated: false }, 7],
  ["published by a day", { publishedBy: "2024-02-10" }, 8],
  ["read by an instant", { ingestedBy: "2024-05-01T00:00:00.000Z" }, 1],
  ["a confidence", { minConfidence: 0.9 }, 12],
  ["the edge has so many assertions", { minAssertions: 2 }, 4],
  ["so many that pass the rest", { minAssertions: 2, statuses: ["actual"] }, 2],
  ["the edge has so many documents", { minDocuments: 3 }, 4],
  ["so many documents that pass the rest", { minDocuments: 2, publishers: ["Gulf Monitor"] }, 3],
  ["words in the quote", { query: "houthis ARMS" }, 2],
  ["the beginning of the last word", { query: "arm" }, 3],
  ["a word by its acronym", { query: "us" }, 2],
  ["words that are SQL", { query: "houthis') OR 1=1 --" }, 1],
  ["a question without words", { query: "?!" }, 15],
  ["several at once", { entities: [idOf("Iran")], statuses: ["actual"], from: "2024-02-09", undated: true }, 4],
];

/** Every condition of a filter, in every list that takes one. */
export function filteringOf({ store }: UnderTest): void {
  beforeEach(async () => {
    for (const report of [arms, talks, militias, undated, hostile]) await store().write(report);
  });

  it.each(CASES)("passes assertions by %s", async (_, filter, passing) => {
    const page = await store().assertions(filter, { first: 100 });
    expect(page.edges).toHaveLength(passing);
    expect(await page.totalCount()).toBe(passing);
  });

  it.each(CASES)("passes the edges of assertions by %s", async (_, filter) => {
    const { edges } = await store().assertions(filter, { first: 100 });
    const expected = [...new Set(edges.map(({ node }) => node.relation))].toSorted();
    const page = await store().relations(filter, "NAME", { first: 100 });
    expect(page.edges.map(({ node }) => node.id)).toEqual(expected);
    expect(await page.totalCount()).toBe(expected.length);
  });

  it.each<[string, RelationFilter]>([
    ["a day that is none", { from: "2024-02-30" }],
    ["an instant that is none", { ingestedBy: "yesterday" }],
    ["a list without end", { speakers: Array.from({ length: 10_001 }, (_, i) => `speaker ${i}`) }],
  ])("refuses %s with a reason", async (_, filter) => {
    await expect(store().relations(filter, "NAME", { first: 1 })).rejects.toThrow(StoreError);
  });
}
