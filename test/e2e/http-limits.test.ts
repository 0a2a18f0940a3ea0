/** What the server refuses: each refusal tells what was wrong, and nothing of the server's inside. */
import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "../../server/graphql/limits.ts";
import { createGraphQL } from "../../server/graphql/server.ts";
import { MAX_BODY_BYTES } from "../../server/http/body.ts";
import { type Store, StoreError } from "../../server/store/port.ts";
import { idOf, REPORTS } from "../contract/documents.ts";
import { type GraphQLAnswer, serve, type TestServer } from "./http.ts";

const iran = idOf("Iran");
let server: TestServer;
beforeAll(async () => {
  server = await serve({ documents: [REPORTS.arms] });
});
afterAll(() => server.stop());

async function refused(query: string, variables = {}): Promise<string> {
  const answer = await server.ask(query, variables);
  expect(answer.errors).toHaveLength(1);
  expect(JSON.stringify(answer)).not.toMatch(/\.ts:\d|node_modules|stack/);
  return answer.errors![0]!.message;
}

describe("arguments", () => {
  it.each([
    ["{ entities(first: 1001) { totalCount } }", /first: 1001 is not between 1 and 1000/],
    ["{ entities(first: 0) { totalCount } }", /first: 0 is not between 1 and 1000/],
    ["{ relations(first: -5) { totalCount } }", /first: -5/],
    ["{ documents(first: 999999999) { totalCount } }", /between 1 and 1000/],
    [`{ entity(id: "${iran}") { relations(first: 2000) { totalCount } } }`, /first: 2000/],
    [`{ entity(id: "${iran}") { mentions(first: 2000) { totalCount } } }`, /first: 2000/],
    [`{ neighborhood(of: ["${iran}"], depth: 4) { truncated } }`, /depth: 4 is not between 1 and 3/],
    [`{ neighborhood(of: ["${iran}"], limit: 5001) { truncated } }`, /limit: 5001 is not between 1 and 5000/],
    ["{ neighborhood(of: []) { truncated } }", /of: is empty/],
    [`{ neighborhood(of: [${'"state:A",'.repeat(101)}]) { truncated } }`, /of: 101 entities are more than 100/],
    ['{ neighborhood(of: ["Iran"]) { truncated } }', /"Iran" is not the id of an entity/],
    ['{ neighborCounts(of: "document:1") { relations } }', /is not the id of an entity/],
    ["{ entity { id } }", /give either `id` or `name`/],
    ['{ entity(id: "state:Iran", name: "Iran") { id } }', /give either `id` or `name`/],
    ['{ sentences(query: "  ") { totalCount } }', /query: is empty/],
    [`{ sentences(query: "${"x".repeat(1001)}") { totalCount } }`, /1001 characters are more than 1000/],
    ['{ relations(filter: { entities: ["Iran"] }) { totalCount } }', /filter.entities: "Iran" is not the id/],
    ['{ relations(filter: { documents: ["1"] }) { totalCount } }', /filter.documents: "1" is not the id/],
    ["{ relations(filter: { minConfidence: 1.5 }) { totalCount } }", /minConfidence: 1.5 is not between 0 and 1/],
    ["{ relations(filter: { minAssertions: -1 }) { totalCount } }", /minAssertions: -1 is less than 0/],
    ['{ relations(filter: { from: "2024-02-02", to: "2024-02-01" }) { totalCount } }', /from: 2024-02-02 is later/],
    ['{ relations(filter: { from: "2024-02-30" }) { totalCount } }', /"2024-02-30" is not a day.*YYYY-MM-DD/],
    ['{ relations(filter: { to: "yesterday" }) { totalCount } }', /"yesterday" is not a day/],
    ["{ relations(filter: { to: 2024 }) { totalCount } }", /"2024" is not a day/],
    ['{ relations(filter: { ingestedBy: "2024-02-02" }) { totalCount } }', /RFC 3339/],
    ['{ entities(after: "nonsense") { totalCount nodes { id } } }', /is not a cursor of this list/],
    ["{ relations(filter: { types: [BEFRIENDS] }) { totalCount } }", /does not exist in "RelationType" enum/],
    ["{ entitys { totalCount } }", /Did you mean/],
    ["{ entities { totalCount }", /Syntax Error/],
    [`{ relations(filter: { speakers: [${'"a",'.repeat(1001)}] }) { totalCount } }`, /1001 values are more than 1000/],
  ])("%s", async (query, message) => {
    expect(await refused(query)).toMatch(message);
  });

  it("are checked the same in variables", async () => {
    const query = "query ($f: RelationFilter, $n: Int!) { relations(filter: $f, first: $n) { totalCount } }";
    expect(await refused(query, { f: { from: "2024-02-30" }, n: 1 })).toMatch(/"2024-02-30" is not a day/);
    expect(await refused(query, { f: { from: 5 }, n: 1 })).toMatch(/5 is not a day/);
    expect(await refused(query, { f: {}, n: 1001 })).toMatch(/first: 1001/);
    expect(await refused(query, { f: { statuses: ["actual"] }, n: 1 })).toMatch(/"Status" enum/);
  });

  it("of instants are taken in any zone", async () => {
    const query = "query ($t: DateTime) { relations(filter: { ingestedBy: $t }) { totalCount } }";
    const count = async (t: string) => (await server.ask(query, { t })).data.relations.totalCount;
    expect(await count("1999-01-01T00:00:00+02:00")).toBe(0);
    expect(await count("2999-01-01T00:00:00.5-11:30")).toBeGreaterThan(0);
  });
});

describe("the form of a query", () => {
  const nested = (levels: number) =>
    `{ entity(id: "${iran}") { ${"relations(first: 1) { nodes { subject { ".repeat(levels)} id ${"} } }".repeat(levels)} } }`;

  it("may not nest too deep", async () => {
    expect((await server.ask(nested(4))).errors).toBeUndefined();
    expect(await refused(nested(5))).toMatch(/depth limit of 14 exceeded, found 17/);
  });

  it("may not have too many aliases, directives or words", async () => {
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, i) => `a${i}: statistics { documents }`).join(" ")} }`;
    expect((await server.ask(aliases(LIMITS.aliases))).errors).toBeUndefined();
    expect(await refused(aliases(LIMITS.aliases + 1))).toMatch(/limit of 50 exceeded, found 51/);
    expect(await refused(aliases(10_000))).toMatch(/Token limit of 4000 exceeded/);
    expect(await refused(`{ statistics { documents ${"@skip(if: false) ".repeat(51)} } }`)).toMatch(/50|@skip/);
  });

  it("may not hold fragments in a circle", async () => {
    const circle = 'fragment A on Entity { ...B } fragment B on Entity { ...A } { entity(name: "Iran") { ...A } }';
    expect((await server.ask(circle)).errors?.[0]?.message).toMatch(/[Cc]annot spread fragment/);
  });

  it("is weighed quickly even where fragments multiply", async () => {
    const levels = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Relation { ...F${i + 1} ...F${i + 1} ...F${i + 1} }`,
    ).join(" ");
    const started = performance.now();
    await server.ask(`${levels} fragment F60 on Relation { id } { relation(id: "a~b~c") { ...F0 } }`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("leaves room for introspection as notebooks and GraphiQL do it", async () => {
    const full = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true });
    expect((await server.ask(full)).errors).toBeUndefined();
  });

  it("may not be sent in batches", async () => {
    const body = JSON.stringify([{ query: "{ statistics { documents } }" }]);
    const answer = await server.raw("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    expect(answer.status).toBe(400);
  });
});

describe("the cost of an answer", () => {
  const wide = `query ($n: Int! = 1000) { entities(first: $n) { nodes { relations(first: $n) { nodes { assertions(first: $n) { nodes { id } } } } } } }`;

  it.each([
    ["variables", wide, { n: 500 }],
    ["defaults of variables", wide, {}],
    ["literals", wide.replaceAll("$n)", "1000)").replace("query ($n: Int! = 1000)", "query"), {}],
    [
      "defaults of the schema",
      "{ documents(first: 1000) { nodes { assertions { nodes { relation { assertions { nodes { document { assertions { nodes { id } } } } } } } } } } }",
      {},
    ],
    [
      "fragments",
      `query { entities(first: 1000) { ...P } }
       fragment P on EntityConnection { nodes { relations(first: 1000) { ...Q } } }
       fragment Q on RelationConnection { nodes { assertions(first: 1000) { nodes { id } } } }`,
      {},
    ],
  ])("is told before it is paid, through %s", async (_, query, variables) => {
    expect(await refused(query, variables)).toMatch(/could hold \d+ objects; the limit is 10000000/);
  });

  it("leaves room for what clients ask", async () => {
    for (const query of [
      `{ neighborhood(of: ["${iran}"], limit: 5000) { entities { id } relations { id subject { id } object { id } assertions(first: 3) { nodes { id quote document { id title } } } } } }`,
      "{ assertions(first: 1000) { nodes { quote relation { subject { name } object { name } } document { text } } } }",
    ])
      expect((await server.ask(query)).errors).toBeUndefined();
  });
});

describe("requests", () => {
  const json = { "Content-Type": "application/json" };

  it("may not be larger than the limit, whether they tell their length or not", async () => {
    // Who may write may send files, which are larger.
    const server = await serve({ host: "0.0.0.0", token: "a-token" });
    const body = JSON.stringify({
      query: "{ statistics { documents } }",
      variables: { x: "x".repeat(MAX_BODY_BYTES) },
    });
    const told = await server.raw("/graphql", {
      method: "POST",
      headers: { ...json, "Content-Length": `${body.length}` },
      body,
    });
    expect(told).toMatchObject({ status: 413, text: expect.stringContaining(`larger than ${MAX_BODY_BYTES} bytes`) });
    const untold = await server.raw("/graphql", {
      method: "POST",
      headers: { ...json, "Transfer-Encoding": "chunked" },
      body,
    });
    expect(untold.status).toBe(413);
    const right = { Authorization: "Bearer a-token", "Content-Length": `${body.length}` };
    expect((await server.raw("/graphql", { method: "POST", headers: { ...json, ...right }, body })).status).toBe(200);
    await server.stop();
  });

  it("must be JSON in UTF-8", async () => {
    const query = "{ statistics { documents } }";
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/graphql",
      "",
    ]) {
      const answer = await server.raw("/graphql", { method: "POST", headers: { "Content-Type": type }, body: query });
      expect(answer, type).toMatchObject({ status: 415, text: expect.stringContaining("application/json") });
    }
    const broken = Buffer.concat([
      Buffer.from(`{"query":"{ entity(name: \\"`),
      Buffer.from([0xff]),
      Buffer.from(`\\") { id } }"}`),
    ]);
    expect(await server.raw("/graphql", { method: "POST", headers: json, body: broken })).toMatchObject({
      status: 400,
    });
    expect(await server.raw("/graphql", { method: "POST", headers: json, body: "{" })).toMatchObject({ status: 400 });
  });

  it("by GET can ask but not change", async () => {
    const get = (query: string) => server.raw(`/graphql?query=${encodeURIComponent(query)}`);
    expect(await get("{ statistics { documents } }")).toMatchObject({ status: 200 });
    expect(await get(`mutation { removeDocument(id: "${REPORTS.arms.id}") { removed } }`)).toMatchObject({
      status: 405,
    });
    expect((await server.store.statistics()).documents).toBe(1);
  });
});

describe("failures", () => {
  const failing = (error: Error) => {
    const logged: unknown[] = [];
    const store = { ...server.store, statistics: () => Promise.reject(error) } as Store;
    const graphql = createGraphQL({
      store,
      reading: { size: 1, read: () => Promise.reject(error), open: () => Promise.reject(error), close: async () => {} },
      changes: async () => undefined,
      onError: (e) => logged.push(e),
    });
    const ask = async () => {
      const answer = await graphql(new Request(`${server.url}/graphql?query={statistics{documents}}`), {
        mayWrite: false,
      });
      return (await answer.json()) as GraphQLAnswer;
    };
    return { ask, logged };
  };

  it("of the inside are masked and logged", async () => {
    const secret = new Error("password=hunter2 at /etc/secrets");
    const { ask, logged } = failing(secret);
    const answer = await ask();
    expect(JSON.stringify(answer)).not.toMatch(/hunter2|secrets|\.ts/);
    expect(answer.errors?.[0]?.message).toMatch(/its log tells more/);
    expect(logged).toEqual([secret]);
  });

  it("of the store tell what to do", async () => {
    const { ask } = failing(new StoreError("Neo4j cannot be reached: start it."));
    expect((await ask()).errors).toMatchObject([
      { message: "Neo4j cannot be reached: start it.", extensions: { code: "STORE" } },
    ]);
  });
});
