/** Bringing documents in from the command line, in processes of their own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSqlite } from "../../server/store/sqlite/store.ts";
import { modelServer, says } from "../contract/model-server.ts";
import { pdfOf, zipOf } from "../unit/formats/made.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PDF = pdfOf([
  [
    [60, 100, "Iran condemned Israel on Monday."],
    [60, 112, "Israel struck Hezbollah in Lebanon."],
  ],
]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "actant-documents-"));
  await writeFile(join(folder, "a.pdf"), PDF);
  await writeFile(
    join(folder, "all.zip"),
    zipOf({
      "a.txt": "Iran condemned Israel.",
      "b.txt": "قال وزير الخارجية إن بلاده لن تتفاوض تحت الضغط.",
      "c.pdf": "none",
    }),
  );
  await writeFile(
    join(folder, "edges.csv"),
    "subject,type,object,quote\nIran,BACKS,Houthis,Iran arms the Houthis.\nIran,EATS,Iraq,x\n",
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function launch(args: readonly string[], variables: Record<string, string> = {}) {
  const { NEO4J_URI: _, ...env } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts", ...args], {
    cwd: ROOT,
    env: { ...env, ...variables },
  });
  const told = { out: "", errors: "" };
  child.stdout.setEncoding("utf8").on("data", (part: string) => (told.out += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (told.errors += part));
  child.stdin.end();
  return { child, told };
}

async function actant(args: readonly string[], variables: Record<string, string> = {}) {
  const { child, told } = launch(args, variables);
  const [status] = (await once(child, "close")) as [number | null];
  return { status, ...told };
}

const dataIn = (name: string) => ({ DATA_DIR: join(folder, name) });
const objects = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("seed", () => {
  it("reads every format, tells each document to scripts, and refuses what is none", async () => {
    const paths = ["a.pdf", "all.zip", "edges.csv"].map((name) => join(folder, name));
    const { status, out } = await actant(["seed", "--json", "--publisher", "The Desk", ...paths], dataIn("json"));
    expect(status).toBe(1);
    const told = objects(out).map(({ where, refused, known, language }) => ({
      where: String(where ?? "").replace(`${folder}/`, ""),
      refused,
      known,
      language,
    }));
    expect(told).toEqual(
      [
        { where: "a.pdf", known: false, language: "en", refused: undefined },
        { where: "all.zip/a.txt", known: false, language: "en", refused: undefined },
        { where: "all.zip/b.txt", known: false, language: "ar", refused: undefined },
        { where: "all.zip/c.pdf", refused: expect.stringContaining("is named .pdf") },
        { where: "edges.csv", known: false, language: "en", refused: undefined },
        { where: "edges.csv:3", refused: expect.stringContaining("EATS") },
        { where: "" },
      ].map((line) => ({ known: undefined, language: undefined, refused: undefined, ...line })),
    );
    const store = await openSqlite(join(folder, "json", "actant.db"));
    const { edges } = await store.documents({ publisher: "The Desk" }, { first: 10 });
    await store.close();
    expect(edges).toHaveLength(4);
  });

  it("shows sentences and edges without opening the store", async () => {
    const { status, out } = await actant(["seed", "--dry-run", join(folder, "a.pdf"), "--published", "2024-09-30"], {
      ...dataIn("dry"),
      NO_COLOR: "1",
    });
    expect(status).toBe(0);
    expect(out).toMatch(/Iran condemned Israel on Monday\.\n {4}Iran DISAPPROVE Israel .*2024-09-30.*rules\//);
    expect(out).not.toContain("\u001B");
    expect(out).toContain("Nothing was written.");
    expect(await readdir(folder)).not.toContain("dry");
  });

  it("reads what arrives in a folder until it is told to end", async () => {
    const inbox = await mkdtemp(join(folder, "inbox-"));
    const { child, told } = launch(["seed", "--watch", inbox], dataIn("watch"));
    await writeFile(join(inbox, "late.pdf"), PDF);
    await expect.poll(() => told.out, { timeout: 60_000 }).toMatch(/late\.pdf: [1-9]\d* new edges?/);
    child.kill("SIGINT");
    expect(await once(child, "close")).toEqual([0, null]);
  });

  it.each([
    [["seed", "--published", "yesterday", "x"], /must be a day/],
    [["seed", "--language", "Klingon", "x"], /BCP 47/],
    [["seed", "--url", "javascript:alert(1)", "x"], /http/],
    [["seed", "http://127.0.0.1:9/"], /private network.*--allow-private/],
  ])("refuses %j", async (args, message) => {
    const { status, errors } = await actant(args, dataIn("refused"));
    expect(status).toBe(1);
    expect(errors).toMatch(message);
  });
});

describe("reread", () => {
  it("takes in what a model finds beside the rules, then changes nothing, and keeps tables", async () => {
    const model = await modelServer();
    const entry = {
      sentence: 1,
      head: "Iran",
      headKind: "STATE",
      type: "THREATEN",
      tail: "Israel",
      tailKind: "STATE",
      trigger: "condemned",
      status: "actual",
    };
    model.behave(says(() => ({ relations: [entry] })));
    const variables = { ...dataIn("reread"), LLM_BASE_URL: model.baseUrl, LLM_MODEL: "tiny" };
    await actant(["seed", join(folder, "a.pdf"), join(folder, "edges.csv")], variables);
    const tried = await actant(["reread", "--dry-run"], { ...variables, EXTRACTOR: "both" });
    expect(tried.out).toMatch(/ {2}\+ Iran THREATEN Israel\n[^]*Nothing was written/);
    const first = await actant(["reread"], { ...variables, EXTRACTOR: "both" });
    expect(first).toMatchObject({ status: 0, errors: "" });
    expect(first.out).toContain("  + Iran THREATEN Israel\n");
    expect(first.out).toMatch(/, 0 lost/);
    const again = await actant(["reread", "--json"], { ...variables, EXTRACTOR: "both" });
    expect(objects(again.out).at(-1)).toMatchObject({ summary: { documents: 2, changed: 0, gained: 0, lost: 0 } });
    // The rules alone do not undo what a model was paid for.
    expect((await actant(["reread"], variables)).out).toMatch(/0 edges gained, 0 lost/);
    const store = await openSqlite(join(folder, "reread", "actant.db"));
    const { edges } = await store.assertions({ extractors: ["table:edges.csv", "llm:tiny/1"] }, { first: 10 });
    await store.close();
    await model.close();
    expect(new Set(edges.map(({ node }) => node.extractor))).toEqual(new Set(["table:edges.csv", "llm:tiny/1"]));
  });
});
