/** The commands as a user runs them, in processes of their own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDocument } from "../../schema/interchange.ts";
import { openSqlite } from "../../server/store/sqlite/store.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "actant-cli-"));
  await mkdir(join(folder, "texts", "deep"), { recursive: true });
  const seeds = join(ROOT, "seed/documents");
  await cp(join(seeds, "sahel-alliance.md"), join(folder, "texts", "a.md"));
  await cp(join(seeds, "second-thomas-shoal.txt"), join(folder, "texts", "deep", "b.txt"));
  await cp(join(seeds, "congo-goma.md"), join(folder, "texts", "deep", "c.md"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

interface Way {
  readonly input?: string;
  readonly variables?: Record<string, string>;
}

function launch(args: readonly string[], variables: Record<string, string> = {}) {
  const { NEO4J_URI: _, ...env } = process.env;
  return spawn(process.execPath, ["--import", "tsx", "server/main.ts", ...args], {
    cwd: ROOT,
    env: { ...env, ...variables },
  });
}

async function actant(args: readonly string[], { input = "", variables = {} }: Way = {}): Promise<Ended> {
  const child = launch(args, variables);
  let out = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (out += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (errors += part));
  child.stdin.on("error", () => {}).end(input);
  const [status] = (await once(child, "close")) as [number | null];
  return { status, out, errors };
}

const texts = () => join(folder, "texts");
const inStore = (name: string) => ({ DATA_DIR: join(folder, name) });

async function exported(name: string): Promise<string[]> {
  const store = await openSqlite(join(folder, name, "actant.db"));
  const documents: string[] = [];
  for await (const { ingestedAt: _, ...document } of store.export()) documents.push(JSON.stringify(document));
  await store.close();
  return documents;
}

describe("extract", () => {
  it("prints one valid document a line, in the order of the paths, by the last part of each", async () => {
    const paths = [join(texts(), "deep", "c.md"), join(texts(), "a.md"), join(texts(), "deep", "b.txt")];
    const { status, out, errors } = await actant(["extract", ...paths]);
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    const documents = out.trimEnd().split("\n").map(parseDocument);
    expect(documents.map(({ source }) => source)).toEqual(["c.md", "a.md", "b.txt"]);
    expect(documents[1]?.text).toBe(await readFile(join(texts(), "a.md"), "utf8"));
    for (const { assertions } of documents)
      for (const assertion of assertions) expect(assertion.extractor).toMatch(/^\w+\/\S+/);
  });

  it("names what it cannot read, goes on, and ends with status 1", async () => {
    await writeFile(join(folder, "empty.txt"), "");
    await writeFile(join(folder, "binary.txt"), Buffer.from([0x25, 0x50, 0, 0xff, 0xfe, 0, 1]));
    const paths = ["empty.txt", "binary.txt", "missing.txt", "texts/a.md"].map((path) => join(folder, path));
    const { status, out, errors } = await actant(["extract", ...paths]);
    expect(status).toBe(1);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => parseDocument(line).source),
    ).toEqual(["a.md"]);
    expect(errors.trimEnd().split("\n")).toEqual([
      `${paths[0]}: is empty`,
      `${paths[1]}: is not text, nor any other format that Actant reads`,
      `${paths[2]}: there is no such file or folder`,
    ]);
  });

  it("reads standard input, and ends in peace when its reader has had enough", async () => {
    const text = await readFile(join(texts(), "a.md"), "utf8");
    const { out } = await actant(["extract", "-"], { input: text });
    expect(parseDocument(out.trimEnd()).text).toBe(text);
    const child = launch(["extract", join(ROOT, "seed/documents")]);
    child.stdout.once("data", () => child.stdout.destroy());
    let errors = "";
    child.stderr.on("data", (part: Buffer) => (errors += part.toString()));
    const [status] = (await once(child, "close")) as [number | null];
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
  });
});

describe("seed", () => {
  it("loads texts, says what is new, and the second time that nothing changed", async () => {
    const variables = inStore("twice");
    const first = await actant(["seed", texts()], { variables });
    expect(first).toMatchObject({ status: 0, errors: "" });
    expect(first.out).toMatch(/a\.md: \d+ new edges?, \d+ new entit(y|ies), \d+ new assertions?\n/);
    expect(first.out).toMatch(/3 documents: 3 new, 0 known already, 0 refused/);
    const before = await exported("twice");
    const second = await actant(["seed", texts()], { variables });
    expect(second.status).toBe(0);
    expect(second.out.match(/known already, nothing changed/g)).toHaveLength(3);
    expect(second.out).toMatch(/3 documents: 0 new, 3 known already, 0 refused/);
    expect(await exported("twice")).toEqual(before);
  });

  it("gives the same graph by way of extract", async () => {
    await actant(["seed", texts()], { variables: inStore("direct") });
    const { out } = await actant(["extract", texts()]);
    await writeFile(join(folder, "all.jsonl"), out);
    await actant(["seed", join(folder, "all.jsonl")], { variables: inStore("file") });
    await actant(["seed", "-"], { input: out, variables: inStore("piped") });
    const direct = await exported("direct");
    expect(direct).toHaveLength(3);
    expect(await exported("file")).toEqual(direct);
    expect(await exported("piped")).toEqual(direct);
  });

  it("refuses broken lines by their number and loads the others", async () => {
    const { out } = await actant(["extract", texts()]);
    const [first = "", second = ""] = out.trimEnd().split("\n");
    const path = join(folder, "broken.jsonl");
    const foreign = JSON.stringify({
      text: "A hits B.",
      sentences: [{ start: 0, end: 9 }],
      assertions: [{ subject: "x", type: "ASSAULT", object: "y", start: 0, end: 9 }],
    });
    const quoted = JSON.stringify({
      ...JSON.parse(foreign),
      entities: [
        { id: "x", name: "A", kind: "STATE" },
        { id: "y", name: "B", kind: "STATE" },
      ],
      assertions: [{ subject: "x", type: "ASSAULT", object: "y", start: 0, end: 9, quote: "A hit B." }],
    });
    await writeFile(path, [first, "{", foreign, quoted, "", second].join("\n"));
    const { status, out: told, errors } = await actant(["seed", path], { variables: inStore("broken") });
    expect(status).toBe(1);
    expect(told).toMatch(/2 new, 0 known already/);
    const lines = errors.trimEnd().split("\n");
    expect(lines[0]).toContain(`${path}:2: is not JSON`);
    expect(lines.find((line) => line.startsWith(`${path}:3:`))).toMatch(/its subject x is not among the entities/);
    expect(lines.find((line) => line.startsWith(`${path}:4:`))).toMatch(/its quote is not the text at 0–9/);
    expect(await exported("broken")).toHaveLength(2);
  });
});

describe("start", () => {
  const served = async (child: ReturnType<typeof launch>) => {
    let out = "";
    for await (const part of child.stdout.setEncoding("utf8")) {
      out += part as string;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
      if (url) return { url, out };
    }
    throw new Error(`the server did not come up: ${out}`);
  };

  it("fills an empty store once, keeps it, and ends when told to", async () => {
    const variables = { ...inStore("served"), PORT: "0" };
    const first = launch(["start"], variables);
    const { url, out } = await served(first);
    expect(out).toContain("The store is empty");
    const health = (await (await fetch(`${url}/readyz`)).json()) as { counts: { documents: number } };
    expect(health).toMatchObject({ status: "ok", store: "sqlite" });
    expect(health.counts.documents).toBeGreaterThanOrEqual(14);
    first.kill("SIGTERM");
    expect(await once(first, "close")).toEqual([0, null]);
    const second = launch(["start"], variables);
    const again = await served(second);
    expect(again.out).not.toContain("The store is empty");
    expect(await (await fetch(`${again.url}/readyz`)).json()).toEqual(health);
    expect((await fetch(again.url)).headers.get("content-security-policy")).toContain("script-src 'self'");
    second.kill("SIGINT");
    expect(await once(second, "close")).toEqual([0, null]);
  });

  it("tells in one line why it cannot start", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const file = join(folder, "a-file");
    await writeFile(file, "not a database, but more than sixteen bytes");
    await mkdir(join(folder, "foreign"));
    await writeFile(join(folder, "foreign", "actant.db"), "not a database, but more than sixteen bytes");
    const cases: [Record<string, string>, RegExp][] = [
      [{ ...inStore("served"), PORT: String(port) }, /^actant: Port \d+ on 127.0.0.1 is in use/],
      [{ HOST: "0.0.0.0" }, /^actant: HOST=0.0.0.0 .*ACTANT_TOKEN/],
      [{ PORT: "none" }, /^actant: PORT is not a port/],
      [{ DATA_DIR: join(file, "inside") }, /^actant: .*cannot be made/],
      [inStore("foreign"), /^actant: .*not Actant's/],
      [{ NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "none" }, /^actant: .*127\.0\.0\.1:1/],
    ];
    for (const [variables, message] of cases) {
      const { status, errors } = await actant(["start"], { variables: { ...inStore("refused"), ...variables } });
      expect(errors).toMatch(message);
      expect({ status, lines: errors.trimEnd().split("\n").length }).toEqual({ status: 1, lines: 1 });
    }
    taken.close();
  });
});

it("knows its commands", async () => {
  expect((await actant(["--help"])).out).toMatch(/start[^]*seed[^]*extract[^]*neo4j/);
  expect(await actant(["seed"])).toMatchObject({
    status: 1,
    errors: expect.stringContaining("Name files, folders or addresses to read"),
  });
  expect(await actant(["sedd"])).toMatchObject({ status: 1, errors: expect.stringContaining("seed") });
});
