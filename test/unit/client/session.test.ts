import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../client/web/state/address.ts";
import { NO_FILTERS, switchTo } from "../../../client/web/state/filters.ts";
import { amend, begin, isRetraced, redo, step, undo } from "../../../client/web/state/history.ts";
import {
  addressOfSession,
  adjust,
  change,
  EMPTY_SESSION,
  filter,
  filtersOf,
  look,
  lookCloser,
  open,
  redoStep,
  removeEntities,
  select,
  undoStep,
  viewOf,
} from "../../../client/web/state/session.ts";
import { grow, hide, settle } from "../../../client/web/state/view.ts";
import { aroundPmf, aroundUsa, attacks, general, iran, pmf, usa } from "./fixtures.ts";

const opened = open(EMPTY_SESSION, parseAddress(`?focus=${pmf.id}`), aroundPmf, false);

describe("history", () => {
  it("goes back and forth", () => {
    const history = step(step(begin(1), 2), 3);
    expect(undo(undo(history)).present).toBe(1);
    expect(redo(undo(history))).toEqual(history);
    expect(undo(begin(1))).toEqual(begin(1));
    expect(redo(begin(1))).toEqual(begin(1));
  });

  it("forgets the future at a new step, and keeps it at an amendment", () => {
    const back = undo(step(begin(1), 2));
    expect(step(back, 3).future).toEqual([]);
    expect(amend(back, 4).future).toEqual([2]);
  });

  it("takes no step where nothing changes", () => {
    const history = step(begin(1), 2);
    expect(step(history, 2)).toEqual(history);
  });

  it("keeps a hundred steps", () => {
    const long = Array.from({ length: 150 }, (_, i) => i + 1).reduce(step<number>, begin(0));
    expect(long.past.length).toBe(100);
    expect(long.past[0]).toBe(50);
  });

  it("tells retracing from a new step", () => {
    const history = step(begin("a"), "b");
    expect(isRetraced(history, undo(history))).toBe(true);
    expect(isRetraced(undo(history), history)).toBe(true);
    expect(isRetraced(history, step(history, "c"))).toBe(false);
  });
});

describe("a session", () => {
  it("opens an address as a beginning, and another as a step", () => {
    expect(opened.history.past).toEqual([]);
    const next = open(opened, parseAddress(`?focus=${usa.id}`), aroundUsa, false);
    expect(next.history.past).toHaveLength(1);
    expect(viewOf(undoStep(next)).focus).toEqual([pmf.id]);
  });

  it("undoes an expansion and redoes it, with the places that a layout found since", () => {
    const grown = change(opened, (view) => grow(view, aroundUsa));
    const settled = adjust(grown, (view) => settle(view, new Map([[general.id, { x: 7, y: 8 }]])));
    const back = undoStep(settled);
    expect(viewOf(back).entities.has(general.id)).toBe(false);
    expect(viewOf(redoStep(back)).positions.get(general.id)).toEqual({ x: 7, y: 8 });
  });

  it("ends a selection that has left the view", () => {
    const selected = select(opened, { kind: "relation", id: attacks.id });
    expect(removeEntities(selected, [usa.id]).selection).toBeUndefined();
    expect(removeEntities(selected, [iran.id]).selection).toEqual(selected.selection);
    const grown = select(
      change(opened, (v) => grow(v, aroundUsa)),
      { kind: "entity", id: general.id },
    );
    expect(undoStep(grown).selection).toBeUndefined();
  });

  it("has an empty address at the start, until the view is changed", () => {
    const start = open(EMPTY_SESSION, parseAddress(""), aroundPmf, true);
    expect(addressOfSession(start).focus).toEqual([]);
    expect(addressOfSession(change(start, (view) => hide(view, [iran.id]))).focus).toEqual([pmf.id]);
  });

  it("looks at the whole at the start, closer when something is brought in, and at the map while one stays there", () => {
    const start = open(EMPTY_SESSION, parseAddress(""), aroundPmf, true);
    expect(start.scope).toBe("whole");
    expect(lookCloser(start).scope).toBe("focus");
    expect(lookCloser(look(start, "map")).scope).toBe("map");
    expect(opened.scope).toBe("focus");
    expect(viewOf(look(opened, "whole"))).toBe(viewOf(opened));
  });

  it("undoes a filter and redoes it, view and places untouched", () => {
    const filtered = filter(opened, (filters) => switchTo(filters, "kinds", ["STATE"], false));
    const settled = adjust(filtered, (view) => settle(view, new Map([[iran.id, { x: 7, y: 8 }]])));
    expect(filtersOf(undoStep(settled))).toBe(NO_FILTERS);
    expect(filtersOf(redoStep(undoStep(settled))).kinds.has("STATE")).toBe(true);
    expect(viewOf(redoStep(undoStep(settled))).positions.get(iran.id)).toEqual({ x: 7, y: 8 });
    expect(filter(opened, (filters) => filters)).toBe(opened);
  });

  it("opens without what the address hides and removes", () => {
    const address = parseAddress(`?focus=${pmf.id}&hide=${iran.id}&without=${usa.id}`);
    const view = viewOf(open(EMPTY_SESSION, address, aroundPmf, false));
    expect([...view.hidden]).toEqual([iran.id]);
    expect(view.entities.has(usa.id)).toBe(false);
  });
});
