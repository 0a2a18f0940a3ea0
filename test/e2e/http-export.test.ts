/** The graph as files: what filters let pass, word for word, in forms that other programs read. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXPORTS } from "../../server/exports/exports.ts";
import { cellOf } from "../../server/exports/tables.ts";
import { documentOf, idOf, REPORTS } from "../contract/documents.ts";
import { notebookPython } from "../setup/tools.ts";
import { serve, type TestServer } from "./http.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve({ documents: Object.values(REPORTS) });
});
afterAll(() => server.stop());

type Row = Readonly<Record<string, string>>;

const take = (file: string, query: Record<string, string> | [string, string][] = {}) =>
  server.raw(`/export/${file}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ""}`);
const rowsOf = (text: string): Row[] => parse(text, { columns: true }) as Row[];
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const table = async (file: string, query: Record<string, string> | [string, string][] = {}) =>
  rowsOf((await take(file, query)).text);

/** What the API says passes a filter. */
async function asked(filter: object): Promise<{ assertions: string[]; relations: string[] }> {
  const { data } = await server.ask(
    `query ($f: RelationFilter) { assertions(filter: $f, first: 1000) { nodes { id } } relations(filter: $f, first: 1000) { nodes { id } } }`,
    { f: filter },
  );
  const ids = (list: { nodes: { id: string }[] }) => list.nodes.map(({ id }) => id).sort();
  return { assertions: ids(data.assertions), relations: ids(data.relations) };
}

const FILTERS: readonly (readonly [Record<string, string> | [string, string][], object])[] = [
  [{}, {}],
  [{ types: "AID,ASSAULT" }, { types: ["AID", "ASSAULT"] }],
  [
    [
      ["types", "AID"],
      ["types", "ASSAULT"],
    ],
    { types: ["AID", "ASSAULT"] },
  ],
  [{ quads: "MATERIAL_CONFLICT" }, { quads: ["MATERIAL_CONFLICT"] }],
  [{ kinds: "MILITIA" }, { kinds: ["MILITIA"] }],
  [{ entities: `${idOf("Iran")},${idOf("Houthis")}` }, { entities: [idOf("Iran"), idOf("Houthis")] }],
  [{ statuses: "NEGATED" }, { statuses: ["NEGATED"] }],
  [{ speakers: "" }, { speakers: [""] }],
  [{ publishers: "Mesopotamia Brief" }, { publishers: ["Mesopotamia Brief"] }],
  [{ documents: REPORTS.arms.id }, { documents: [REPORTS.arms.id] }],
  [
    { from: "2024-01-01", to: "2024-12-31", undated: "true" },
    { from: "2024-01-01", to: "2024-12-31", undated: true },
  ],
  [{ publishedBy: "2024-01-01" }, { publishedBy: "2024-01-01" }],
  [{ ingestedBy: "2999-01-01T00:00:00Z" }, { ingestedBy: "2999-01-01T00:00:00Z" }],
  [{ minAssertions: "2" }, { minAssertions: 2 }],
  [
    { minDocuments: "2", minConfidence: "0.5" },
    { minDocuments: 2, minConfidence: 0.5 },
  ],
  [{ query: "weapons" }, { query: "weapons" }],
];

describe("filters", () => {
  it.each(FILTERS)("%o mean what they mean in GraphQL", async (parameters, filter) => {
    const { assertions, relations } = await asked(filter);
    expect((await table("assertions.csv", parameters)).map(({ id }) => id!).sort()).toEqual(assertions);
    const edges = await table("edges.csv", parameters);
    expect(edges.map(({ id }) => id!).sort()).toEqual(relations);
    const lines = linesOf((await take("assertions.jsonl", parameters)).text || "{}");
    const ends = new Set(edges.flatMap(({ subject_id, object_id }) => [subject_id, object_id]));
    const nodes = new Set((await table("nodes.csv", parameters)).map(({ id }) => id));
    if (Object.keys(filter).length > 0) expect(nodes).toEqual(ends);
    else expect(nodes.size).toBe((await server.store.statistics()).entities);
    const documents = new Set(lines.map(({ document }) => document));
    const whole = (await take("documents.jsonl", parameters)).text;
    expect(new Set(whole ? linesOf(whole).map(({ id }) => id) : [undefined])).toEqual(documents);
  });

  it("may come as a body where an address would be too long", async () => {
    const { relations } = await asked({});
    const body = JSON.stringify({ filter: { relations, statuses: ["ACTUAL"] } });
    const headers = { "Content-Type": "application/json" };
    const answer = await server.raw("/export/assertions.csv", { method: "POST", headers, body });
    const actual = await asked({ statuses: ["ACTUAL"] });
    expect(
      rowsOf(answer.text)
        .map(({ id }) => id!)
        .sort(),
    ).toEqual(actual.assertions);
  });

  it.each([
    ["colour=red", /"colour" is not a parameter; there are types, quads/],
    ["types=BEFRIENDS", /BEFRIENDS/],
    ["minAssertions=many", /minAssertions: "many" is not a number/],
    ["minAssertions=1&minAssertions=2", /minAssertions: is given 2 times/],
    ["undated=perhaps", /neither true nor false/],
    ["from=2024-02-30", /2024-02-30.*YYYY-MM-DD/],
    ["entities=Iran", /is not the id of an entity/],
    ["from=2024-02-02&to=2024-02-01", /is later/],
    [`query=${"x".repeat(2_000)}`, /2000 characters are more than 1000/],
  ])("are refused by name: %s", async (search, message) => {
    const answer = await server.raw(`/export/assertions.csv?${search}`);
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(message);
  });

  it.each([
    ["{", /not JSON/],
    ['{"filters": {}}', /"filters" is not known/],
    ['{"filter": {"colour": "red"}}', /colour/],
  ])("in bodies are refused likewise: %s", async (body, message) => {
    const headers = { "Content-Type": "application/json" };
    const answer = await server.raw("/export/edges.csv", { method: "POST", headers, body });
    expect(answer).toMatchObject({ status: 400, text: expect.stringMatching(message) });
  });
});

describe("every file", () => {
  it.each(Object.keys(EXPORTS))("%s is saved by its name, known again, and compressed when asked for", async (file) => {
    const plain = await take(file);
    expect(plain.status).toBe(200);
    expect(plain.headers.get("content-disposition")).toBe(`attachment; filename="${file}"`);
    const etag = plain.headers.get("etag")!;
    const known = await server.raw(`/export/${file}`, { headers: { "If-None-Match": etag } });
    expect(known).toMatchObject({ status: 304, text: "" });
    const other = await server.raw(`/export/${file}?types=AID`, { headers: { "If-None-Match": etag } });
    expect(other.status).toBe(200);
    const response = await fetch(`${server.url}/export/${file}`, { headers: { "Accept-Encoding": "gzip" } });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const stamps = /"modified":"[^"]+"|bundle--[-\w]+/g;
    expect((await response.text()).replaceAll(stamps, "")).toBe(plain.text.replaceAll(stamps, ""));
    expect((await server.raw(`/export/${file}`, { method: "HEAD" })).text).toBe("");
  });
});

describe("tables", () => {
  it("quote word for word, with where each quote stands", async () => {
    const texts = new Map(linesOf((await take("documents.jsonl")).text).map(({ id, text }) => [id, String(text)]));
    const lines = linesOf((await take("assertions.jsonl")).text);
    for (const { quote, start, end, document } of lines)
      expect(texts.get(document)!.slice(Number(start), Number(end))).toBe(quote);
    const quotes = new Set(lines.map(({ quote }) => quote));
    const edges = await table("edges.csv");
    for (const { quotes: cell, assertions } of edges) {
      expect(cell!.split("\n")).toHaveLength(Number(assertions));
      for (const line of cell!.split("\n")) expect(quotes).toContain(/^“(.*)”/.exec(line)?.[1]);
    }
  });

  it("keep a spreadsheet from running what a document says", async () => {
    for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
      expect(cellOf(text), text).toBe(`"'${text}"`);
    expect(cellOf('a "b", c')).toBe('"a ""b"", c"');
    expect(cellOf("two\nlines")).toBe('"two\nlines"');
    expect([cellOf(-1.5), cellOf("a-1"), cellOf(null), cellOf("")]).toEqual(["-1.5", "a-1", "", ""]);
    const other = await serve({
      documents: [
        documentOf({ title: '=HYPERLINK("http://evil.example","x")' }, [
          { text: "Iran arms the Houthis.", says: [["Iran", "AID", "Houthis"]] },
        ]),
      ],
    });
    const { text } = await other.raw("/export/assertions.csv");
    expect(rowsOf(text)[0]!["title"]).toBe(`'=HYPERLINK("http://evil.example","x")`);
    await other.stop();
  });
});

const python = notebookPython();
const missing = !existsSync(`${python}.ready`);
if (missing && process.env["CI"] === "true")
  throw new Error("CI=true: every part must be tested, and Python is missing.");

const READ_GRAPHS = `
import json, sys
import networkx as nx
graphml, gexf = nx.read_graphml(sys.argv[1]), nx.read_gexf(sys.argv[2])
print(json.dumps([
    [type(graph).__name__, sorted(graph.nodes), sorted((a, b, data["type"] if "type" in data else data["label"], int(data["assertions"]), data["quotes"])
     for a, b, data in graph.edges(data=True)), sorted(data["kind"] for _, data in graph.nodes(data=True))]
    for graph in (graphml, gexf)]))
`;

const VALIDATE = `
import json, sys
from stix2validator import validate_file, ValidationOptions
result = validate_file(sys.argv[1], ValidationOptions(version="2.1", disabled=["all"]))
print(json.dumps({"valid": result.is_valid, "errors": [str(error) for found in result.object_results for error in found.errors][:5]}))
`;

describe.skipIf(missing)("other programs", () => {
  const folder = mkdtempSync(join(tmpdir(), "actant-export-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const save = async (file: string) => {
    writeFileSync(join(folder, file), (await take(file)).text);
    return join(folder, file);
  };
  const run = (script: string, ...paths: string[]) => {
    const { stdout, stderr } = spawnSync(python, ["-c", script, ...paths], { encoding: "utf8" });
    if (!stdout) throw new Error(stderr);
    return JSON.parse(stdout);
  };

  it("read the graph: networkx, from GraphML and GEXF alike", async () => {
    const [graphml, gexf] = run(READ_GRAPHS, await save("graph.graphml"), await save("graph.gexf"));
    const nodes = await table("nodes.csv");
    const edges = await table("edges.csv");
    for (const [, ids, found, kinds] of [graphml, gexf]) {
      expect(ids).toEqual(nodes.map(({ id }) => id!).sort());
      expect(kinds).toEqual(nodes.map(({ kind }) => kind!).sort());
      expect(found).toHaveLength(edges.length);
      expect(new Set(found.map(([, , , , quotes]: string[]) => quotes))).toEqual(
        new Set(edges.map((e) => e["quotes"])),
      );
    }
    expect(graphml[1]).toEqual(gexf[1]);
  });

  it("take the bundle for STIX 2.1", async () => {
    expect(run(VALIDATE, await save("graph.stix.json"))).toEqual({ valid: true, errors: [] });
    const { objects } = JSON.parse((await take("graph.stix.json")).text) as { objects: { id: string; type: string }[] };
    const ids = new Set(objects.map(({ id }) => id));
    expect(ids.size).toBe(objects.length);
    // No reference leads out of the bundle.
    for (const [, ref] of JSON.stringify(objects).matchAll(
      /"(?:source_ref|target_ref|report_ref|created_by_ref)":"([^"]+)"/g,
    ))
      expect(ids).toContain(ref);
    const { relations, documents } = await server.store.statistics();
    const count = (type: string) => objects.filter((object) => object.type === type).length;
    expect([count("relationship"), count("report")]).toEqual([relations, documents]);
  });
});
