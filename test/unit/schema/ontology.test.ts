import { readFileSync } from "node:fs";
import { buildSchema, isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import {
  ENTITY_KINDS,
  KIND_TERMS,
  mayJoin,
  QUAD_CLASSES,
  RELATION_TYPES,
  relationTerm,
  STATUSES,
} from "../../../schema/ontology.ts";

const schema = buildSchema(readFileSync(new URL("../../../schema/schema.graphql", import.meta.url), "utf8"));
const valuesOf = (name: string) => {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum`);
  return type.getValues();
};

describe("the ontology and the GraphQL schema say the same", () => {
  it.each([
    ["EntityKind", ENTITY_KINDS],
    ["RelationType", RELATION_TYPES],
    ["QuadClass", QUAD_CLASSES],
    ["Status", STATUSES.map((s) => s.toUpperCase())],
  ])("%s", (name, values) => expect(valuesOf(name).map((v) => v.name)).toEqual([...values]));

  it("in their descriptions of kinds and types too", () => {
    for (const { name, description } of valuesOf("EntityKind")) {
      expect(description).toBe(KIND_TERMS[name as keyof typeof KIND_TERMS].description);
    }
    for (const { name, description } of valuesOf("RelationType")) {
      const term = relationTerm(name as (typeof RELATION_TYPES)[number]);
      expect(description).toBe(term.description + (term.symmetric ? " Symmetric." : ""));
    }
  });
});

describe("a relation joins only what its type allows", () => {
  it("an armed group may hold a place, a place may not hold an armed group", () => {
    expect(mayJoin("CONTROLS", "MILITIA", "PLACE")).toBe(true);
    expect(mayJoin("CONTROLS", "PLACE", "MILITIA")).toBe(false);
  });
  it("symmetric types either way round", () => {
    for (const type of RELATION_TYPES.filter((t) => relationTerm(t).symmetric)) {
      for (const a of ENTITY_KINDS) for (const b of ENTITY_KINDS) expect(mayJoin(type, a, b)).toBe(mayJoin(type, b, a));
    }
  });
});
