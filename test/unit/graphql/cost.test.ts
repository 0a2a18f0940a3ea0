import { getOperationAST, Kind, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { costOf } from "../../../server/graphql/cost.ts";
import { createSchema } from "../../../server/graphql/schema.ts";

const schema = createSchema();

function cost(query: string, variables = {}): number {
  const document = parse(query);
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return costOf(schema, getOperationAST(document)!, fragments, variables);
}

describe("costOf", () => {
  it("counts the objects that an answer could hold", () => {
    expect(cost("{ statistics { documents } }")).toBe(1);
    // The connection, and 10 nodes.
    expect(cost("{ entities(first: 10) { nodes { id } } }")).toBe(1 + 10);
    // The connection, and 10 times a node with its own connection of 5 nodes.
    expect(cost("{ entities(first: 10) { nodes { relations(first: 5) { nodes { id } } } } }")).toBe(
      1 + 10 * (1 + 1 + 5),
    );
    expect(cost("{ neighborhood(of: [], limit: 7) { relations { subject { id } object { id } } } }")).toBe(1 + 7 * 3);
  });

  it("takes defaults, of the schema and of variables, and variables", () => {
    const query = "query ($n: Int! = 3) { entities(first: $n) { nodes { id } } documents { nodes { id } } }";
    expect(cost(query)).toBe(1 + 3 + 1 + 25);
    expect(cost(query, { n: 9 })).toBe(1 + 9 + 1 + 25);
  });

  it("sees through fragments, aliases and types", () => {
    const query = `query { a: entities(first: 2) { ...P } b: entities(first: 2) { ...P } node(id: "") { ... on Entity { relations(first: 4) { nodes { id } } } } }
      fragment P on EntityConnection { nodes { id } }`;
    expect(cost(query)).toBe((1 + 2) * 2 + 1 + (1 + 4));
  });

  it("leaves to others what is out of range, and what does not fit", () => {
    expect(cost("{ entities(first: 999999) { nodes { id } } }")).toBe(1 + 1000);
    expect(cost("{ entities(first: -3) { nodes { id } } }")).toBe(1 + 1);
    expect(cost("query ($n: Int!) { entities(first: $n) { nodes { id } } }", { n: "many" })).toBe(0);
  });

  it("does not count introspection", () => {
    expect(cost("{ __schema { types { fields { name } } } __typename }")).toBe(0);
  });
});
