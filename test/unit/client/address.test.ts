import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentId } from "../../../schema/ids.ts";
import { entityId, relationId } from "../../../schema/ids.ts";
import { ENTITY_KINDS, RELATION_TYPES, STATUSES } from "../../../schema/ontology.ts";
import { type Address, formatAddress, isNewPlace, isStart, parseAddress } from "../../../client/web/state/address.ts";
import { SCOPES } from "../../../client/web/state/scope.ts";
import { NO_FILTERS, type TimeSpan } from "../../../client/web/state/filters.ts";
import { attacks, iran, pmf, usa } from "./fixtures.ts";

const EMPTY = { focus: [], documents: [], hidden: [], removed: [], filters: NO_FILTERS, scope: "focus" } as const;

const name = fc.string({ minLength: 1, unit: "grapheme" }).filter((s) => s.trim() !== "");
const anEntity = fc.tuple(fc.constantFrom(...ENTITY_KINDS), name).map(([kind, n]) => entityId(kind, n));
const aRelation = fc
  .tuple(anEntity, fc.constantFrom(...RELATION_TYPES), anEntity)
  .map(([a, type, b]) => relationId(a, type, b));
const aDocument = fc.stringMatching(/^[0-9a-f]{32}$/).map((hash) => `document:${hash}` as DocumentId);
const some = <T extends string>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { maxLength: 4 });
const anAddress: fc.Arbitrary<Omit<Address, "strange">> = fc.record({
  focus: some(anEntity),
  documents: some(aDocument),
  hidden: some(anEntity),
  removed: some(anEntity),
  selection: fc.option(
    fc.oneof(
      aRelation.map((id) => ({ kind: "relation", id }) as const),
      anEntity.map((id) => ({ kind: "entity", id }) as const),
    ),
    { nil: undefined },
  ),
  reading: fc.option(
    fc.record({
      document: aDocument,
      at: fc.option(fc.record({ start: fc.nat(), end: fc.nat() }), { nil: undefined }),
    }),
    { nil: undefined },
  ),
  filters: fc.record({
    kinds: some(fc.constantFrom(...ENTITY_KINDS)).map((a) => new Set(a)),
    types: some(fc.constantFrom(...RELATION_TYPES)).map((a) => new Set(a)),
    statuses: some(fc.constantFrom(...STATUSES)).map((a) => new Set(a)),
    speakers: some(fc.oneof(fc.constant(""), name)),
    publishers: some(name),
    documents: some(aDocument),
    extractors: some(name),
    minConfidence: fc.constantFrom(0, 0.25, 0.7, 1),
    minAssertions: fc.integer({ min: 1, max: 99 }),
    minDocuments: fc.integer({ min: 1, max: 99 }),
    words: name.map((words) => words.trim()),
    time: fc.constantFrom<TimeSpan>(
      { clock: "event" },
      { clock: "publication" },
      { clock: "event", from: "2024-01-01", to: "2024-12-31", undated: true },
      { clock: "event", undated: false },
      { clock: "publication", to: "2024-06-30" },
    ),
  }),
  scope: fc.constantFrom(...SCOPES),
});

describe("the address", () => {
  it("brings back every view that it was made from", () => {
    fc.assert(
      fc.property(anAddress, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual({ ...address, strange: [] });
      }),
    );
  });

  it("is readable", () => {
    const address = { ...EMPTY, focus: [pmf.id, usa.id], selection: { kind: "relation", id: attacks.id } as const };
    expect(formatAddress(address)).toBe(
      "?focus=militia:Popular_Mobilization_Forces&focus=state:United_States" +
        "&relation=state:United_States~ASSAULT~militia:Popular_Mobilization_Forces",
    );
  });

  it("of the start is empty", () => {
    expect(formatAddress({ ...EMPTY, scope: "whole" })).toBe("");
    expect(isStart(parseAddress(""))).toBe(true);
    expect(isStart(parseAddress("?document=document:0123456789abcdef0123456789abcdef"))).toBe(true);
    expect(isStart(parseAddress(`?actor=${iran.id}`))).toBe(false);
  });

  it("sets aside what is no id, and says so", () => {
    const address = parseAddress(`?focus=${iran.id}&focus=nonsense&relation=${iran.id}&document=1&at=x&off=STATE,XYZ`);
    expect(address.focus).toEqual([iran.id]);
    expect(address.selection).toBeUndefined();
    expect(address.reading).toBeUndefined();
    expect(address.strange.toSorted()).toEqual(["1", "nonsense", iran.id]);
    expect([...address.filters.kinds]).toEqual(["STATE"]);
  });

  it("is a new place where the view, the document or the first selection is new", () => {
    const at = (search: string) => parseAddress(search);
    const focus = `?focus=${iran.id}`;
    expect(isNewPlace(at(focus), at(`${focus}&focus=${usa.id}`))).toBe(true);
    expect(isNewPlace(at(focus), at(`${focus}&actor=${usa.id}`))).toBe(true);
    expect(isNewPlace(at(`${focus}&actor=${iran.id}`), at(`${focus}&actor=${usa.id}`))).toBe(false);
    expect(isNewPlace(at(focus), at(`${focus}&off=STATE`))).toBe(false);
  });
});
