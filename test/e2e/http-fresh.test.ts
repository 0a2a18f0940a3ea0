/** Answers that are kept as bytes while the graph stays the same, and what tells that it has not. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MOST_FOLLOWERS } from "../../server/news.ts";
import { openSqlite } from "../../server/store/sqlite/store.ts";
import { REPORTS } from "../contract/documents.ts";
import { serve, type TestServer } from "./http.ts";

let server: TestServer;
beforeEach(async () => {
  server = await serve({ documents: [REPORTS.arms] });
});
afterEach(() => server.stop());

const QUERY =
  "{ assertions(first: 500) { totalCount nodes { id quote speaker relation { id } document { id title publisher } } } }";
const at = (query: string, variables = {}) =>
  `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`;
const json = { Accept: "application/json" };

async function bytes(path: string, headers: Record<string, string>) {
  const answer = await server.raw(path, { headers });
  return { ...answer, encoding: answer.headers.get("content-encoding") };
}

async function lookups(): Promise<Record<string, number>> {
  const { text } = await server.raw("/metrics");
  const found = text.matchAll(/^actant_cache_lookups_total\{outcome="(\w+)"\} (\d+)$/gm);
  return Object.fromEntries([...found].map(([, outcome, count]) => [outcome, Number(count)]));
}

describe("a query by GET", () => {
  it("is answered once, then out of memory, then not at all", async () => {
    const first = await server.raw(at(QUERY), { headers: json });
    const etag = first.headers.get("etag")!;
    expect(first.status).toBe(200);
    expect(JSON.parse(first.text).data.assertions.totalCount).toBe(4);
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    expect(first.headers.get("vary")).toMatch(/Accept-Encoding/);
    const { version } = await server.store.statistics();
    expect(etag).toMatch(new RegExp(`^W/"${version}\\.`));
    const second = await server.raw(at(QUERY), { headers: json });
    expect(second).toMatchObject({ status: 200, text: first.text });
    expect(await lookups()).toEqual({ hit: 1, miss: 1 });
    for (const tag of [etag, etag.replace("W/", ""), `"other", ${etag}`, "*"]) {
      const known = await server.raw(at(QUERY), { headers: { ...json, "If-None-Match": tag } });
      expect(known, tag).toMatchObject({ status: 304, text: "" });
      expect(known.headers.get("etag")).toBe(etag);
    }
  });

  it("is answered anew after a write, by this process or another", async () => {
    const first = await server.raw(at(QUERY), { headers: json });
    const known = { ...json, "If-None-Match": first.headers.get("etag")! };
    await server.store.write(REPORTS.militias);
    const second = await server.raw(at(QUERY), { headers: known });
    expect(second.status).toBe(200);
    expect(JSON.parse(second.text).data.assertions.totalCount).toBeGreaterThan(4);
    const other = await openSqlite(server.store.location);
    await other.remove(REPORTS.militias.id);
    await other.close();
    const third = await server.raw(at(QUERY), { headers: json });
    expect(third.text).toBe(first.text);
  });

  it("is kept apart by variables, operation and what the asker takes", async () => {
    const query = "query A($n: Int!) { entities(first: $n) { nodes { id } } } query B { statistics { documents } }";
    const ask = async (variables: object, operationName: string) =>
      (await server.raw(`${at(query, variables)}&operationName=${operationName}`, { headers: json })).text;
    const answers = [await ask({ n: 1 }, "A"), await ask({ n: 2 }, "A"), await ask({ n: 1 }, "B")];
    expect(new Set(answers).size).toBe(3);
    expect([await ask({ n: 1 }, "A"), await ask({ n: 2 }, "A"), await ask({ n: 1 }, "B")]).toEqual(answers);
    const other = await server.raw(at(QUERY), { headers: { Accept: "application/graphql-response+json" } });
    expect(other.headers.get("content-type")).toMatch("application/graphql-response+json");
    expect((await server.raw(at(QUERY), { headers: json })).headers.get("content-type")).toMatch("application/json");
  });

  it("is compressed as the asker takes it, once", async () => {
    const plain = await bytes(at(QUERY), json);
    expect(plain.encoding).toBeNull();
    const raw = async (encoding: string) => {
      const answer = await fetch(`${server.url}${at(QUERY)}`, { headers: { ...json, "Accept-Encoding": encoding } });
      return { text: await answer.text(), encoding: answer.headers.get("content-encoding") };
    };
    // `fetch` decompresses by itself, and would fail on what is not what it says.
    expect(await raw("gzip")).toEqual({ text: plain.text, encoding: "gzip" });
    expect(await raw("gzip, deflate, br")).toEqual({ text: plain.text, encoding: "br" });
    expect(await raw("br;q=0.1, gzip")).toEqual({ text: plain.text, encoding: "gzip" });
    expect(await raw("identity, br;q=0")).toEqual({ text: plain.text, encoding: null });
  });

  it("with errors is not kept", async () => {
    const broken = at("{ entities(first: 0) { totalCount } }");
    for (const _ of [1, 2]) {
      const answer = await server.raw(broken, { headers: json });
      expect(answer.text).toContain("first: 0");
      expect(answer.headers.get("etag")).toBeNull();
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    expect(await lookups()).toEqual({ miss: 2 });
  });

  it("asked by many at once goes to the store once", async () => {
    let asked = 0;
    const { assertions } = server.store;
    server.store.assertions = async (...given) => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return assertions(...given);
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.raw(at(QUERY), { headers: json })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(asked).toBe(1);
  });

  it("is not kept where the graph changed while it was answered", async () => {
    const { assertions } = server.store;
    server.store.assertions = async (...given) => {
      const found = await assertions(...given);
      await server.store.write(REPORTS.militias);
      return found;
    };
    expect((await server.raw(at(QUERY), { headers: json })).headers.get("etag")).toBeNull();
    server.store.assertions = assertions;
    const { text } = await server.raw(at(QUERY), { headers: json });
    expect(JSON.parse(text).data.assertions.totalCount).toBeGreaterThan(4);
  });
});

describe("the explorer's files", () => {
  it("are compressed once, and known again", async () => {
    const page = await fetch(`${server.url}/`, { headers: { "Accept-Encoding": "br" } });
    // Too small to gain anything.
    expect(page.headers.get("content-encoding")).toBeNull();
    const asset = await server.raw("/assets/large-77aa.js", { headers: { "Accept-Encoding": "br, gzip" } });
    expect(asset.headers.get("content-encoding")).toBe("br");
    expect(asset.headers.get("cache-control")).toContain("immutable");
    const known = { "If-None-Match": asset.headers.get("etag")! };
    expect((await server.raw("/assets/large-77aa.js", { headers: known })).status).toBe(304);
  });
});

/** The events of a subscription, as they come. */
async function follow(from: TestServer) {
  const controller = new AbortController();
  const answer = await fetch(`${from.url}/graphql`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify({ query: "subscription { changes { version layoutVersion pending read refused } }" }),
    signal: controller.signal,
  });
  const events: { version: number; pending: number; read: number; refused: number }[] = [];
  let text = "";
  const ended = (async () => {
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const data = /^data: (\{.*)$/m.exec(text.slice(0, end))?.[1];
        text = text.slice(end + 2);
        if (data) events.push(JSON.parse(data).data.changes);
      }
    }
  })().catch(() => {});
  return {
    status: answer.status,
    type: answer.headers.get("content-type"),
    events,
    ended,
    leave: () => controller.abort(),
  };
}

const followers = async () => Number(/^actant_subscribers (\d+)$/m.exec((await server.raw("/metrics")).text)?.[1]);

describe("who follows changes", () => {
  it("is told at once, and again after a write of this process or another", async () => {
    const { events, type, leave } = await follow(server);
    expect(type).toMatch("text/event-stream");
    const { version } = await server.store.statistics();
    await expect.poll(() => events).toMatchObject([{ version, pending: 0, read: 0, refused: 0 }]);
    await server.store.write(REPORTS.militias);
    await expect.poll(() => events.at(-1)?.version).toBeGreaterThan(version);
    const before = events.at(-1)!.version;
    const other = await openSqlite(server.store.location);
    await other.remove(REPORTS.militias.id);
    await other.close();
    await expect.poll(() => events.at(-1)?.version).toBeGreaterThan(before);
    leave();
  });

  it("hears of what is read and of what could not be", async () => {
    const { events, leave } = await follow(server);
    const ingest = "mutation ($d: DocumentInput!) { ingest(document: $d) { known } }";
    await server.ask(ingest, { d: { text: "Iran backs Hezbollah." } });
    await expect.poll(() => events.at(-1)).toMatchObject({ pending: 0, read: 1, refused: 0 });
    leave();
  });

  it("is let go when it leaves, and when the server ends", async () => {
    const leaving = await follow(server);
    const staying = await follow(server);
    expect(await followers()).toBe(2);
    leaving.leave();
    await expect.poll(followers).toBe(1);
    const other = await serve();
    const last = await follow(other);
    await expect.poll(() => last.events.length).toBe(1);
    await other.stop();
    await last.ended;
    staying.leave();
  });

  it("is refused where too many do", async () => {
    const all = await Promise.all(Array.from({ length: MOST_FOLLOWERS }, () => follow(server)));
    expect(await followers()).toBe(MOST_FOLLOWERS);
    const { errors } = await server.ask("subscription { changes { version } }");
    expect(errors?.[0]?.message).toMatch(/Too many clients follow/);
    for (const { leave } of all) leave();
    await expect.poll(followers).toBe(0);
  });
});

describe("a server that is told to end", () => {
  it("finishes the answers under way, and is not ready any more", async () => {
    const other = await serve({ documents: [REPORTS.arms] });
    const { statistics } = other.store;
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    other.store.statistics = async () => {
      asked();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return statistics();
    };
    const answer = other.ask("{ statistics { documents } }");
    await isAsked;
    const ended = other.stop();
    expect((await answer).data).toEqual({ statistics: { documents: 1 } });
    await ended;
    await expect(other.raw("/healthz")).rejects.toThrow(/ECONNREFUSED/);
  });
});
