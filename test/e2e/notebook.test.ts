import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
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
if (missing) console.warn("SKIPPED: the notebooks. To enable it: npx tsx test/setup/provision.ts");

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
  readonly relation: {
    readonly id: string;
    readonly type: string;
    readonly subject: { readonly name: string };
    readonly object: { readonly name: string };
  };
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
    nodes { quote start end status relation { id type subject { name } object { name } } document { text } }
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

const NOTEBOOKS = readdirSync(folder).filter((file) => file.endsWith(".ipynb"));

it("are three, and kept without outputs", () => {
  expect(NOTEBOOKS).toHaveLength(3);
  for (const file of NOTEBOOKS)
    expect(
      readNotebook(join(folder, file)).cells.flatMap((cell) => cell.outputs ?? []),
      file,
    ).toEqual([]);
});

/** What a notebook printed and showed, by its cells. */
function outputsOf(cells: ReadonlyMap<string, Cell>) {
  const outputs = (id: string) => cells.get(id)?.outputs ?? [];
  return {
    printed: (id: string) => joined(outputs(id).find((output) => output.text)?.text).trim(),
    shown: (id: string, format: string) => joined(outputs(id).find((output) => output.data?.[format])?.data?.[format]),
  };
}

describe.skipIf(missing)("the notebooks, run against a server that has just filled its store", () => {
  let server: RunningServer;
  let assertions: readonly Assertion[];

  const run = (name: string) => {
    const output = join(server.folder, `${name}.executed.ipynb`);
    const environment = { ...process.env, ACTANT_URL: server.url };
    const ran = spawnSync(python, [join(folder, "run.py"), join(folder, `${name}.ipynb`), output], {
      env: environment,
      encoding: "utf8",
    });
    if (ran.status !== 0) throw new Error(`${name} failed:\n${ran.stderr}\n${server.output()}`);
    return outputsOf(new Map(readNotebook(output).cells.map((cell) => [cell.id, cell])));
  };
  const isPicture = (png: string) => {
    const bytes = Buffer.from(png, "base64");
    return bytes.subarray(1, 4).toString() === "PNG" && bytes.length > 10_000;
  };
  const ofTypes = (...types: string[]) => assertions.filter(({ relation }) => types.includes(relation.type));

  beforeAll(async () => {
    server = await startServer();
    assertions = await everyAssertion(server.url);
  });
  afterAll(() => server.stop());

  describe("the actor network", () => {
    let outputs: ReturnType<typeof run>;
    const printed = (id: string) => outputs.printed(id);
    const shown = (id: string, format: string) => outputs.shown(id, format);
    beforeAll(() => {
      outputs = run("actor-network");
    });

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
      expect(isPicture(shown("picture", "image/png"))).toBe(true);
    });

    it("tells the edges in dispute", () => {
      const edges = (status: string) =>
        new Set(assertions.filter((a) => a.status === status).map((a) => a.relation.id));
      const denied = edges("NEGATED");
      const disputed = [...edges("ACTUAL")].filter((id) => denied.has(id));
      expect(printed("disputed")).toBe(`${disputed.length} edges in dispute`);
    });

    it("groups the actors", () => {
      expect(printed("communities")).toMatch(/^\d+ communities; the largest has \d+ members$/);
    });
  });

  it("tells who backs whom, since when and in whose words", () => {
    const { printed, shown } = run("backing");
    const said = ofTypes("BACKS", "AID");
    expect(printed("schema")).toMatch(/^BACKS: A patron sponsors a client\.\nAID: \S/);
    expect(printed("read")).toMatch(new RegExp(`^${said.length} sentences about `));
    const pairs = new Set(said.map(({ relation }) => `${relation.subject.name} ${relation.object.name}`));
    const denied = new Set(
      said.filter((a) => a.status === "NEGATED").map(({ relation: r }) => `${r.subject.name} ${r.object.name}`),
    );
    expect(printed("since")).toBe(`${pairs.size} pairs; ${denied.size} of them also denied`);
    const quotes = [...printed("cite").matchAll(/^“(.*)”$/gm)].map(([, quote]) => quote);
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(said.map((a) => a.quote)).toContain(quote);
    expect(isPicture(shown("picture", "image/png"))).toBe(true);
  });

  it("sets strikes against what is said about withdrawal", () => {
    const { printed, shown } = run("strikes-and-withdrawal");
    const [strikes, withdrawal] = [ofTypes("ASSAULT"), ofTypes("RETREAT", "CONCEDE")];
    expect(printed("ask")).toMatch(new RegExp(`^strikes: ${strikes.length} sentences, `));
    expect(printed("ask")).toMatch(new RegExp(`^withdrawal: ${withdrawal.length} sentences, `, "m"));
    expect(printed("rows")).toBe(`${strikes.length + withdrawal.length} rows`);
    expect(shown("claims", "text/html")).toContain("speaker");
    expect(isPicture(shown("picture", "image/png"))).toBe(true);
  });
});
