import { describe, expect, it } from "vitest";
import {
  EMPTY_VIEW,
  grow,
  hide,
  place,
  remove,
  settle,
  show,
  togglePin,
  totalEdges,
  unhideAll,
  unseenEdges,
} from "../../../client/web/state/view.ts";
import {
  aroundPmf,
  aroundUsa,
  attacks,
  backs,
  balad,
  general,
  iran,
  leads,
  near,
  pmf,
  relation,
  usa,
} from "./fixtures.ts";

const view = show(aroundPmf);
const at = (x: number, y: number) => ({ x, y });

describe("growing a view", () => {
  it("adds what was asked for and keeps what was there, with its place", () => {
    const placed = place(view, new Map([[iran.id, at(5, 6)]]));
    const grown = grow(placed, aroundUsa);
    expect([...grown.entities.keys()]).toEqual([pmf.id, iran.id, usa.id, balad.id, general.id]);
    expect([...grown.relations.keys()]).toEqual([backs.id, attacks.id, near.id, leads.id]);
    expect(grown.positions.get(iran.id)).toEqual(at(5, 6));
    expect(grown.pinned.has(iran.id)).toBe(true);
    expect(grown.focus).toEqual([pmf.id, usa.id]);
    expect(grown.around).toBe(5);
  });

  it("asks for each focus once", () => {
    expect(grow(view, aroundPmf).focus).toEqual([pmf.id]);
  });

  it("brings back what was removed or hidden and is now asked for", () => {
    const without = hide(remove(grow(view, aroundUsa), [general.id]), [usa.id]);
    const again = grow(without, aroundUsa);
    expect(again.entities.has(general.id)).toBe(true);
    expect(again.removed.size).toBe(0);
    expect(again.hidden.size).toBe(0);
  });

  it("is no start any more", () => {
    expect(grow({ ...view, start: true }, aroundUsa).start).toBe(false);
  });
});

describe("removing", () => {
  it("takes the edges along, and the neighbours that nothing holds", () => {
    const left = remove(grow(view, aroundUsa), [usa.id]);
    expect([...left.entities.keys()]).toEqual([pmf.id, iran.id, balad.id]);
    expect([...left.relations.keys()]).toEqual([backs.id, near.id]);
    expect(left.focus).toEqual([pmf.id]);
    expect([...left.removed]).toEqual([usa.id]);
  });

  it("keeps a focus without edges", () => {
    const left = remove(view, [iran.id, usa.id, balad.id]);
    expect([...left.entities.keys()]).toEqual([pmf.id]);
  });

  it("forgets place and pin of what has gone", () => {
    const left = remove(place(view, new Map([[iran.id, at(1, 1)]])), [iran.id]);
    expect(left.pinned.has(iran.id)).toBe(false);
    expect(left.positions.has(iran.id)).toBe(false);
  });

  it("of nothing is no step", () => {
    expect(remove(view, [])).toBe(view);
  });
});

describe("hiding", () => {
  it("keeps what is hidden in view, until it is unhidden", () => {
    const hidden = hide(view, [iran.id]);
    expect(hidden.entities.has(iran.id)).toBe(true);
    expect([...hidden.hidden]).toEqual([iran.id]);
    expect(unhideAll(hidden).hidden.size).toBe(0);
  });

  it("of what is hidden is no step", () => {
    const hidden = hide(view, [iran.id]);
    expect(hide(hidden, [iran.id])).toBe(hidden);
  });
});

describe("places", () => {
  it("that the hand chose are not moved by a layout", () => {
    const placed = place(view, new Map([[iran.id, at(5, 6)]]));
    const settled = settle(
      placed,
      new Map([
        [iran.id, at(0, 0)],
        [pmf.id, at(9, 9)],
      ]),
    );
    expect(settled.positions.get(iran.id)).toEqual(at(5, 6));
    expect(settled.positions.get(pmf.id)).toEqual(at(9, 9));
  });

  it("that a layout found for what has left the view are dropped", () => {
    expect(settle(view, new Map([[general.id, at(1, 1)]])).positions.has(general.id)).toBe(false);
  });

  it("are given to one that was pinned before it had any", () => {
    const settled = settle(togglePin(view, iran.id), new Map([[iran.id, at(2, 3)]]));
    expect(settled.positions.get(iran.id)).toEqual(at(2, 3));
  });

  it("are free again when unpinned", () => {
    const placed = togglePin(place(view, new Map([[iran.id, at(5, 6)]])), iran.id);
    expect(settle(placed, new Map([[iran.id, at(0, 0)]])).positions.get(iran.id)).toEqual(at(0, 0));
  });
});

describe("how many edges were asked for", () => {
  const grown = grow(view, aroundUsa);

  it("is what surrounds the focus, and what documents brought beside", () => {
    expect(totalEdges(view)).toBe(3);
    const elsewhere = relation(general, "OPERATES_IN", balad);
    const brought = grow(view, { entities: [general, balad], relations: [elsewhere, near], unbrought: 2 });
    expect(totalEdges(brought)).toBe(3 + 1 + 2);
  });

  it("falls with what is removed", () => {
    expect(totalEdges(remove(grown, [iran.id]))).toBe(4);
    expect(totalEdges(remove(show({ ...aroundPmf, around: 3 }), [usa.id]))).toBe(2);
  });
});

describe("edges not in view", () => {
  it("are the degree less those in view", () => {
    expect(unseenEdges(view, iran.id)).toBe(8);
    expect(unseenEdges(view, pmf.id)).toBe(0);
    expect(unseenEdges(EMPTY_VIEW, pmf.id)).toBe(0);
  });
});
