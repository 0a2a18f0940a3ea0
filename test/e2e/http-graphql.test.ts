import { createHash } from "node:crypto";
import { getIntrospectionQuery, type IntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assertionId } from "../../schema/digest.ts";
import { relationId } from "../../schema/ids.ts";
import { examples } from "../../server/graphql/examples.ts";
import { idOf, REPORTS } from "../contract/documents.ts";
import { serve, type TestServer } from "./http.ts";

const documents = Object.values(REPORTS);
const houthis = idOf("Houthis");
const iran = idOf("Iran");
const aid = relationId(iran, "AID", houthis);
const denial = REPORTS.arms.assertions[1]!;

let server: TestServer;
beforeAll(async () => {
  server = await serve({ documents });
});
afterAll(() => server.stop());

/** The data of an answer that has no errors. */
async function data(query: string, variables = {}) {
  const answer = await server.ask(query, variables);
  expect(answer.errors, server.log()).toBeUndefined();
  return answer.data;
}

describe("node", () => {
  it("finds an object of every type by its id", async () => {
    const assertion = assertionId(REPORTS.arms.id, denial.start, denial.end, aid, denial.extractor);
    const query = "query ($id: ID!) { node(id: $id) { id __typename } }";
    for (const [id, type] of [
      [iran, "Entity"],
      [aid, "Relation"],
      [REPORTS.arms.id, "Document"],
      [assertion, "Assertion"],
    ])
      expect(await data(query, { id })).toEqual({ node: { id, __typename: type } });
  });

  it("finds nothing by an id of nothing", async () => {
    const query = "query ($id: ID!) { node(id: $id) { id } relation(id: $id) { id } document(id: $id) { id } }";
    for (const id of ["", "nonsense", "state:Atlantis", `document:${"0".repeat(32)}`, "a~b~c"])
      expect(await data(query, { id })).toEqual({ node: null, relation: null, document: null });
  });
});

describe("entities", () => {
  it("searches names and aliases, forgiving a typing error", async () => {
    const query = "query ($q: String) { entities(query: $q, first: 1) { nodes { name kind aliases degree } } }";
    for (const q of ["Popular Mobilisation", "mobilization for", "FORCES popular"])
      expect((await data(query, { q })).entities.nodes).toMatchObject([
        { name: "Popular Mobilization Forces", kind: "MILITIA", degree: 1 },
      ]);
    expect((await data(query, { q: "ansar al" })).entities.nodes).toMatchObject([{ name: "Houthis" }]);
  });

  it("lists the most connected first, of some kinds, page by page", async () => {
    const query = `query ($after: String) {
      entities(kinds: [STATE], first: 2, after: $after) {
        totalCount nodes { name degree } edges { cursor node { name } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const { entities: first } = await data(query);
    const { entities: last } = await data(query, { after: first.pageInfo.endCursor });
    const all = [...first.nodes, ...last.nodes] as { name: string; degree: number }[];
    expect(all.map(({ name }) => name).toSorted()).toEqual(["Iran", "Iraq", "Oman", "United States"]);
    expect(all.map(({ degree }) => degree)).toEqual(all.map(({ degree }) => degree).toSorted((a, b) => b - a));
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    expect(last).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    expect(first.pageInfo.startCursor).toBe(first.edges[0].cursor);
  });

  it("tells one by id or by any name, with where it is, its edges and its mentions", async () => {
    const fields = `{ id country latitude longitude mentionCount documentCount
      relations(first: 1) { totalCount nodes { id assertionCount } }
      mentions(first: 2) { totalCount nodes { text start end entity { name } document { text } sentence { start end } } } }`;
    const byId = await data(`query ($id: ID) { entity(id: $id) ${fields} }`, { id: iran });
    const byName = await data(`{ entity(name: "TEHRAN") ${fields} }`);
    expect(byName).toEqual(byId);
    expect(byId.entity).toMatchObject({ id: iran, country: "IR", latitude: 32.4, longitude: 53.7, documentCount: 4 });
    expect(byId.entity.relations).toEqual({ totalCount: 2, nodes: [{ id: aid, assertionCount: 4 }] });
    for (const { text, start, end, entity, document, sentence } of byId.entity.mentions.nodes) {
      expect(document.text.slice(start, end)).toBe(text);
      expect(entity.name).toBe("Iran");
      expect(sentence.start <= start && end <= sentence.end).toBe(true);
    }
  });
});

describe("relations", () => {
  const list =
    "query ($f: RelationFilter, $o: RelationOrder) { relations(filter: $f, orderBy: $o) { totalCount nodes { id } } }";
  const ids = async (f: object, o?: string) =>
    (await data(list, { f, o })).relations.nodes.map((node: { id: string }) => node.id);

  it("are told with their ends, their class and their sentences", async () => {
    const { relation } = await data(
      `query ($id: ID!) { relation(id: $id) {
        type quad symmetric subject { name } object { name } assertionCount documentCount speakerCount
        statuses { status count } firstDate lastDate
        assertions(first: 2) { totalCount pageInfo { hasNextPage endCursor }
          nodes { quote status speaker date dateFrom dateTo confidence extractor trigger { start end }
                  subjectMention { start end } objectMention { start end } relation { id } document { id publisher published } } } } }`,
      { id: aid },
    );
    expect(relation).toMatchObject({
      type: "AID",
      quad: "MATERIAL_COOPERATION",
      symmetric: false,
      subject: { name: "Iran" },
      object: { name: "Houthis" },
      assertionCount: 4,
      documentCount: 3,
      speakerCount: 3,
      firstDate: "2024-02-09",
      lastDate: "2024-02-09",
    });
    expect(
      relation.statuses.toSorted((a: { status: string }, b: { status: string }) => (a.status < b.status ? -1 : 1)),
    ).toEqual([
      { status: "ACTUAL", count: 2 },
      { status: "HYPOTHETICAL", count: 1 },
      { status: "NEGATED", count: 1 },
    ]);
    expect(relation.assertions).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect(relation.assertions.nodes[1]).toMatchObject({
      quote: "Iran arms the Houthis, a senior U.S. official said on Friday.",
      speaker: "a senior U.S. official",
      date: "2024-02-09",
      dateFrom: "2024-02-09",
      dateTo: "2024-02-09",
      document: { id: REPORTS.arms.id, publisher: "Gulf Monitor", published: "2024-02-10" },
    });
    expect(relation.assertions.nodes[0]).toMatchObject({ date: null, dateFrom: null, dateTo: null });
  });

  it("are found by filters, each condition on the same assertion", async () => {
    expect(await ids({ types: ["AID"], statuses: ["NEGATED"] })).toEqual([aid]);
    expect(await ids({ types: ["AID"], statuses: ["NEGATED"], speakers: ["the envoys"] })).toEqual([]);
    expect(await ids({ quads: ["STANDING"], kinds: ["PERSON"] })).toEqual([]);
    expect(await ids({ minAssertions: 4 })).toEqual([aid]);
    expect(await ids({ publishers: ["Mesopotamia Brief"], undated: false, from: "2023-11-18" })).toHaveLength(2);
    expect(await ids({ documents: [REPORTS.undated.id], entities: [iran] })).toEqual([aid]);
    expect(await ids({ query: "sends weapons" })).toEqual([aid]);
    expect(await ids({ types: [] })).toEqual([]);
    expect(await ids({ types: null, entities: null })).toHaveLength(11);
  });

  it("are ordered by weight, by day or by name", async () => {
    expect((await ids({}))[0]).toBe(aid);
    expect(await ids({}, "NAME")).toEqual((await ids({})).toSorted());
    const { relations } = await data("{ relations(orderBy: LATEST) { nodes { lastDate } } }");
    const days = relations.nodes.map((node: { lastDate: string | null }) => node.lastDate ?? "");
    expect(days).toEqual(days.toSorted().reverse());
  });
});

it("lists assertions flat, latest publication first, page by page", async () => {
  const query = `query ($after: String) { assertions(first: 5, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id quote document { published } } } }`;
  const found: { id: string; document: { published: string | null } }[] = [];
  for (let after: string | null = null; ;) {
    const { assertions } = await data(query, { after });
    expect(assertions.totalCount).toBe(documents.flatMap((document) => document.assertions).length);
    found.push(...assertions.nodes);
    if (!assertions.pageInfo.hasNextPage) break;
    after = assertions.pageInfo.endCursor;
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(documents.flatMap((document) => document.assertions).length);
  const days = found.map(({ document }) => document.published ?? "");
  expect(days).toEqual(days.toSorted().reverse());
});

it("finds sentences, asserting or not", async () => {
  const query =
    "query ($q: String!) { sentences(query: $q) { nodes { text start end document { text } assertions { relation { id } } } } }";
  const { sentences: silent } = await data(query, { q: "nothing oman" });
  expect(silent.nodes).toMatchObject([{ text: "Nothing is asserted of Oman here.", assertions: [] }]);
  const { sentences: telling } = await data(query, { q: "hosted" });
  expect(telling.nodes[0].assertions).toHaveLength(3);
  const [{ text, start, end, document }] = telling.nodes;
  expect(document.text.slice(start, end)).toBe(text);
});

it("tells documents whole: text, sentences, mentions, assertions in text order", async () => {
  const { document } = await data(
    `query ($id: ID!) { document(id: $id) {
      title url publisher author published ingestedAt language text entityCount relationCount sentences { start end }
      assertions { nodes { start quote } } mentions { totalCount nodes { start text } } } }`,
    { id: REPORTS.arms.id },
  );
  const { title, publisher, author, published, text, sentences } = REPORTS.arms;
  expect(document).toMatchObject({ title, publisher, author, published, text, sentences, url: null, language: "en" });
  expect(document.ingestedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const starts = document.assertions.nodes.map((node: { start: number }) => node.start);
  expect(starts).toEqual(REPORTS.arms.assertions.map(({ start }) => start));
  const mentioned = document.mentions.nodes.map((node: { start: number }) => node.start);
  expect(mentioned).toEqual(mentioned.toSorted((a: number, b: number) => a - b));
  expect(document.entityCount).toBe(REPORTS.arms.entities.length);
});

it("lists documents by words and by publisher", async () => {
  const query = "query ($q: String, $p: String) { documents(query: $q, publisher: $p) { totalCount nodes { title } } }";
  expect((await data(query, { q: "muscat" })).documents.nodes).toEqual([{ title: "Talks in Muscat" }]);
  expect(
    (await data(query, { p: "Gulf Monitor" })).documents.nodes.map((node: { title: string }) => node.title),
  ).toEqual(["Talks in Muscat", "Arms for the Houthis"]);
  expect((await data(query, { q: "  " })).documents.totalCount).toBe(4);
});

describe("neighborhood", () => {
  const query = `query ($of: [ID!]!, $depth: Int, $filter: RelationFilter, $limit: Int) {
    neighborhood(of: $of, depth: $depth, filter: $filter, limit: $limit) {
      entities { id } relations { id subject { id } object { id } assertions(first: 1) { nodes { quote } } }
      totalRelations truncated } }`;

  it("has the edges around, their ends and their first sentence, and tells what it leaves out", async () => {
    const { neighborhood: whole } = await data(query, { of: [houthis], depth: 1, limit: 400 });
    expect(whole).toMatchObject({ truncated: false, totalRelations: whole.relations.length });
    const known = new Set(whole.entities.map((entity: { id: string }) => entity.id));
    for (const { subject, object, assertions } of whole.relations) {
      expect(known.has(subject.id) && known.has(object.id)).toBe(true);
      expect([subject.id, object.id]).toContain(houthis);
      expect(assertions.nodes).toHaveLength(1);
    }
    const { neighborhood: cut } = await data(query, { of: [houthis], depth: 1, limit: 2 });
    expect(cut).toMatchObject({ truncated: true, totalRelations: whole.totalRelations });
    expect(cut.relations.map((relation: { id: string }) => relation.id)).toEqual(
      whole.relations.slice(0, 2).map((relation: { id: string }) => relation.id),
    );
  });

  it("reaches further, and keeps to its filter", async () => {
    const near = await data(query, { of: [houthis], depth: 1, limit: 400 });
    const far = await data(query, { of: [houthis], depth: 3, limit: 400 });
    expect(far.neighborhood.totalRelations).toBeGreaterThan(near.neighborhood.totalRelations);
    const talks = await data(query, { of: [houthis], depth: 1, limit: 400, filter: { types: ["CONSULT"] } });
    expect(talks.neighborhood.totalRelations).toBe(2);
  });

  it("counts neighbours before they are drawn", async () => {
    const { neighborCounts } = await data(
      "query ($of: ID!) { neighborCounts(of: $of) { type kind outgoing relations entities } }",
      { of: houthis },
    );
    expect(neighborCounts).toContainEqual({ type: "AID", kind: "STATE", outgoing: false, relations: 1, entities: 1 });
    expect(neighborCounts).toContainEqual({
      type: "CONSULT",
      kind: "STATE",
      outgoing: true,
      relations: 2,
      entities: 2,
    });
  });
});

it("tells what the store holds", async () => {
  const { statistics } = await data(
    "{ statistics { documents sentences entities relations assertions mentions version } }",
  );
  expect(statistics).toEqual({ ...(await server.store.statistics()) });
});

it("needs a handful of calls to the store for a neighborhood with its evidence", async () => {
  const calls: string[] = [];
  const counted = Object.fromEntries(
    Object.entries(server.store).map(([name, value]) => [
      name,
      typeof value === "function"
        ? (...given: unknown[]) => {
            calls.push(name);
            return (value as (...given: unknown[]) => unknown)(...given);
          }
        : value,
    ]),
  ) as unknown as typeof server.store;
  const { createGraphQL } = await import("../../server/graphql/server.ts");
  const refuse = () => Promise.reject(new Error("nothing is read here"));
  const reading = { size: 1, read: refuse, open: refuse, close: async () => {} };
  const graphql = createGraphQL({ store: counted, reading, changes: async () => undefined, onError: () => {} });
  const query = `{ neighborhood(of: ["${houthis}"], depth: 3) { relations { subject { name } object { name }
    assertions(first: 3) { nodes { quote document { title } } } } } }`;
  const request = new Request(`${server.url}/graphql?query=${encodeURIComponent(query)}`);
  const answer = (await (await graphql(request, { mayWrite: false })).json()) as { data: object };
  expect(answer.data).toBeDefined();
  expect(calls).toEqual(["neighborhood"]);
});

describe("the schema", () => {
  it("describes every type, field, argument and value", async () => {
    const { __schema }: IntrospectionQuery = await data(getIntrospectionQuery());
    const silent: string[] = [];
    const look = (path: string, item: { description?: string | null | undefined }) => {
      if (!item.description?.trim()) silent.push(path);
    };
    for (const type of __schema.types.filter(({ name }) => !name.startsWith("__"))) {
      look(type.name, type);
      for (const field of ("fields" in type && type.fields) || []) {
        look(`${type.name}.${field.name}`, field);
        for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument);
      }
      for (const field of ("inputFields" in type && type.inputFields) || []) look(`${type.name}.${field.name}`, field);
      for (const value of ("enumValues" in type && type.enumValues) || []) look(`${type.name}.${value.name}`, value);
    }
    expect(silent).toEqual([]);
  });

  it("is asked with GraphiQL, which needs no other server", async () => {
    const page = await fetch(`${server.url}/graphql`, { headers: { Accept: "text/html", "Accept-Encoding": "br" } });
    const html = await page.text();
    expect(page.headers.get("content-type")).toMatch("text/html");
    expect(html).toContain("renderYogaGraphiQL");
    expect(html).toContain(JSON.stringify(examples[0]!.query));
    expect(html.match(/<(script|link|img)[^>]*(src|href)="https?:[^>]*>/g)).toBeNull();
    const policy = page.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    const scripts = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, script] of scripts)
      expect(policy).toContain(`'sha256-${createHash("sha256").update(script!).digest("base64")}'`);
    expect(page.headers.get("content-encoding")).toBe("br");
    const headers = { Accept: "text/html", "If-None-Match": page.headers.get("etag")! };
    expect((await server.raw("/graphql", { headers })).status).toBe(304);
  });

  it.each(examples.map(({ query, variables }) => [query.split("\n", 1)[0], query, variables] as const))(
    "has a worked example that works: %s",
    async (_, query, variables) => {
      if (/^(mutation|subscription)/m.test(query)) return;
      const answer = await server.ask(query, JSON.parse(variables));
      expect(answer.errors).toBeUndefined();
    },
  );
});
