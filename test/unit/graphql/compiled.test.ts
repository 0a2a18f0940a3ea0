import { readdirSync, readFileSync } from "node:fs";
import { type DocumentNode, execute, getOperationAST, parse, print, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as explorer from "../../../client/web/data/queries.ts";
import { compile } from "../../../server/graphql/compiled.ts";
import { createContext } from "../../../server/graphql/context.ts";
import { examples } from "../../../server/graphql/examples.ts";
import { createSchema } from "../../../server/graphql/schema.ts";
import type { Store } from "../../../server/store/port.ts";
import { idOf, REPORTS } from "../../contract/documents.ts";
import { temporarySqlite } from "../../contract/temporary-sqlite.ts";

interface Notebook {
  readonly cells: readonly { readonly source: string | readonly string[] }[];
}

const schema = createSchema();
let store: Store;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ store, close } = await temporarySqlite());
  for (const report of Object.values(REPORTS)) await store.write(report);
});
afterAll(() => close());

const context = () =>
  createContext({
    store,
    mayWrite: false,
    changes: async () => undefined,
    reading: undefined as never,
  });

const id = idOf("Iran");
const edge = `${id}~AID~${idOf("Houthis")}`;
const VARIABLES = {
  of: [id],
  id,
  from: id,
  to: idOf("Houthis"),
  documents: [REPORTS.arms.id],
  filter: { statuses: ["ACTUAL"], from: "2023-01-01", undated: true },
  query: "houthi",
  name: "Iran",
  first: 3,
  limit: 20,
  entities: 5,
  sentences: 5,
  after: null,
  bin: "MONTH",
  names: 10,
};

/** The answers of graphql-js and of the compiled query, as they go out. */
async function answers(document: DocumentNode, variables: Record<string, unknown>) {
  const operation = getOperationAST(document)!;
  const declared = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  const given = Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name)));
  const compiled = compile(schema, document, operation)!;
  const interpreted = await execute({ schema, document, contextValue: context(), variableValues: given });
  const quick = await compiled(context(), given);
  return [JSON.stringify(quick), JSON.stringify(interpreted)];
}

const operations = Object.entries(explorer).filter(([, document]) => {
  const operation = getOperationAST(document as unknown as DocumentNode);
  return operation?.operation === "query";
});

/** The queries that stand in the notebooks, in triple quotes. */
const folder = new URL("../../../client/notebook/", import.meta.url);
const asked = readdirSync(folder)
  .filter((name) => name.endsWith(".ipynb"))
  .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Notebook).cells)
  .map(({ source }) => [source].flat().join(""))
  .flatMap((source) => [...source.matchAll(/"""\s*(query [\s\S]*?)"""/g)].map(([, query]) => query!));

/** Every shape that clients send, and those in which compiled queries could differ. */
const SHAPES = {
  "a subgraph with first sentences": `query ($of: [ID!]!) { neighborhood(of: $of) { totalRelations truncated
    entities { id name aliases } relations { id type subject { id name } object { name degree }
    assertions(first: 2) { totalCount edges { cursor node { id quote } } nodes { speaker date dateFrom document { title
    publisher } } pageInfo { hasNextPage endCursor } } } } }`,
  "more of documents than is cited": `query ($of: [ID!]!) { neighborhood(of: $of) { relations { assertions(first: 1) {
    nodes { document { id title } again: document { language ingestedAt } } } } } }`,
  "more sentences than come along": `query ($of: [ID!]!) { neighborhood(of: $of) { relations { assertions(first: 50) {
    nodes { id } } } } }`,
  "fields by turns": `query ($of: [ID!]!, $yes: Boolean = true, $no: Boolean = false) { neighborhood(of: $of) {
    relations @include(if: $yes) { id type @skip(if: $yes) ... @include(if: $no) { documentCount } } } }`,
  "fragments in fragments": `query ($id: ID!) { entity(id: $id) { ...A } } fragment A on Entity { id ...B }
    fragment B on Entity { name ...C } fragment C on Entity { relations(first: 2) { nodes { subject { ...D } } } }
    fragment D on Entity { id name kind degree }`,
  "any object": `query ($id: ID!) { node(id: $id) { __typename id ... on Entity { name } ... on Relation { type } } }`,
  aliases: `query ($id: ID!) { one: entity(id: $id) { id n: name } other: entity(id: $id) { degree name } }`,
  "one field twice": `query ($id: ID!) { entity(id: $id) { relations(first: 1) { nodes { id } }
    relations(first: 1) { nodes { subject { name } } nodes { subject { degree } } } } }`,
  "nothing there": `{ entity(id: "state:Nowhere") { id } relation(id: "a~B~c") { id } }`,
  "a refusal": `query ($of: [ID!]!) { neighborhood(of: $of, depth: 9) { truncated } }`,
  "a refusal beside an answer": `query ($id: ID!) { good: entity(id: $id) { id } bad: entity { id } }`,
  "a refusal in a list": `query ($of: [ID!]!) { neighborhood(of: $of) { relations { id
    assertions(first: 0) { nodes { id } } } } }`,
};

describe("A compiled query answers, byte for byte, as graphql-js does", () => {
  it.each(operations)("when the explorer asks %s", async (_, document) => {
    const query = document as unknown as DocumentNode;
    const isOfOne = print(query).includes("$of: ID!");
    const [compiled, interpreted] = await answers(query, isOfOne ? { ...VARIABLES, of: id } : VARIABLES);
    expect(compiled).toBe(interpreted);
    expect(compiled).not.toContain('"errors"');
  });

  it("when the notebook asks", async () => {
    expect(asked.length).toBeGreaterThan(0);
    for (const query of asked) {
      const [compiled, interpreted] = await answers(parse(query), { ...VARIABLES, filter: {} });
      expect(compiled).toBe(interpreted);
    }
  });

  it.each(examples.filter(({ query }) => !/mutation|subscription/.test(query)))(
    "when GraphiQL opens with $query",
    async (one) => {
      const variables = JSON.parse(one.variables) as Record<string, unknown>;
      const [compiled, interpreted] = await answers(parse(one.query), variables);
      expect(compiled).toBe(interpreted);
    },
  );

  it.each(Object.entries(SHAPES))("when asked for %s", async (_, query) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    for (const variables of [VARIABLES, { ...VARIABLES, id: edge }]) {
      const [compiled, interpreted] = await answers(document, variables);
      expect(compiled).toBe(interpreted);
    }
  });
});

describe("A query is left to graphql-js", () => {
  const compiledOf = (query: string) => {
    const document = parse(query);
    return compile(schema, document, getOperationAST(document)!);
  };

  it("when it asks about the schema, or changes something", () => {
    expect(compiledOf("{ __schema { types { name } } }")).toBeUndefined();
    expect(compiledOf('mutation { removeDocument(id: "x") { removed } }')).toBeUndefined();
  });

  it("when its fragments would unfold to very much", () => {
    const fragments = Array.from(
      { length: 30 },
      (_, i) => `fragment F${i} on Entity { a: id ...F${i + 1} ...F${i + 1} }`,
    );
    const query = `{ entity(id: "x") { ...F0 } } ${fragments.join(" ")} fragment F30 on Entity { id }`;
    expect(compiledOf(query)).toBeUndefined();
  });
});
