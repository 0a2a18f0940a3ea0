import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../setup/server.ts";
import { notebookPython } from "../setup/tools.ts";

const folder = fileURLToPath(new URL("../../client/notebook/", import.meta.url));
const python = notebookPython();
const missing = !existsSync(`${python}.ready`);
if (missing && process.env["CI"] === "true")
  throw new Error("CI=true: every part must be tested, and Python is missing.");
if (missing) console.warn("SKIPPED: the notebook. To enable it: npx tsx test/setup/provision.ts");

interface Output {
  readonly output_type: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
}
interface Cell {
  readonly id: string;
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly outputs?: readonly Output[];
}
interface Assertion {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly status: string;
  readonly relation: { readonly id: string };
  readonly document: { readonly text: string };
}
interface Page {
  readonly nodes: readonly Assertion[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const joined = (value: string | readonly string[] = ""): string => (typeof value === "string" ? value : value.join(""));
const readNotebook = (path: string) => JSON.parse(readFileSync(path, "utf8")) as { readonly cells: readonly Cell[] };

async function ask<Data>(url: string, query: string, variables = {}): Promise<Data> {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${url}/graphql`, { method: "POST", headers, body });
  return ((await response.json()) as { readonly data: Data }).data;
}

const ASSERTIONS = `query ($after: String) {
  assertions(first: 1000, after: $after) {
    nodes { quote start end status relation { id } document { text } }
    pageInfo { hasNextPage endCursor }
  }
}`;

async function everyAssertion(url: string): Promise<Assertion[]> {
  const found: Assertion[] = [];
  let after: string | undefined;
  do {
    const { assertions } = await ask<{ assertions: Page }>(url, ASSERTIONS, { after });
    found.push(...assertions.nodes);
    after = assertions.pageInfo.hasNextPage ? assertions.pageInfo.endCursor : undefined;
  } while (after !== undefined);
  return found;
}

it("is kept without outputs", () => {
  const { cells } = readNotebook(join(folder, "actor-network.ipynb"));
  expect(cells.flatMap((cell) => cell.outputs ?? [])).toEqual([]);
});

describe.skipIf(missing)("the notebook, run against a server that has just filled its store", () => {
  let server: RunningServer;
  let cells: ReadonlyMap<string, Cell>;
  let assertions: readonly Assertion[];
  const printed = (id: string) => joined(cells.get(id)?.outputs?.find((output) => output.text)?.text).trim();
  const shown = (id: string, format: string) =>
    joined(cells.get(id)?.outputs?.find((output) => output.data?.[format])?.data?.[format]);

  beforeAll(async () => {
    server = await startServer();
    const output = join(server.folder, "executed.ipynb");
    const environment = { ...process.env, ACTANT_URL: server.url };
    const run = spawnSync(python, [join(folder, "run.py"), output], { env: environment, encoding: "utf8" });
    if (run.status !== 0) throw new Error(`the notebook failed:\n${run.stderr}\n${server.output()}`);
    cells = new Map(readNotebook(output).cells.map((cell) => [cell.id, cell]));
    assertions = await everyAssertion(server.url);
  });
  afterAll(() => server.stop());

  it("reads every assertion into its table", async () => {
    const { statistics } = await ask<{ statistics: { assertions: number } }>(
      server.url,
      "{ statistics { assertions } }",
    );
    expect(statistics.assertions).toBeGreaterThan(0);
    expect(printed("pages")).toBe(`${statistics.assertions} assertions read.`);
    expect(printed("table")).toMatch(new RegExp(`^${statistics.assertions} rows, `));
  });

  it("finds every quote verbatim, as JavaScript does", () => {
    expect(printed("verbatim")).toMatch(new RegExp(`^All ${assertions.length} quotes stand verbatim in their `));
    expect(assertions.filter((a) => a.document.text.slice(a.start, a.end) !== a.quote)).toEqual([]);
  });

  it("has the network that the server has", async () => {
    const query = "{ statistics { relations } }";
    const { statistics } = await ask<{ statistics: { relations: number } }>(server.url, query);
    expect(printed("edges")).toBe(`${statistics.relations} edges`);
    expect(printed("network")).toMatch(new RegExp(`; ${statistics.relations} edges$`));
  });

  it("answers its question with sentences and a picture", async () => {
    const query = '{ entity(name: "Popular Mobilization Forces") { degree } }';
    const { entity } = await ask<{ entity: { degree: number } }>(server.url, query);
    expect(printed("focus")).toMatch(new RegExp(`^Popular Mobilization Forces: ${entity.degree} edges; named in `));
    expect(shown("focus-quotes", "text/html")).toContain("Popular Mobilization Forces");
    const png = Buffer.from(shown("picture", "image/png"), "base64");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeGreaterThan(10_000);
  });

  it("tells the edges in dispute", () => {
    const edges = (status: string) => new Set(assertions.filter((a) => a.status === status).map((a) => a.relation.id));
    const denied = edges("NEGATED");
    const disputed = [...edges("ACTUAL")].filter((id) => denied.has(id));
    expect(printed("disputed")).toBe(`${disputed.length} edges in dispute`);
  });
});
