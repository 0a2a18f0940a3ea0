import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSqlite } from "../../../server/store/sqlite/store.ts";
import { REPORTS } from "../../contract/documents.ts";
import { snapshot } from "../../contract/snapshot.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "actant-"));
  path = join(folder, "actant.db");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function filled(): Promise<void> {
  const store = await openSqlite(path);
  for (const report of Object.values(REPORTS)) await store.write(report);
  await store.close();
}

const refusal = (of = path) =>
  openSqlite(of).then(
    () => "opened",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("The file of the embedded store", () => {
  it("is made with its folder, and keeps everything for the next start", async () => {
    path = join(folder, "new", "folders", "actant.db");
    await filled();
    const [one, two] = [await openSqlite(path), await openSqlite(path)];
    expect((await one.statistics()).documents).toBe(4);
    expect(await snapshot(two)).toEqual(await snapshot(one));
    await Promise.all([one.close(), two.close()]);
  });

  it("is shared by two processes' connections, each seeing what the other wrote", async () => {
    const [one, two] = [await openSqlite(path), await openSqlite(path)];
    await one.write(REPORTS.arms);
    expect(await two.write(REPORTS.arms)).toMatchObject({ known: true });
    await two.remove(REPORTS.arms.id);
    expect((await one.statistics()).documents).toBe(0);
    await Promise.all([one.close(), two.close()]);
  });

  it("is one file when the store is closed: what a copy of it needs", async () => {
    await filled();
    await Promise.all(["-wal", "-shm"].map((end) => rm(path + end, { force: true })));
    const store = await openSqlite(path);
    expect((await store.statistics()).documents).toBe(4);
    await store.close();
  });

  it("is refused where a newer Actant wrote it", async () => {
    await filled();
    const database = new Database(path);
    database.pragma("user_version = 999");
    database.close();
    expect(await refusal()).toMatch(/^StoreError: .*actant\.db was written by a newer Actant.*999.*Update Actant\.$/);
  });

  it("is refused where it is another program's database, and left as it is", async () => {
    const database = new Database(path);
    database.exec("CREATE TABLE customers (name TEXT)");
    database.close();
    expect(await refusal()).toMatch(/^StoreError: .*something else than Actant/);
    const again = new Database(path);
    expect(again.prepare("SELECT count(*) AS n FROM sqlite_schema").get()).toMatchObject({ n: 1 });
    expect(again.pragma("journal_mode")).toEqual([{ journal_mode: "delete" }]);
    again.close();
  });

  it("is refused where it is no database, and left as it is", async () => {
    await writeFile(path, "Dear diary, ".repeat(500));
    expect(await refusal()).toMatch(/^StoreError: .*is damaged or is not Actant's\. Nothing was changed/);
    expect(await readFile(path, "utf8")).toBe("Dear diary, ".repeat(500));
  });

  it("is said to be damaged where its pages are", async () => {
    await filled();
    const bytes = await readFile(path);
    bytes.fill(0xab, 4096);
    await writeFile(path, bytes);
    await Promise.all(["-wal", "-shm"].map((end) => rm(path + end, { force: true })));
    const told = await openSqlite(path)
      .then((store) => store.entities({}, { first: 1 }))
      .then(String, (error: Error) => `${error.name}: ${error.message}`);
    expect(told).toMatch(/^StoreError: .*is damaged/);
  });

  it("is refused where it is a folder", async () => {
    await mkdir(path);
    expect(await refusal()).toMatch(/^StoreError: /);
    expect(await refusal(join("/dev/null", "actant.db"))).toMatch(/^StoreError: The folder of the store/);
  });

  it.skipIf(process.getuid?.() === 0)("is refused where it cannot be written", async () => {
    await filled();
    await chmod(path, 0o444);
    expect(await refusal()).toMatch(/^StoreError: .*cannot be read and written/);
  });
});
