import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertionId, documentId } from "../../../schema/digest.ts";
import { canonicalName, entityId, nodeKind, orderEnds, relationId } from "../../../schema/ids.ts";
import { ENTITY_KINDS, RELATION_TYPES, relationTerm } from "../../../schema/ontology.ts";

const name = fc
  .string({ unit: "grapheme", minLength: 1 })
  .map(canonicalName)
  .filter((n) => n !== "");
const kind = fc.constantFrom(...ENTITY_KINDS);
const entity = fc.tuple(kind, name).map(([k, n]) => entityId(k, n));
const type = fc.constantFrom(...RELATION_TYPES);

describe("ids", () => {
  it("read as what they name", () => {
    const pmf = entityId("MILITIA", "Popular Mobilization Forces");
    expect(pmf).toBe("militia:Popular_Mobilization_Forces");
    expect(relationId(entityId("STATE", "Iran"), "BACKS", pmf)).toBe(
      "state:Iran~BACKS~militia:Popular_Mobilization_Forces",
    );
  });

  it("differ where kind or canonical name differ", () => {
    fc.assert(
      fc.property(kind, name, kind, name, (k, n, l, m) => {
        expect(entityId(k, n) === entityId(l, m)).toBe(k === l && n === m);
      }),
    );
  });

  it("of relations differ where an end or the type differs", () => {
    fc.assert(
      fc.property(entity, type, entity, entity, type, entity, (a, t, b, c, u, d) => {
        const [x, y] = orderEnds(t, a, b);
        const [z, w] = orderEnds(u, c, d);
        expect(relationId(a, t, b) === relationId(c, u, d)).toBe(x === z && t === u && y === w);
      }),
    );
  });

  it("of symmetric relations are the same either way round", () => {
    fc.assert(
      fc.property(entity, type, entity, (a, t, b) => {
        const same = relationId(a, t, b) === relationId(b, t, a);
        expect(same).toBe(relationTerm(t).symmetric || a === b);
      }),
    );
  });

  it("tell what kind of object they name", () => {
    const document = documentId("A text.");
    const [iran, pmf] = [entityId("STATE", "Iran"), entityId("MILITIA", "PMF")];
    const relation = relationId(iran, "BACKS", pmf);
    expect(nodeKind(document)).toBe("Document");
    expect(nodeKind(assertionId(document, 0, 7, relation, "rules/1"))).toBe("Assertion");
    expect(nodeKind(relation)).toBe("Relation");
    expect(nodeKind(iran)).toBe("Entity");
    expect(nodeKind("nonsense")).toBeUndefined();
    expect(nodeKind("planet:Mars")).toBeUndefined();
  });

  it("of assertions keep extractors apart, but not versions of one extractor", () => {
    const relation = relationId(entityId("STATE", "Iran"), "BACKS", entityId("MILITIA", "PMF"));
    const by = (extractor: string) => assertionId(documentId("x"), 0, 1, relation, extractor);
    expect(by("rules/1")).toBe(by("rules/2"));
    expect(by("rules/1")).not.toBe(by("llm/1"));
  });
});

describe("a canonical name", () => {
  it("has no stray spaces, line ends or invisible characters, and is itself canonical", () => {
    expect(canonicalName(" U.S.\nCentral\u202e  Command\u0007 ")).toBe("U.S. Central Command");
    fc.assert(fc.property(fc.string({ unit: "binary" }), (s) => canonicalName(canonicalName(s)) === canonicalName(s)));
  });
});
