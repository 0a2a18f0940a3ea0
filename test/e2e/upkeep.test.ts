/** `verify`, `dump` and `restore`, as a user runs them. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSqlite } from "../../server/store/sqlite/store.ts";
import { REPORTS } from "../contract/documents.ts";
import { snapshot } from "../contract/snapshot.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "actant-"));
  await inStore("one", async (store) => {
    for (const report of Object.values(REPORTS)) await store.write(report);
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const fileOf = (name: string) => join(folder, name, "actant.db");

async function inStore<Result>(name: string, work: (store: Awaited<ReturnType<typeof openSqlite>>) => Promise<Result>) {
  const store = await openSqlite(fileOf(name));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Runs a command on the store of this name; its exit status and all that it says. */
const actant = (name: string, ...args: string[]): Promise<{ status: number; said: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: join(folder, name), NEO4J_URI: "" };
    execFile(
      process.execPath,
      ["--import", "tsx", "server/main.ts", ...args],
      { cwd: root, env },
      (error, out, errors) => resolve({ status: error ? Number(error.code) : 0, said: out + errors }),
    );
  });

function harm(sql: string): void {
  const database = new Database(fileOf("one"));
  database.exec("PRAGMA foreign_keys = OFF");
  database.exec(sql);
  database.close();
}

const HARMS: readonly (readonly [string, string, RegExp])[] = [
  ["an edge without evidence", "DELETE FROM assertion", /every edge has evidence/],
  [
    "a quote that is not verbatim",
    "UPDATE passage SET text = 'Nobody said so.' WHERE id = 1",
    /every quote is verbatim/,
  ],
  ["a count that is wrong", "UPDATE relation SET assertion_count = 99 WHERE id = 1", /counts and days are those/],
  ["a line that shows another edge", "UPDATE relation SET shown = '[]' WHERE id = 1", /an edge is shown as it is/],
  ["a degree that is wrong", "UPDATE entity SET degree = degree + 1 WHERE id = 1", /degree is the number of its edges/],
  ["half a document", "DELETE FROM mention", /documents and mentions are counted/],
  ["a text that was changed", "UPDATE document_text SET text = text || '!'", /the hash of its text/],
  ["a sentence that cannot be found", "DELETE FROM passage_words WHERE rowid = 1", /every sentence can be searched/],
];

describe("verify", () => {
  it("finds nothing wrong with a store that was written by Actant", async () => {
    const { status, said } = await actant("one", "verify");
    expect(said).toMatch(/4 documents.*every rule holds/);
    expect(status).toBe(0);
  });

  it.each(HARMS)("finds %s", async (_, sql, told) => {
    harm(sql);
    const { status, said } = await actant("one", "verify");
    expect(said).toMatch(told);
    expect(status).toBe(1);
  });
});

describe("dump and restore", () => {
  it("move a whole store", async () => {
    const file = join(folder, "all.jsonl");
    expect(await actant("one", "dump", file)).toMatchObject({ status: 0 });
    expect(await actant("two", "restore", file)).toMatchObject({ status: 0 });
    expect(await inStore("two", snapshot)).toEqual(await inStore("one", snapshot));
    expect(await actant("two", "dump", join(folder, "again.jsonl"))).toMatchObject({ status: 0 });
    expect(await readFile(join(folder, "again.jsonl"), "utf8")).toBe(await readFile(file, "utf8"));
  });

  it("refuse a dump that is cut off or was changed, and change nothing", async () => {
    const file = join(folder, "all.jsonl");
    await actant("one", "dump", file);
    const lines = (await readFile(file, "utf8")).split("\n");
    await writeFile(file, lines.slice(0, 3).join("\n"));
    expect(await actant("two", "restore", file)).toMatchObject({ status: 1, said: expect.stringMatching(/no end/) });
    await writeFile(file, lines.filter((_, i) => i !== 1).join("\n"));
    expect(await actant("two", "restore", file)).toMatchObject({ status: 1, said: expect.stringMatching(/its seal/) });
    expect((await inStore("two", (store) => store.statistics())).documents).toBe(0);
  });
});
