/** An empty SQLite store in a folder of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../server/store/sqlite/store.ts";
import { type OpenStore, wiped } from "./store.ts";

export async function temporarySqlite(): Promise<OpenStore> {
  const folder = await mkdtemp(join(tmpdir(), "actant-"));
  const store = await openSqlite(join(folder, "actant.db"));
  return {
    store,
    wipe: () => wiped(store),
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
