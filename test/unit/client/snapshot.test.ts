import { describe, expect, it } from "vitest";
import { parseSnapshot } from "../../../client/web/keep/parseSnapshot.ts";
import { isSame, restore, snapshotOf } from "../../../client/web/state/snapshot.ts";
import { EMPTY_VIEW, grow, hide, place, togglePin } from "../../../client/web/state/view.ts";
import { aroundPmf, backs, balad, iran, pmf, usa } from "./fixtures.ts";

const PLACE = { x: 12.3, y: -4 };
const view = togglePin(place(grow(EMPTY_VIEW, aroundPmf), new Map([[iran.id, PLACE]])), balad.id);
const asked = { focus: [pmf.id], documents: [], around: 3, hidden: [] };
const address = "?focus=militia:Popular_Mobilization_Forces";

describe("a saved view", () => {
  it("comes back through JSON as it was: what is in it, where it stands, what is pinned", () => {
    const snapshot = parseSnapshot(JSON.stringify(snapshotOf(view, address)))!;
    const { view: back, missing } = restore(snapshot, aroundPmf, asked);
    expect(missing).toEqual([]);
    expect([...back.entities.keys()]).toEqual([...view.entities.keys()]);
    expect([...back.relations.keys()]).toEqual([...view.relations.keys()]);
    expect(back.positions.get(iran.id)).toEqual(PLACE);
    expect(back.pinned).toEqual(view.pinned);
    expect(back.display).toEqual(view.display);
    expect(isSame(snapshotOf(back, address), snapshot)).toBe(true);
  });

  it("says what the graph has lost of it, and shows the rest", () => {
    const left = { entities: [pmf, usa, balad], relations: aroundPmf.relations.filter(({ id }) => id !== backs.id) };
    const { view: back, missing } = restore(snapshotOf(view, address), left, asked);
    expect(missing).toEqual([iran.id, backs.id]);
    expect(back.entities.has(iran.id)).toBe(false);
    expect(back.positions.has(iran.id)).toBe(false);
    expect(back.relations.size).toBe(2);
  });

  it("hides again what was hidden", () => {
    const snapshot = snapshotOf(hide(view, [usa.id]), address);
    expect([...restore(snapshot, aroundPmf, { ...asked, hidden: [usa.id] }).view.hidden]).toEqual([usa.id]);
  });

  it("differs as soon as something was moved or taken out", () => {
    const moved = place(view, new Map([[usa.id, PLACE]]));
    expect(isSame(snapshotOf(moved, address), snapshotOf(view, address))).toBe(false);
    expect(isSame(snapshotOf(view, `${address}&hide=x`), snapshotOf(view, address))).toBe(false);
  });

  it.each([
    ["no JSON", "{"],
    ["another version", JSON.stringify({ ...snapshotOf(view, address), version: 99 })],
    ["ids that are none", JSON.stringify({ ...snapshotOf(view, address), entities: ["<script>"] })],
    ["places that are none", JSON.stringify({ ...snapshotOf(view, address), places: { [iran.id]: ["a", 1] } })],
  ])("is not believed where it is %s", (_, state) => {
    expect(parseSnapshot(state)).toBeUndefined();
  });
});
