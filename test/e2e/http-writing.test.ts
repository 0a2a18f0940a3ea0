/** Writing over HTTP: who may, what comes of it, and documents that mean harm. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { formatDocument, parseDocument } from "../../schema/interchange.ts";
import { BUDGET } from "../../server/graphql/budget.ts";
import { REPORTS } from "../contract/documents.ts";
import { serve, type TestServer } from "./http.ts";

const INGEST = `mutation ($document: DocumentInput!) { ingest(document: $document) {
  known newRelations newEntities newAssertions
  document { id title publisher author url published text sentences { start end }
    assertions { nodes { quote start end relation { id } } } } } }`;
const REMOVE = "mutation ($id: ID!) { removeDocument(id: $id) { removed relations entities assertions } }";
const TEXT =
  "Published: 2024-09-30\n\nIran condemned the United States on Monday. Israel struck Hezbollah in Lebanon.\n";

describe("who may write", () => {
  let server: TestServer;
  const body = JSON.stringify({ query: REMOVE, variables: { id: REPORTS.arms.id } });
  const held = async () => (await server.store.held([REPORTS.arms.id])).size === 1;
  const post = (headers: Record<string, string>) =>
    server.raw("/graphql", { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body });
  afterEach(() => server.stop());

  it("on loopback: this machine, but no page from elsewhere", async () => {
    server = await serve({ documents: [REPORTS.arms] });
    const { host, port } = new URL(server.url);
    for (const headers of [
      { Host: `evil.example:${port}` },
      { Host: "evil.example" },
      { Host: host, Origin: "http://evil.example" },
      { Host: host, Origin: "null" },
      { Host: host, Origin: `http://localhost:${port}` },
      { Host: host, "Sec-Fetch-Site": "cross-site" },
    ]) {
      expect(await post(headers), JSON.stringify(headers)).toMatchObject({ status: 403 });
      expect((await server.raw("/export/documents.jsonl", { headers })).status).toBe(403);
      expect((await server.raw("/", { headers })).status).toBe(403);
    }
    expect(await held()).toBe(true);
    const answer = await post({ Host: `localhost:${port}`, Origin: `http://localhost:${port}` });
    expect(JSON.parse(answer.text)).toMatchObject({ data: { removeDocument: { removed: true, assertions: 4 } } });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(await held()).toBe(false);
  });

  it("on other addresses: who has the token; all may ask", async () => {
    server = await serve({ documents: [REPORTS.arms], host: "0.0.0.0", token: "correct horse".replace(" ", "-") });
    const unasked = { message: expect.stringContaining("ACTANT_TOKEN"), extensions: { code: "FORBIDDEN" } };
    expect((await server.ask(REMOVE, { id: REPORTS.arms.id })).errors).toMatchObject([unasked]);
    expect((await server.ask(INGEST, { document: { text: TEXT } })).errors).toMatchObject([unasked]);
    for (const Authorization of ["Bearer", "Bearer wrong", "Bearer correct-hors", "Basic correct-horse"])
      expect(await post({ Authorization }), Authorization).toMatchObject({ status: 401 });
    expect(await held()).toBe(true);
    expect((await server.raw("/healthz", { headers: { Host: "actant.example.org" } })).status).toBe(200);
    expect((await server.ask("{ statistics { documents } }")).data).toEqual({ statistics: { documents: 1 } });
    const { data } = await server.ask(REMOVE, { id: REPORTS.arms.id }, { authorization: "Bearer correct-horse" });
    expect(data.removeDocument.removed).toBe(true);
    expect(server.log()).not.toContain("correct-horse");
  });
});

describe("writing", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serve();
  });
  afterAll(() => server.stop());
  const ingest = async (document: object) => server.ask(INGEST, { document });

  it("reads a text, tells what is new, knows it again, and takes it back", async () => {
    const { data, errors } = await ingest({ text: TEXT, title: "A test", publisher: "The Desk" });
    expect(errors).toBeUndefined();
    const { document, ...gain } = data.ingest;
    expect(gain.known).toBe(false);
    expect(gain.newRelations).toBeGreaterThan(0);
    expect(gain.newAssertions).toBe(document.assertions.nodes.length);
    expect(document).toMatchObject({ title: "A test", publisher: "The Desk", published: "2024-09-30", text: TEXT });
    for (const { quote, start, end } of document.assertions.nodes) expect(TEXT.slice(start, end)).toBe(quote);
    const again = await ingest({ base64: Buffer.from(TEXT).toString("base64"), title: "Another title" });
    expect(again.data.ingest).toMatchObject({
      known: true,
      newRelations: 0,
      newEntities: 0,
      newAssertions: 0,
      document: { title: "A test" },
    });
    const removed = (await server.ask(REMOVE, { id: document.id })).data.removeDocument;
    expect(removed).toEqual({
      removed: true,
      relations: gain.newRelations,
      entities: gain.newEntities,
      assertions: gain.newAssertions,
    });
    expect((await server.ask(REMOVE, { id: document.id })).data.removeDocument).toMatchObject({
      removed: false,
      assertions: 0,
    });
    expect(await server.store.statistics()).toMatchObject({ documents: 0, entities: 0, relations: 0, assertions: 0 });
  });

  it("gives the document the same id as the file has, byte order mark and line ends included", async () => {
    const text = `\uFEFF${TEXT.replaceAll("\n", "\r\n")}`;
    const [asText, asFile] = [await ingest({ text }), await ingest({ base64: Buffer.from(text).toString("base64") })];
    expect(asFile.data.ingest).toMatchObject({ known: true, document: { id: asText.data.ingest.document.id, text } });
  });

  it.each([
    [{}, /either `text` or `base64`/],
    [{ text: "a", base64: "YQ==" }, /either `text` or `base64`/],
    [{ text: "" }, /is empty/],
    [{ text: " \n\t " }, /is empty/],
    [{ text: "half \uD83D of a pair" }, /surrogate/],
    [{ text: "a NUL \u0000 inside" }, /NUL/],
    [{ base64: "not base64!" }, /is not base64/],
    [{ base64: Buffer.from([0x41, 0x00, 0x42, 0x01, 0x00]).toString("base64") }, /is not text/],
    [{ base64: Buffer.from("PK\u0003\u0004\u0000\u0000").toString("base64") }, /is not text/],
    [{ text: "a", published: "yesterday" }, /"yesterday" is not a day/],
    [{ text: "a", url: "javascript:alert(1)" }, /http:\/\/ or https:\/\//],
    [{ text: "a", title: "x".repeat(1001) }, /document.title: has 1001 characters; it may have 1000/],
    [{ text: "a", publisher: "x\u0007y" }, /document.publisher: has a control character/],
    [{ text: "a", author: "x\uD83D" }, /document.author/],
  ])("refuses %j", async (document, message) => {
    const { errors } = await ingest(document);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions?.code).toMatch(/BAD_USER_INPUT|NOT_READ/);
  });

  it("refuses to take back what is no document", async () => {
    const { errors } = await server.ask(REMOVE, { id: "state:Iran" });
    expect(errors?.[0]?.message).toMatch(/is not the id of a document/);
  });
});

describe("documents that mean harm", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serve();
  });
  afterEach(async () => {
    for await (const { id } of server.store.export()) await server.store.remove(id);
  });
  afterAll(() => server.stop());

  const HARMFUL = [
    "<script>alert('Iran')</script><img src=x onerror=alert(1)> Iran condemned Israel in <b>Lebanon</b>.",
    "Iran'); DROP TABLE documents; -- condemned Israel. \" OR 1=1; DELETE FROM assertions WHERE ''='",
    "Iran}) DETACH DELETE n // condemned Israel. `MATCH (n) DETACH DELETE n` $apoc.cypher.run('x')",
    "\u202Enari\u202C condemned \u2066Israel\u2069.\u0007\u001B[2J\u0008 Iran struck Syria.\u2028Israel struck Iran.",
    "{{constructor.constructor('return process')()}} ${process.env} %s %n ../../etc/passwd Iran backs Hezbollah.",
    "---\ntitle: !!js/function 'function(){}'\nurl: javascript:alert(1)\npublished: 2024-99-99\n---\nIran backs Hezbollah.",
    "--- \n&a [*a,*a]\n---\nIran backs Hezbollah. \uFFFF\uFDD0 \u{10FFFF} e\u0301 \u200D\u200B",
    "__proto__: polluted\nconstructor: x\n\nIran backs Hezbollah.",
  ];

  it.each(HARMFUL.map((text) => [text]))("are kept as read and served as text: %j", async (text) => {
    const { data, errors } = await server.ask(INGEST, { document: { text } });
    expect(errors, server.log()).toBeUndefined();
    const { document } = data.ingest;
    expect(document.text).toBe(text);
    for (const { quote, start, end } of document.assertions.nodes) expect(text.slice(start, end)).toBe(quote);
    const answer = await server.raw(
      `/graphql?query=${encodeURIComponent(`{ document(id: "${document.id}") { title text } }`)}`,
    );
    expect(answer.headers.get("content-type")).toMatch(/json/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const line = (await server.raw("/export/documents.jsonl")).text;
    expect(parseDocument(line.trimEnd()).text).toBe(text);
    expect(await server.store.statistics()).toMatchObject({ documents: 1 });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(server.log()).not.toContain("condemned");
  });

  it("cannot be reached for by names, words or ids that mean harm", async () => {
    await server.store.write(REPORTS.arms);
    const query = `query ($t: String!, $id: ID!) {
      entities(query: $t) { totalCount } entity(name: $t) { id } sentences(query: $t) { totalCount }
      documents(query: $t, publisher: $t) { totalCount } relation(id: $id) { id } document(id: $id) { id }
      relations(filter: { query: $t, speakers: [$t], publishers: [$t], extractors: [$t] }) { totalCount } }`;
    for (const t of [
      ...HARMFUL,
      '"',
      "'",
      "*",
      "(",
      "AND OR NOT",
      "NEAR(a b)",
      "a*b",
      "^x",
      "col:x",
      "\\",
      "~",
      "[",
      "\u0000x",
      "%",
      "_",
    ]) {
      const { errors } = await server.ask(query, { t, id: t });
      expect(errors?.map(({ message }) => message) ?? [], t).not.toContainEqual(
        expect.stringContaining("Something went wrong"),
      );
    }
    expect(await server.store.statistics()).toMatchObject({ documents: 1, assertions: 4 });
  });

  it("of 5 MB in a single line are kept or refused with a reason", async () => {
    const text = `Iran condemned Israel. <script>${"x".repeat(5_000_000)}</script>`;
    const { data, errors } = await server.ask(INGEST, { document: { text } });
    if (errors) expect(errors[0]?.extensions?.code).toMatch(/NOT_READ|STORE/);
    else expect(data.ingest.document.text === text).toBe(true);
    expect((await server.raw("/healthz")).status).toBe(200);
  });

  it("of great length are read aside, while others are answered", async () => {
    const text = "Iran condemned the United States, and Israel struck Hezbollah in Lebanon. ".repeat(4_000);
    const reading = server.ask(INGEST, { document: { text } });
    const pause = () => new Promise<undefined>((resolve) => setTimeout(resolve, 50));
    let answered = 0;
    do {
      expect((await server.raw("/healthz")).status).toBe(200);
      answered += 1;
    } while (!(await Promise.race([reading, pause()])));
    expect((await reading).errors).toBeUndefined();
    expect(answered).toBeGreaterThan(5);
  });

  it("cannot be repeated in an answer until memory is full", async () => {
    const text = `${"x".repeat(9_000_000)}.`;
    const document = parseDocument(formatDocument({ ...parseDocument(JSON.stringify({ text, sentences: [] })) }));
    await server.store.write(document);
    const times = Math.ceil(BUDGET.characters / text.length) + 1;
    const query = `{ ${Array.from({ length: times }, (_, i) => `d${i}: document(id: "${document.id}") { text }`).join(" ")} }`;
    const { errors } = await server.ask(query);
    expect(errors?.[0]?.message).toMatch(/more than 100000000 characters of text/);
  });
});

it("serves the explorer's files and nothing beside them", async () => {
  const server = await serve();
  const page = await server.raw("/?focus=state:Iran");
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining("Actant") });
  expect(page.headers.get("content-security-policy")).toMatch(
    /default-src 'none'.*frame-ancestors 'none'.*script-src 'self';/,
  );
  expect(page.headers.get("cache-control")).toBe("no-cache");
  const etag = page.headers.get("etag")!;
  expect((await server.raw("/", { headers: { "If-None-Match": etag } })).status).toBe(304);
  const asset = await server.raw("/assets/main-3f2a.js");
  expect(asset.headers.get("cache-control")).toContain("immutable");
  expect(asset.headers.get("content-type")).toContain("javascript");
  for (const path of [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "//secret.txt",
    "/%2e%2e/secret.txt",
    "/assets",
    "/assets/",
    "/nothing",
    "/index.html%00.js",
    "/export/",
    "/export/documents.csv",
    "/graphql/x",
  ]) {
    const answer = await server.raw(path);
    expect(answer.status, path).toBe(404);
    expect(answer.text).not.toContain("not to be served");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  }
  for (const path of ["/", "/healthz", "/export/documents.jsonl"])
    expect((await server.raw(path, { method: "DELETE" })).status, path).toBe(405);
  expect((await server.raw("/", { method: "HEAD" })).text).toBe("");
  await server.stop();
});

it("answers requests that are not well formed shortly, without its inside", async () => {
  const server = await serve();
  for (const [path, headers] of [
    ["http://evil.example/", {}],
    ["*", {}],
    ["/", { Host: "a b" }],
    ["/", { Host: "localhost:99999" }],
    ["/", { Host: "x@y" }],
  ] as const) {
    const answer = await server.raw(path, { headers });
    expect(answer.status, path).toBe(400);
    expect(answer.text).not.toMatch(/\bat |\.ts|node:/);
  }
  await server.stop();
});

it("says in /readyz whether the store can be asked, and in /healthz that it lives", async () => {
  const server = await serve({ documents: [REPORTS.arms] });
  const well = JSON.parse((await server.raw("/readyz")).text);
  expect(well).toMatchObject({
    status: "ok",
    version: "0.0.0-test",
    store: "sqlite",
    counts: { documents: 1, assertions: 4 },
  });
  await server.store.close();
  const ill = await server.raw("/readyz");
  expect(ill.status).toBe(503);
  expect(JSON.parse(ill.text)).toMatchObject({ status: "unavailable" });
  expect(JSON.parse((await server.raw("/healthz")).text)).toEqual({ status: "ok", version: "0.0.0-test" });
  await server.stop().catch(() => {});
});
