import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StoreError } from "../../../../server/store/port.ts";
import { Aside } from "../../../../server/store/sqlite/aside.ts";
import { Connection } from "../../../../server/store/sqlite/connection.ts";

const ENDLESS = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c";

let folder: string;
let sql: Connection;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "actant-"));
  sql = new Connection(join(folder, "actant.db"), 1_000);
  sql.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (n INTEGER)");
});
afterEach(async () => {
  sql.release();
  await rm(folder, { recursive: true });
});

describe("Reading aside", () => {
  it("sees what was written, and cannot write", async () => {
    const aside = new Aside(sql);
    sql.run("INSERT INTO t VALUES (?)", 3);
    expect(await aside.get("SELECT n FROM t WHERE n > ?", [2])).toMatchObject({ n: 3 });
    await expect(aside.all("INSERT INTO t VALUES (4)")).rejects.toThrow();
    expect(sql.all("SELECT n FROM t")).toHaveLength(1);
    await aside.close();
  });

  it("stops a question that takes too long, and answers the next", async () => {
    const aside = new Aside(sql, 0.2);
    const told = aside.all(ENDLESS);
    await expect(told).rejects.toThrow(StoreError);
    await expect(told).rejects.toThrow("The answer took longer than 0.2 seconds and was stopped. Narrow the filter.");
    expect(await aside.get("SELECT 1 AS n")).toMatchObject({ n: 1 });
    await aside.close();
  });

  it("lets others be answered meanwhile", async () => {
    const aside = new Aside(sql, 0.5);
    const order: string[] = [];
    const endless = aside.all(ENDLESS).catch(() => order.push("stopped"));
    await aside.all("SELECT 1").then(() => order.push("answered aside"));
    order.push(`answered ${sql.all("SELECT 1").length}`);
    await endless;
    expect(order).toEqual(["answered aside", "answered 1", "stopped"]);
    await aside.close();
  });

  it("ends with the store, whatever is under way", async () => {
    const aside = new Aside(sql, 600);
    const told = aside.all(ENDLESS).catch((error: Error) => error.message);
    await aside.all("SELECT 1");
    await aside.close();
    expect(await told).toContain("stopped");
  });
});
