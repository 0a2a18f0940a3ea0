import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReadDocument } from "../../schema/model.ts";
import { openSqlite } from "../../server/store/sqlite/store.ts";
import { graphOf } from "../contract/oracle.ts";
import { everyDocument, everyRow } from "../contract/snapshot.ts";
import { crashDocuments } from "./crash-documents.ts";

/** A long run: CRASH_KILLS=100. */
const KILLS = Number(process.env["CRASH_KILLS"] ?? 20);
const seeder = fileURLToPath(new URL("crash-seeder.ts", import.meta.url));

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "actant-crash-"));
  path = join(folder, "actant.db");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const documents = new Map(crashDocuments().map((document) => [document.id as string, document]));
/** The documents that a seeder was told are kept. */
const acknowledged = new Set<string>();

const startSeeder = () =>
  spawn(process.execPath, ["--import", "tsx", seeder, path], { stdio: ["ignore", "pipe", "inherit"] });

/** Lets a seeder run until it has told `lines` lines and some moments more; resolves when it is dead or done. */
async function seed(lines = Infinity, moments = 0): Promise<void> {
  const child: ChildProcess = startSeeder();
  const exit = once(child, "exit");
  let told = 0;
  for await (const line of createInterface({ input: child.stdout! })) {
    if (documents.has(line)) acknowledged.add(line);
    told += 1;
    if (told === lines) void pause(moments).then(() => child.kill("SIGKILL"));
  }
  await exit;
}

/** Holds the store to its invariants, as the documents that it holds decide. */
async function checkStore(): Promise<readonly ReadDocument[]> {
  const store = await openSqlite(path);
  try {
    const flaws = [];
    for await (const flaw of store.verify()) flaws.push(flaw);
    expect(flaws).toEqual([]);
    const held = await everyDocument(store);
    for (const { ingestedAt: _, ...document } of held) {
      const { ingestedAt: __, ...whole } = documents.get(document.id)!;
      expect(document).toEqual(whole);
    }
    const ids = new Set<string>(held.map(({ id }) => id));
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
    const graph = graphOf(held);
    expect(await everyRow((page) => store.relations({}, "NAME", page), 1000)).toEqual(graph.relations({}, "NAME"));
    expect(await everyRow((page) => store.entities({}, page), 1000)).toEqual(graph.entities({}));
    expect(await everyRow((page) => store.assertions({}, page), 1000)).toEqual(graph.assertions({}));
    expect((await store.statistics()).documents).toBe(held.length);
    return held;
  } finally {
    await store.close();
  }
}

describe("A seed that is killed", () => {
  it(
    `leaves whole documents or none, at ${KILLS} random moments, and goes on where it was`,
    async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        // The first kills fall into the making of the file and its tables.
        const lines = kill < 3 ? 1 : 2 + Math.floor(Math.random() * 30);
        await seed(lines, Math.random() * (kill < 3 ? 60 : 8));
        await checkStore();
      }
      await seed();
      expect(await checkStore()).toHaveLength(documents.size);
    },
    30_000 * KILLS,
  );
});
