import { describe, expect, it } from "vitest";
import { type DocumentId, entityId } from "../../../schema/ids.ts";
import { placesOfGhosts } from "../../../client/web/canvas/ghosts.ts";
import { ghostsOver, NO_GHOSTS } from "../../../client/web/state/preview.ts";
import {
  accept,
  advance,
  discard,
  enqueue,
  next,
  portionsOf,
  type PreviewedDocument,
  progress,
  type Queue,
  retry,
} from "../../../client/web/state/queue.ts";
import { show } from "../../../client/web/state/view.ts";
import { aroundPmf, attacks, backs, general, iran, leads, pmf, usa } from "./fixtures.ts";

const previewed = ({ id, name, kind }: typeof usa) => ({ id, name, kind, new: true });
const report: PreviewedDocument = {
  id: "document:0123456789abcdef0123456789abcdef" as DocumentId,
  title: "A report",
  known: false,
  sentences: 3,
  entities: [previewed(usa), previewed(general)],
  relations: [
    {
      id: leads.id,
      type: "LEADS",
      new: true,
      subject: previewed(general),
      object: previewed(usa),
      assertions: [
        { quote: "He leads it.", start: 0, status: "actual" },
        { quote: "He does not lead it.", start: 20, status: "negated" },
      ],
    },
    {
      id: attacks.id,
      type: "ASSAULT",
      new: false,
      subject: previewed(usa),
      object: previewed(pmf),
      assertions: [{ quote: "It attacked them.", start: 50, status: "actual" }],
    },
  ],
};
const looked = { is: "looked", documents: [report], refused: [] } as const;
const stages = (queue: Queue) => queue.map(({ stage }) => stage.is);
const two = enqueue(enqueue([], 1, "a.pdf", false), 2, "b.txt", true);

describe("the queue of documents", () => {
  it("reads what was accepted before it looks at what was only given", () => {
    expect(stages(two)).toEqual(["waiting", "accepted"]);
    expect(next(two)?.key).toBe(2);
    expect(next(discard(two, 2))?.key).toBe(1);
    expect(next([])).toBeUndefined();
  });

  it("accepts one that was looked at, or all; what was not looked at waits", () => {
    const both = advance(advance(two, 1, looked), 2, looked);
    expect(stages(accept(both, 1))).toEqual(["accepted", "looked"]);
    expect(stages(accept(both))).toEqual(["accepted", "accepted"]);
    expect(stages(accept(two))).toEqual(["waiting", "accepted"]);
  });

  it("goes on where it failed when it is tried again", () => {
    const lost = { is: "failed", message: "The server does not answer.", lost: true } as const;
    expect(stages(retry(advance(two, 1, { ...lost, accepted: false }), 1))).toEqual(["waiting", "accepted"]);
    expect(stages(retry(advance(two, 1, { ...lost, accepted: true }), 1))).toEqual(["accepted", "accepted"]);
    expect(retry(two, 1)).toEqual(two);
  });

  it("tells how far it is", () => {
    expect(progress(advance(two, 2, { is: "read", documents: [], refused: [] }))).toEqual({ done: 1, total: 2 });
  });
});

describe("what a document would add", () => {
  const view = show(aroundPmf);

  it("lies over the view as what is not there yet", () => {
    const ghosts = ghostsOver(view, portionsOf(advance(two, 1, looked)));
    expect(ghosts.entities.map(({ id }) => id)).toEqual([general.id]);
    expect(ghosts.relations.map(({ id }) => id)).toEqual([leads.id]);
    expect(ghosts.relations[0]?.statuses).toEqual([
      { status: "actual", count: 1 },
      { status: "negated", count: 1 },
    ]);
  });

  it("is nothing where all is known, accepted, or in view", () => {
    const known = { ...looked, documents: [{ ...report, known: true }] };
    expect(ghostsOver(view, portionsOf(advance(two, 1, known)))).toBe(NO_GHOSTS);
    expect(ghostsOver(view, portionsOf(accept(advance(two, 1, looked))))).toBe(NO_GHOSTS);
    expect(ghostsOver(view, [{ entities: [usa], relations: [backs] }])).toEqual({ entities: [], relations: [] });
  });
});

describe("where ghosts stand", () => {
  const standing = new Map([
    [usa.id as string, { x: 100, y: 100 }],
    [pmf.id as string, { x: 300, y: 100 }],
  ]);

  it("is beside who they would be joined with, or to the right of all", () => {
    const stranger = { ...general, id: iran.id };
    const places = placesOfGhosts({ entities: [general, stranger], relations: [leads] }, standing);
    const beside = places.get(general.id)!;
    expect(Math.hypot(beside.x - 100, beside.y - 100)).toBeCloseTo(150);
    expect(places.get(stranger.id)!.x).toBeGreaterThan(300);
  });

  it("is a place of its own for each", () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ ...general, id: entityId("PERSON", `General ${i}`) }));
    const places = placesOfGhosts({ entities: many, relations: [] }, standing);
    expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(40);
  });
});
