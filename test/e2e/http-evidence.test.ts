/** The seed documents, loaded as a user loads them, then walked over HTTP: every edge, every sentence, every quote. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatDocument, parseDocument } from "../../schema/interchange.ts";
import type { ReadDocument } from "../../schema/model.ts";
import { seed } from "../../server/loading/seed.ts";
import { NOTHING_BUT_FILES } from "../../server/loading/sources.ts";
import { createReading } from "../../server/reading/reading.ts";
import { serve, type TestServer } from "./http.ts";

const SEED = fileURLToPath(new URL("../../seed/documents", import.meta.url));

async function* once(text: string) {
  yield Buffer.from(text);
}

let server: TestServer;
let refusals: string[];

const reporter = () => ({
  begin: () => {},
  advance: () => {},
  wrote: () => {},
  end: () => {},
  refused: (where: string, problem: string) => void refusals.push(`${where}: ${problem}`),
});

beforeAll(async () => {
  server = await serve();
  refusals = [];
  const reading = createReading({});
  await seed([SEED], NOTHING_BUT_FILES, { store: server.store, reading, reporter: reporter() });
  await reading.close();
});
afterAll(() => server.stop());

interface Connection<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every row of a connection, page after page. */
async function everyRow<Row>(query: string, variables: object, pick: (data: never) => Connection<Row>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const answer = await server.ask(query, { ...variables, after });
    expect(answer.errors).toBeUndefined();
    const page = pick(answer.data as never);
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) {
      expect(rows).toHaveLength(page.totalCount);
      return rows;
    }
    after = page.pageInfo.endCursor;
  }
}

interface Quoted {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly trigger: readonly { start: number; end: number }[];
  readonly subjectMention: { start: number; end: number } | null;
  readonly objectMention: { start: number; end: number } | null;
  readonly document: { readonly id: string };
}
interface Edge {
  readonly id: string;
  readonly assertionCount: number;
  readonly subject: { readonly id: string };
  readonly object: { readonly id: string };
  readonly assertions: Connection<Quoted>;
}
interface Text {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly { start: number; end: number }[];
  readonly mentions: Connection<{ start: number; end: number; text: string; sentence: { start: number; end: number } }>;
}

const texts = () =>
  everyRow<Text>(
    `query ($after: String) { documents(first: 10, after: $after) { totalCount pageInfo { hasNextPage endCursor }
       nodes { id text sentences { start end } mentions(first: 1000) { totalCount pageInfo { hasNextPage } nodes { start end text sentence { start end } } } } } }`,
    {},
    (data: { documents: Connection<Text> }) => data.documents,
  );

const edges = () =>
  everyRow<Edge>(
    `query ($after: String) { relations(first: 50, after: $after, orderBy: NAME) { totalCount pageInfo { hasNextPage endCursor }
       nodes { id assertionCount subject { id } object { id }
         assertions(first: 200) { totalCount pageInfo { hasNextPage }
           nodes { quote start end trigger { start end } subjectMention { start end } objectMention { start end } document { id } } } } } }`,
    {},
    (data: { relations: Connection<Edge> }) => data.relations,
  );

it("takes in every document that Actant brings", async () => {
  expect(refusals).toEqual([]);
  const { documents, relations } = await server.store.statistics();
  expect(documents).toBeGreaterThanOrEqual(14);
  expect(relations).toBeGreaterThan(100);
});

it("serves no edge without evidence, and no quote that is not the document's text", async () => {
  const byId = new Map((await texts()).map((document) => [document.id, document]));
  const found = await edges();
  expect(found).toHaveLength((await server.store.statistics()).relations);
  for (const { id, subject, object, assertionCount, assertions } of found) {
    expect(assertions.nodes.length, id).toBeGreaterThan(0);
    expect(assertions, id).toMatchObject({ totalCount: assertionCount, pageInfo: { hasNextPage: false } });
    expect(id.startsWith(subject.id) && id.endsWith(object.id)).toBe(true);
    for (const { quote, start, end, trigger, subjectMention, objectMention, document } of assertions.nodes) {
      const { text, sentences } = byId.get(document.id)!;
      expect(text.slice(start, end), id).toBe(quote);
      expect(sentences.some((sentence) => sentence.start <= start && end <= sentence.end)).toBe(true);
      for (const span of [...trigger, subjectMention, objectMention])
        expect(!span || (span.start < span.end && span.end <= text.length)).toBe(true);
    }
  }
});

it("serves no mention that is not the document's text", async () => {
  for (const { text, mentions } of await texts()) {
    expect(mentions.pageInfo.hasNextPage).toBe(false);
    for (const mention of mentions.nodes) {
      expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      expect(mention.sentence.start <= mention.start && mention.end <= mention.sentence.end).toBe(true);
    }
  }
});

describe("the export", () => {
  const exported = async (from: TestServer) => (await from.raw("/export/documents.jsonl")).text;

  it("is one valid document a line, each with the day of its reading", async () => {
    const answer = await server.raw("/export/documents.jsonl");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toContain("documents.jsonl");
    const lines = answer.text.trimEnd().split("\n");
    const documents = lines.map((line): ReadDocument => parseDocument(line));
    expect(documents).toHaveLength((await server.store.statistics()).documents);
    for (const document of documents) expect(document.ingestedAt).toMatch(/^\d{4}-/);
  });

  it("makes the same store again, and the same export", async () => {
    const first = await exported(server);
    const other = await serve();
    const reading = createReading({ size: 1 });
    try {
      const into = { store: other.store, reading, reporter: reporter() };
      const summary = await seed(["-"], { ...NOTHING_BUT_FILES, input: once(first) }, into);
      expect(summary).toMatchObject({ refused: 0, known: 0 });
      expect(await exported(other)).toBe(first);
      const { version: _, ...counts } = await other.store.statistics();
      expect(await server.store.statistics()).toMatchObject(counts);
      expect(await seed(["-"], { ...NOTHING_BUT_FILES, input: once(first) }, into)).toMatchObject({
        written: 0,
        known: summary.written,
        relations: 0,
      });
      expect(await exported(other)).toBe(first);
    } finally {
      await reading.close();
      await other.stop();
    }
  });

  it("reads on only as fast as it is taken, and stops when its taker leaves", async () => {
    const document = parseDocument((await exported(server)).split("\n", 1)[0]!);
    let given = 0;
    let ended = false;
    async function* many(): AsyncGenerator<ReadDocument> {
      try {
        for (;;) {
          given += 1;
          yield { ...document, source: `copy ${given}` };
        }
      } finally {
        ended = true;
      }
    }
    const other = await serve();
    other.store.export = many;
    try {
      const controller = new AbortController();
      const answer = await fetch(`${other.url}/export/documents.jsonl`, {
        // Copies of one document would shrink to almost nothing.
        headers: { "Accept-Encoding": "identity" },
        signal: controller.signal,
      });
      const reader = answer.body!.getReader();
      await reader.read();
      let sofar = 0;
      await expect
        .poll(() => [sofar, (sofar = given)], { interval: 500 })
        .toSatisfy(([before, now]: number[]) => before === now);
      // What the sockets' buffers hold, and no more.
      expect(sofar * formatDocument(document).length).toBeLessThan(50_000_000);
      controller.abort();
      await expect.poll(() => ended).toBe(true);
    } finally {
      await other.stop();
    }
  });

  it("breaks off where the store fails, so that a part is not taken for the whole", async () => {
    const document = parseDocument((await exported(server)).split("\n", 1)[0]!);
    const other = await serve();
    other.store.export = async function* () {
      for (let i = 0; i < 500; i++) yield document;
      throw new Error("the disk is gone");
    };
    try {
      await expect(fetch(`${other.url}/export/documents.jsonl`).then((answer) => answer.text())).rejects.toThrow();
      expect(other.log()).toContain("the disk is gone");
    } finally {
      await other.stop();
    }
  });
});
