import { describe, expect, it } from "vitest";
import { type DocumentId, entityId, relationId } from "../../../schema/ids.ts";
import { ENTITY_KINDS, RELATION_TYPES } from "../../../schema/ontology.ts";
import { chipsOf } from "../../../client/web/state/chips.ts";
import { onEdges, toRelationFilter } from "../../../client/web/state/asking.ts";
import {
  atLeast,
  type Filters,
  isAsked,
  isFiltering,
  NO_FILTERS,
  only,
  switchTo,
  toggle,
  within,
  withWords,
} from "../../../client/web/state/filters.ts";
import { edgeStatus } from "../../../client/web/state/graph.ts";
import {
  ACTOR_COLUMNS,
  actorRows,
  EDGE_COLUMNS,
  edgeRows,
  findRows,
  sortedBy,
  sortRows,
} from "../../../client/web/state/rows.ts";
import { grow, hide, show } from "../../../client/web/state/view.ts";
import { count, quadOf, visible } from "../../../client/web/state/visible.ts";
import { aroundPmf, aroundUsa, attacks, backs, balad, general, ids, iran, leads, near, pmf, usa } from "./fixtures.ts";

const view = grow(show(aroundPmf), aroundUsa);
const relationsSeen = (filters = NO_FILTERS, of = view) => visible(of, filters).relations.map(({ id }) => id);

describe("what is in sight", () => {
  it("is everything without filters", () => {
    expect(ids(visible(view, NO_FILTERS).entities)).toEqual([pmf.id, iran.id, usa.id, balad.id, general.id]);
    expect(relationsSeen()).toEqual([backs.id, attacks.id, near.id, leads.id]);
  });

  it("leaves out a kind with its edges, and whoever had no other", () => {
    const filters = switchTo(NO_FILTERS, "kinds", ["STATE"], false);
    expect(ids(visible(view, filters).entities)).toEqual([pmf.id, balad.id]);
    expect(relationsSeen(filters)).toEqual([near.id]);
  });

  it("leaves out types", () => {
    expect(relationsSeen(switchTo(NO_FILTERS, "types", ["BACKS", "LEADS"], false))).toEqual([attacks.id, near.id]);
  });

  it("keeps an edge while one of its sentences passes the status", () => {
    expect(relationsSeen(switchTo(NO_FILTERS, "statuses", ["negated", "future"], false))).toEqual([
      backs.id,
      attacks.id,
      leads.id,
    ]);
    expect(relationsSeen(switchTo(NO_FILTERS, "statuses", ["actual", "negated"], false))).toEqual([near.id, leads.id]);
  });

  it("leaves out what is hidden", () => {
    expect(relationsSeen(NO_FILTERS, hide(view, [iran.id]))).toEqual([attacks.id, near.id, leads.id]);
  });
});

describe("the legend", () => {
  it("counts what is in view, filtered or not", () => {
    const { kinds, types, statuses } = count(view);
    expect(kinds.get("STATE")).toBe(2);
    expect(types.get("ASSAULT")).toBe(1);
    expect(Object.fromEntries(statuses)).toEqual({ actual: 2, negated: 1, future: 1, hypothetical: 1 });
  });

  it("switches off and on again", () => {
    const off = switchTo(NO_FILTERS, "kinds", ["STATE", "BASE"], false);
    expect(isFiltering(off)).toBe(true);
    expect(isFiltering(switchTo(off, "kinds", ["STATE", "BASE"], true))).toBe(false);
  });

  it("leaves only what is asked for; asked again, all", () => {
    const alone = only(NO_FILTERS, "kinds", ["STATE"], ENTITY_KINDS);
    expect(alone.kinds.has("STATE")).toBe(false);
    expect(alone.kinds.size).toBe(ENTITY_KINDS.length - 1);
    expect(isFiltering(only(alone, "kinds", ["STATE"], ENTITY_KINDS))).toBe(false);
  });
});

describe("how an edge is drawn", () => {
  it("is by the surest of its sentences, or as disputed", () => {
    expect(edgeStatus(attacks.statuses)).toBe("disputed");
    expect(edgeStatus(backs.statuses)).toBe("actual");
    expect(
      edgeStatus([
        { status: "negated", count: 1 },
        { status: "future", count: 2 },
      ]),
    ).toBe("future");
    expect(edgeStatus([{ status: "negated", count: 3 }])).toBe("negated");
  });
});

describe("the tables", () => {
  const everything = visible(view, NO_FILTERS);
  const edges = (column: string, descending: boolean) =>
    sortRows(edgeRows(everything), EDGE_COLUMNS, { column, descending });
  const subjects = (descending: boolean) => edges("subject", descending).map((row) => row.subject.name);

  it("sort by name either way", () => {
    expect(subjects(false)).toEqual(["Iran", "Michael Kurilla", "Popular Mobilization Forces", "United States"]);
    expect(subjects(true)).toEqual(subjects(false).toReversed());
  });

  it("sort by figures, ties by name", () => {
    expect(edges("assertions", true).map((row) => row.id)).toEqual([attacks.id, near.id, leads.id, backs.id]);
  });

  it("turn a sorting round, and begin figures with the greatest", () => {
    const column = (key: string) => EDGE_COLUMNS.find((c) => c.key === key)!;
    expect(sortedBy({ column: "subject", descending: false }, column("subject")).descending).toBe(true);
    expect(sortedBy({ column: "subject", descending: false }, column("documents")).descending).toBe(true);
    expect(sortedBy({ column: "documents", descending: true }, column("object")).descending).toBe(false);
  });

  it("count for each actor the edges in sight beside all it has", () => {
    const rows = sortRows(actorRows(everything), ACTOR_COLUMNS, { column: "shown", descending: true });
    expect(rows.map(({ entity, shown }) => [entity.name, shown])).toEqual([
      ["Popular Mobilization Forces", 3],
      ["United States", 2],
      ["Balad Airbase", 1],
      ["Michael Kurilla", 1],
      ["Iran", 1],
    ]);
  });

  it("are searched by words in any of their columns, accents aside", () => {
    const found = (words: string) => findRows(edgeRows(everything), EDGE_COLUMNS, words).map(({ id }) => id);
    expect(found("iran popular")).toEqual([backs.id]);
    expect(found("ïran BACKS")).toEqual([backs.id]);
    expect(found("nobody")).toEqual([]);
    expect(found("  ")).toHaveLength(4);
  });
});

const doc = "document:0123456789abcdef0123456789abcdef" as DocumentId;
const everyFilter: Filters = within(
  withWords(
    atLeast(
      atLeast(
        atLeast(toggle(toggle(NO_FILTERS, "speakers", ""), "publishers", "Our desk"), "minConfidence", 0.7),
        "minAssertions",
        3,
      ),
      "minDocuments",
      2,
    ),
    " drones ",
  ),
  { from: "2024-01-01", to: "2024-02-01", undated: true },
);

describe("filters that hang on single sentences", () => {
  it("are asked of the server in its own terms", () => {
    expect(toRelationFilter(everyFilter)).toEqual({
      speakers: [""],
      publishers: ["Our desk"],
      minConfidence: 0.7,
      minAssertions: 3,
      minDocuments: 2,
      query: "drones",
      from: "2024-01-01",
      to: "2024-02-01",
      undated: true,
    });
    expect(toRelationFilter(NO_FILTERS)).toBeUndefined();
  });

  it("carry the legend with them, so that counts mean what is on", () => {
    const off = switchTo(NO_FILTERS, "statuses", ["negated", "hypothetical"], false);
    expect(toRelationFilter(off)).toEqual({ statuses: ["ACTUAL", "FUTURE"] });
    expect(toRelationFilter(only(NO_FILTERS, "types", ["BACKS"], RELATION_TYPES))).toEqual({ types: ["BACKS"] });
  });

  it("are told from those that the client can judge alone", () => {
    expect(isAsked(switchTo(NO_FILTERS, "kinds", ["STATE"], false))).toBe(false);
    expect(isAsked(everyFilter)).toBe(true);
    expect(isAsked(within(NO_FILTERS, { clock: "publication" }))).toBe(false);
    expect(isAsked(within(NO_FILTERS, { undated: false }))).toBe(true);
  });

  it("are asked about the edges in view in as many parts as the server takes", () => {
    const many = Array.from({ length: 2_500 }, (_, i) =>
      relationId(iran.id, "BACKS", entityId("MILITIA", `Group ${i}`)),
    );
    const parts = onEdges(toggle(NO_FILTERS, "documents", doc), many);
    expect(parts.map(({ relations }) => relations?.length)).toEqual([1_000, 1_000, 500]);
    expect(parts.every(({ documents }) => documents?.[0] === doc)).toBe(true);
  });

  it("leave everything in sight until the server has judged, then what passed", () => {
    const filters = toggle(NO_FILTERS, "speakers", "a senior official");
    expect(visible(view, filters).relations).toHaveLength(4);
    const judged = visible(view, filters, { passed: new Set([backs.id]) });
    expect(judged.relations.map(({ id }) => id)).toEqual([backs.id]);
    expect(visible(view, NO_FILTERS, { passed: new Set([backs.id]) }).relations).toHaveLength(4);
  });
});

describe("setting a filter", () => {
  it("puts the days in order, and knows no undated publication", () => {
    expect(within(NO_FILTERS, { from: "2024-03-01", to: "2024-01-01" }).time).toEqual({
      clock: "event",
      from: "2024-01-01",
      to: "2024-03-01",
    });
    expect(within(NO_FILTERS, { clock: "publication", undated: true }).time).toEqual({ clock: "publication" });
  });

  it("keeps least values within what they can be", () => {
    expect(atLeast(NO_FILTERS, "minConfidence", 7).minConfidence).toBe(1);
    expect(atLeast(NO_FILTERS, "minAssertions", -3).minAssertions).toBe(1);
    expect(isFiltering(atLeast(everyFilter, "minDocuments", 0))).toBe(true);
  });

  it("adds a value and takes it out again", () => {
    const once = toggle(NO_FILTERS, "publishers", "Our desk");
    expect(once.publishers).toEqual(["Our desk"]);
    expect(isFiltering(toggle(once, "publishers", "Our desk"))).toBe(false);
  });
});

describe("the chips", () => {
  const labels = (filters: Filters) => chipsOf(filters, ENTITY_KINDS).map(({ label }) => label);

  it("say each filter in words", () => {
    expect(labels(everyFilter)).toEqual([
      "Said by the authors",
      "Published by Our desk",
      "Confidence from 70 %",
      "3 sentences or more",
      "2 documents or more",
      "Sentence has “drones”",
      "Happened 1 Jan 2024 – 1 Feb 2024, or undated",
    ]);
  });

  it("say the legend by what is off, or by what is left where that is shorter", () => {
    expect(labels(switchTo(NO_FILTERS, "kinds", ["STATE", "BASE"], false))).toEqual(["Without State, Base"]);
    expect(labels(only(NO_FILTERS, "types", ["BACKS"], RELATION_TYPES))).toEqual(["Only backs"]);
    const standing = RELATION_TYPES.filter((type) => quadOf({ type }) === "STANDING");
    expect(labels(switchTo(NO_FILTERS, "types", standing, false))).toEqual(["Without standing"]);
  });

  it("lift one filter each, and all together everything", () => {
    const chips = chipsOf(everyFilter, ENTITY_KINDS);
    const lifted = chips.map(({ lift }) => chipsOf(lift(everyFilter), ENTITY_KINDS).length);
    expect(new Set(lifted)).toEqual(new Set([chips.length - 1]));
    expect(isFiltering(chips.reduce((filters, { lift }) => lift(filters), everyFilter))).toBe(false);
  });
});
