/** What is sent to do harm: refused, logged without its text, and the server goes on. */
import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { MAX_FILE_BODY_BYTES } from "../../server/http/body.ts";
import { CONNECTIONS } from "../../server/http/listen.ts";
import { RATES } from "../../server/http/rates.ts";
import { REPORTS } from "../contract/documents.ts";
import { type GraphQLAnswer, serve, type TestServer } from "./http.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve({ documents: [REPORTS.arms] });
});
afterAll(() => server.stop());

/** Nothing of an attack stays behind: the next one is answered, and the log has none of its words. */
afterEach(async () => {
  expect((await server.ask("{ statistics { documents } }")).data).toEqual({ statistics: { documents: 1 } });
  expect(server.log()).not.toContain(MARK);
});

/** Stands in every attack. */
const MARK = "xyzzy";
const json = { "Content-Type": "application/json" };

async function refused(query: string, variables = {}): Promise<string> {
  const answer: GraphQLAnswer = await server.ask(query, variables);
  expect(answer.data ?? undefined).toBeUndefined();
  return answer.errors!.map(({ message }) => message).join("\n");
}

const repeat = (count: number, part: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(" ");

/** Sends bytes as they are, and tells what comes back until the server closes. */
function send(parts: readonly (string | Buffer)[], pauseMs = 0): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    let answer = "";
    socket.on("data", (data) => (answer += data.toString("latin1")));
    socket.on("close", () => resolve(answer));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "EPIPE" || error.code === "ECONNRESET" ? resolve(answer) : reject(error),
    );
    const next = ([part, ...others]: readonly (string | Buffer)[]) => {
      if (part === undefined || socket.destroyed) return;
      socket.write(part);
      if (pauseMs === 0) return next(others);
      setTimeout(() => next(others), pauseMs);
    };
    next(parts);
  });
}

describe("queries that ask for too much", () => {
  it.each([
    ["aliases", `{ ${repeat(51, (i) => `${MARK}${i}: statistics { documents }`)} }`, /limit of 50 exceeded, found 51/],
    [
      "10,000 aliases",
      `{ ${repeat(10_000, (i) => `${MARK}${i}: statistics { documents }`)} }`,
      /limit of 4000 exceeded/,
    ],
    [
      "directives",
      `{ statistics { documents ${repeat(51, () => `@${MARK}`)} } }`,
      /limit of 50 exceeded, found 51|Unknown directive/,
    ],
    ["repeated fields", `{ statistics { ${repeat(5_000, () => "documents")} } }`, /limit of 4000 exceeded/],
    [
      "depth",
      `{ ${"relations { nodes { subject { ".repeat(6)} id ${"} } }".repeat(6)} }`,
      /depth limit of 14 exceeded/,
    ],
    [
      "circles",
      `{ entity(name: "${MARK}") { ...A } } fragment A on Entity { relations { nodes { ...B } } } fragment B on Relation { subject { ...A } }`,
      /spread fragment|depth limit/,
    ],
    [
      "breadth",
      `{ entities(first: 1000) { nodes { relations(first: 1000) { nodes { assertions(first: 1000) { nodes { id } } } } } } }`,
      /could hold \d+ objects; the limit is 10000000/,
    ],
  ])("%s are refused with the limit and the value", async (_, query, message) => {
    expect(await refused(query)).toMatch(message);
  });

  it("by operations of which one is chosen are weighed likewise", async () => {
    const operations = repeat(
      9,
      (i) => `query Q${i} { ${"relations { nodes { subject { ".repeat(6)} id ${"} } }".repeat(6)} }`,
    );
    const body = JSON.stringify({ query: operations, operationName: "Q1" });
    expect((await server.raw("/graphql", { method: "POST", headers: json, body })).text).toMatch(
      /depth limit of 14 exceeded/,
    );
  });

  it("by variables of great size are refused before they are read whole", async () => {
    const query = "query ($f: RelationFilter) { relations(filter: $f) { totalCount } }";
    expect(await refused(query, { f: { speakers: Array.from({ length: 1_001 }, (_, i) => `${MARK}${i}`) } })).toMatch(
      /1001 values are more than 1000/,
    );
    const length = MAX_FILE_BODY_BYTES + 1;
    const head = `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${length}`;
    const answer = await send([`${head}\r\n\r\n{"query":"${MARK}`]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain(`has ${length} bytes, which is larger than ${MAX_FILE_BODY_BYTES} bytes`);
  });

  it("nested deep in JSON or in GraphQL values are refused", async () => {
    const deep = `{"query":"{ statistics { documents } }","variables":{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`;
    const answer = await server.raw("/graphql", { method: "POST", headers: json, body: deep });
    expect([200, 400]).toContain(answer.status);
    expect(
      await refused(
        `{ relations(filter: { speakers: ${"[".repeat(3_000)}"${MARK}"${"]".repeat(3_000)} }) { totalCount } }`,
      ),
    ).toMatch(/nested 300\d deep; the limit is 200/);
  });

  it("in batches are refused", async () => {
    const one = { query: `{ statistics { documents } }` };
    for (const count of [1, 1_000]) {
      const body = JSON.stringify(Array.from({ length: count }, () => one));
      expect((await server.raw("/graphql", { method: "POST", headers: json, body })).status).toBe(400);
    }
  });
});

describe("what a browser elsewhere could be made to send", () => {
  const mutation = `mutation { removeDocument(id: "${REPORTS.arms.id}") { removed } }`;
  const get = `/graphql?${new URLSearchParams({ query: mutation })}`;

  it.each([
    ["a link that changes", get, { method: "GET" }, 405],
    [
      "a form",
      "/graphql",
      { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: `query=${mutation}` },
      415,
    ],
    [
      "a form of parts",
      "/graphql",
      { method: "POST", headers: { "Content-Type": "multipart/form-data; boundary=x" }, body: "--x--" },
      415,
    ],
    [
      "plain text",
      "/graphql",
      { method: "POST", headers: { "Content-Type": "text/plain" }, body: JSON.stringify({ query: mutation }) },
      415,
    ],
    [
      "another origin",
      "/graphql",
      {
        method: "POST",
        headers: { ...json, Origin: `http://${MARK}.example` },
        body: JSON.stringify({ query: mutation }),
      },
      403,
    ],
    [
      "another origin's question before it",
      "/graphql",
      { method: "OPTIONS", headers: { Origin: `http://${MARK}.example`, "Access-Control-Request-Method": "POST" } },
      403,
    ],
    [
      "another site's export",
      "/export/documents.jsonl",
      { method: "GET", headers: { "Sec-Fetch-Site": "cross-site" } },
      403,
    ],
    [
      "another name for this machine",
      "/graphql",
      { method: "POST", headers: { ...json, Host: `${MARK}.example` }, body: JSON.stringify({ query: mutation }) },
      403,
    ],
  ] as const)("%s is refused", async (_, path, options, status) => {
    const answer = await server.raw(path, options);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each(["X-Forwarded-Host", "X-Host", "X-Original-URL", "X-Rewrite-URL", "Forwarded"])(
    "%s changes nothing",
    async (name) => {
      const answer = await server.raw("/", { headers: { [name]: `${MARK}.example` } });
      expect(answer.status).toBe(200);
      expect(JSON.stringify([...answer.headers]) + answer.text).not.toContain(MARK);
    },
  );

  it("two Hosts, or none, are refused", async () => {
    const get = (headers: string) => send([`GET /graphql HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`]);
    expect(await get("Host: 127.0.0.1\r\nHost: evil.example\r\n")).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(await get("")).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});

describe("paths", () => {
  it.each([
    "/../package.json",
    "/assets/../../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc%2fpasswd",
    "/assets/..%5c..%5cetc%5cpasswd",
    "//etc/passwd",
    "/export/../../etc/passwd",
    "/export/documents.jsonl/../../secret.txt",
    "/%00",
    "/%ff%fe",
    `/${"a/".repeat(10_000)}`,
  ])("%s lead nowhere", async (path) => {
    const answer = await server.raw(path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toMatch(/root:|not to be served/);
  });
});

describe("what is no proper HTTP", () => {
  it.each([
    ["no HTTP at all", `${MARK}\r\n\r\n`, /^HTTP\/1\.1 400 /],
    [
      "two lengths",
      `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef`,
      /^HTTP\/1\.1 400 /,
    ],
    [
      "a length beside pieces",
      `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      /^HTTP\/1\.1 400 /,
    ],
    ["a header with a line end", `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\rb\r\n\r\n`, /^HTTP\/1\.1 400 /],
    [
      "headers without end",
      `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${MARK.repeat(20_000)}\r\n\r\n`,
      /^HTTP\/1\.1 431 .*/,
    ],
  ])("%s is refused shortly", async (_, request, answer) => {
    expect(await send([request])).toMatch(answer);
  });

  it("bytes that are not UTF-8 are refused", async () => {
    const body = Buffer.concat([
      Buffer.from(`{"query":"{ entity(name: \\"${MARK}`),
      Buffer.from([0xc0, 0x80]),
      Buffer.from('\\") { id } }"}'),
    ]);
    expect(await server.raw("/graphql", { method: "POST", headers: json, body })).toMatchObject({ status: 400 });
    expect((await server.raw("/graphql?query=%ff%fe")).text).toMatch(/Syntax Error/);
  });

  it("a request that comes a byte at a time is cut off, while others are answered", async () => {
    const slow = Promise.all(
      Array.from({ length: 20 }, () =>
        send([`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n`, ...Array.from({ length: 60 }, () => "X-a: b\r\n")], 500),
      ),
    );
    expect((await server.ask("{ statistics { documents } }")).data).toBeTruthy();
    for (const answer of await slow)
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 408 [^]*${CONNECTIONS.headersSeconds} seconds`));
  });
});

describe("tokens", () => {
  it("cannot be tried without end", async () => {
    const far = await serve({
      documents: [REPORTS.arms],
      host: "0.0.0.0",
      token: "right-token",
      readToken: "reading-token",
    });
    const ask = (token: string) =>
      far.raw("/graphql?query={statistics{documents}}", { headers: { Authorization: `Bearer ${token}` } });
    expect((await far.raw("/")).status).toBe(401);
    expect((await far.raw("/")).headers.get("www-authenticate")).toMatch(/^Basic /);
    expect((await far.raw("/readyz")).status).toBe(200);
    expect((await ask("reading-token")).status).toBe(200);
    for (let i = 0; i < RATES.tokens.requests; i += 1) expect((await ask(`${MARK}${i}`)).status).toBe(401);
    const late = await ask("right-token");
    expect(late.status).toBe(429);
    expect(late.text).toMatch(/10 wrong tokens; the limit is 10 in 60 seconds/);
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(far.log()).not.toMatch(new RegExp(`${MARK}|right-token|reading-token`));
    await far.stop();
  });
});
