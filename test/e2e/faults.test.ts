/** What goes wrong around the file of the embedded store; after each, the store is verified. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openSqlite } from "../../server/store/sqlite/store.ts";
import { type Store, StoreError } from "../../server/store/port.ts";
import { graphOf } from "../contract/oracle.ts";
import { everyDocument, everyRow } from "../contract/snapshot.ts";
import { startServer } from "../setup/server.ts";
import { crashDocuments } from "./crash-documents.ts";

const documents = crashDocuments();
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "actant-faults-"));
  path = join(folder, "actant.db");
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** Holds a store to its rules, and to the documents that it holds. */
async function expectSound(store: Store): Promise<number> {
  const flaws = [];
  for await (const flaw of store.verify()) flaws.push(flaw);
  expect(flaws).toEqual([]);
  const held = await everyDocument(store);
  expect(await everyRow((page) => store.relations({}, "NAME", page), 1000)).toEqual(
    graphOf(held).relations({}, "NAME"),
  );
  return held.length;
}

/** A small file system in memory; undefined where this user may not make one. */
function smallDisk(megabytes: number): (() => void) | undefined {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" });
    return () => execFileSync("umount", ["-l", folder]);
  } catch {
    return undefined;
  }
}

describe("A full disk", () => {
  it("loses no document that was acknowledged, and none is there by half", async ({ skip }) => {
    const unmount = smallDisk(1);
    if (!unmount) return skip("Making a small disk takes root.");
    try {
      const store = await openSqlite(path);
      const kept = new Set<string>();
      const refused: unknown[] = [];
      await Promise.all(
        documents.map((document) =>
          store.write(document).then(
            ({ id }) => kept.add(id),
            (error: unknown) => refused.push(error),
          ),
        ),
      );
      expect(refused.length).toBeGreaterThan(0);
      for (const error of refused) {
        expect(error).toBeInstanceOf(StoreError);
        expect((error as Error).message).toMatch(/disk is full/);
      }
      expect(await expectSound(store)).toBe(kept.size);
      await store.close();
      execFileSync("mount", ["-o", "remount,size=64m", folder]);
      const again = await openSqlite(path);
      expect(await expectSound(again)).toBe(kept.size);
      await Promise.all(documents.map((document) => again.write(document)));
      expect(await expectSound(again)).toBe(documents.length);
      await again.close();
    } finally {
      unmount();
    }
  });
});

describe("Two servers on one file", () => {
  it("write and read side by side, and one goes on when the other is killed", async () => {
    const [one, two] = await Promise.all([startServer({}, folder), startServer({}, folder)]);
    const ingest = async (url: string, nth: number) => {
      const query = `mutation { ingest(document: { text: "Iran backed Hezbollah in report ${nth}." }) { known document { id } } }`;
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
      return ((await answer.json()) as { data: { ingest: { document: { id: string } } } }).data.ingest.document.id;
    };
    const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => ingest(i % 2 ? one.url : two.url, i)));
    await one.kill("SIGKILL");
    ids.push(await ingest(two.url, 99));
    await two.kill("SIGTERM");
    const store = await openSqlite(path);
    await expectSound(store);
    expect((await store.held(ids as never)).size).toBe(13);
    await store.close();
  });
});

describe("A damaged file", () => {
  it("is told, and left as it is", async () => {
    const store = await openSqlite(path);
    for (const document of documents.slice(0, 60)) await store.write(document);
    await store.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 100, 4_096);
    writeFileSync(path, bytes);
    await expect(openSqlite(path)).rejects.toThrow(/is damaged or is not Actant's. Nothing was changed/);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it("is found out by `verify` where it can still be opened", async () => {
    const store = await openSqlite(path);
    for (const document of documents.slice(0, 60)) await store.write(document);
    await store.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, bytes.length - 8_192, bytes.length - 4_096);
    writeFileSync(path, bytes);
    const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts", "verify"], {
      env: { ...process.env, DATA_DIR: folder, NEO4J_URI: "" },
      stdio: "ignore",
    });
    expect(await once(child, "exit")).toEqual([1, null]);
  });
});

describe("A clock that goes backwards", () => {
  it("changes neither what is kept nor its order", async () => {
    mkdirSync(folder, { recursive: true });
    const store = await openSqlite(path);
    vi.useFakeTimers({ toFake: ["Date"] });
    for (const [i, { ingestedAt: _, ...document }] of documents.slice(0, 30).entries()) {
      vi.setSystemTime(new Date(Date.UTC(2026, 0, 30 - i)));
      await store.write(document);
    }
    vi.useRealTimers();
    expect(await expectSound(store)).toBe(30);
    const versions = await store.statistics();
    expect(versions.version).toBe(30);
    await store.close();
  });
});
