import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Keeper, keepLayout } from "../../../server/layout/keeper.ts";
import type { Store } from "../../../server/store/port.ts";
import { openStore } from "../../../server/stores.ts";
import { REPORTS } from "../../contract/documents.ts";

let folder: string;
let store: Store;
let errors: unknown[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "actant-"));
  store = await openStore({ neo4j: undefined, dataFolder: folder });
  errors = [];
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const keep = (): Keeper =>
  keepLayout({
    store,
    config: { neo4j: undefined, dataFolder: folder },
    log: { info: () => {}, error: (error: unknown) => void errors.push(error) },
    every: 20,
  });

/** Waits until what is there now is laid out. */
async function laidOut(): Promise<void> {
  for (;;) {
    const { version, layoutVersion } = await store.versions();
    if (layoutVersion >= version) return;
    await sleep(20);
  }
}

describe("The keeper of the layout", () => {
  it("lays out what is there when it begins, and what is written later", async () => {
    await store.write(REPORTS.arms);
    const keeper = keep();
    await laidOut();
    const before = await store.overview({}, 100);
    await store.write(REPORTS.militias);
    await laidOut();
    const { entities, communities } = await store.overview({}, 100);
    expect(entities.id.length).toBeGreaterThan(before.entities.id.length);
    expect(entities.community.every((community) => community >= 0)).toBe(true);
    expect(communities.reduce((sum, { size }) => sum + size, 0)).toBe(entities.id.length);
    await keeper.close();
    expect(errors).toEqual([]);
  });

  it("does no harm where several keep one store", async () => {
    for (const report of Object.values(REPORTS)) await store.write(report);
    const keepers = [keep(), keep()];
    await laidOut();
    await Promise.all(keepers.map((keeper) => keeper.close()));
    expect(errors).toEqual([]);
  });

  it("ends at once, whatever is under way", async () => {
    await store.write(REPORTS.arms);
    const keeper = keep();
    await sleep(60);
    await keeper.close();
    await store.write(REPORTS.talks);
    expect(errors).toEqual([]);
  });
});
