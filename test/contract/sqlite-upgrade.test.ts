import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSqlite } from "../../server/store/sqlite/store.ts";
import { expectUpgraded, oldStore } from "./upgrading.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "actant-"));
  path = join(folder, "actant.db");
  await writeFile(path, oldStore("tables-1.db"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const copies = async () => (await readdir(folder)).filter((name) => name.startsWith("actant.db.tables-1."));

const versionOf = (file: string) => {
  const database = new Database(file);
  const [row] = database.pragma("user_version") as { user_version: number }[];
  database.close();
  return row!.user_version;
};

describe("A file of the first release", () => {
  it("answers as one that was filled today, and takes changes", async () => {
    const store = await openSqlite(path);
    await expectUpgraded(store);
    await store.close();
  });

  it("is copied first, once, under a name with its version and the time", async () => {
    await (await openSqlite(path)).close();
    await (await openSqlite(path)).close();
    const made = await copies();
    expect(made).toEqual([expect.stringMatching(/^actant\.db\.tables-1\.\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d/)]);
    const copy = join(folder, made[0]!);
    expect(versionOf(copy)).toBe(1);
    const restored = await openSqlite(copy);
    await expectUpgraded(restored);
    await restored.close();
  });

  it("stays as it was where it cannot be changed whole", async () => {
    // A table of ours that must not be there makes the change fail at its first statement of that name.
    const database = new Database(path);
    database.exec("CREATE TABLE position (other)");
    database.close();
    await expect(openSqlite(path)).rejects.toThrow(/^The store .*actant\.db/);
    expect(versionOf(path)).toBe(1);
    const again = new Database(path);
    const columns = again.prepare("SELECT name FROM pragma_table_info('counter')").all() as { name: string }[];
    expect(columns.map(({ name }) => name)).not.toContain("layout_version");
    again.close();
  });
});
