/** Opens the store that is configured: Neo4j where its address is given, a file otherwise. */
import { join } from "node:path";
import type { Config } from "./config.ts";
import type { Store } from "./store/port.ts";

const FILE = "actant.db";

/** Opens the store. Throws a StoreError where it cannot be reached. */
export async function openStore({ neo4j, dataFolder }: Pick<Config, "neo4j" | "dataFolder">): Promise<Store> {
  if (neo4j) {
    const { openNeo4j } = await import("./store/neo4j/store.ts");
    return openNeo4j(neo4j);
  }
  const { openSqlite } = await import("./store/sqlite/store.ts");
  return openSqlite(join(dataFolder, FILE));
}
