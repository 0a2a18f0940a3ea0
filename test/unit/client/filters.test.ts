import { describe, expect, it } from "vitest";
import { ENTITY_KINDS } from "../../../schema/ontology.ts";
import { count, isFiltering, NO_FILTERS, only, switchTo, visible } from "../../../client/web/state/filters.ts";
import { edgeStatus } from "../../../client/web/state/graph.ts";
import { rowsOf, sortedBy } from "../../../client/web/state/rows.ts";
import { grow, hide, show } from "../../../client/web/state/view.ts";
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

describe("the table", () => {
  const everything = visible(view, NO_FILTERS);
  const subjects = (descending: boolean) =>
    rowsOf(everything, { column: "subject", descending }).map((row) => row.subject.name);

  it("sorts by name either way", () => {
    expect(subjects(false)).toEqual(["Iran", "Michael Kurilla", "Popular Mobilization Forces", "United States"]);
    expect(subjects(true)).toEqual(subjects(false).toReversed());
  });

  it("sorts by figures, ties by name", () => {
    const rows = rowsOf(everything, { column: "assertions", descending: true });
    expect(rows.map((row) => row.id)).toEqual([attacks.id, near.id, leads.id, backs.id]);
  });

  it("turns a sorting round, and begins figures with the greatest", () => {
    expect(sortedBy({ column: "subject", descending: false }, "subject")).toEqual({
      column: "subject",
      descending: true,
    });
    expect(sortedBy({ column: "subject", descending: false }, "documents").descending).toBe(true);
    expect(sortedBy({ column: "documents", descending: true }, "object").descending).toBe(false);
  });
});
