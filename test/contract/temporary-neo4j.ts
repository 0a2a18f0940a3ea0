/** An empty Neo4j store in a database server of its own. */
import { openNeo4j } from "../../server/store/neo4j/store.ts";
import { startTestNeo4j } from "../setup/neo4j.ts";
import { type OpenStore, wiped } from "./store.ts";

export async function temporaryNeo4j(): Promise<OpenStore> {
  const server = await startTestNeo4j();
  const store = await openNeo4j(server);
  return {
    store,
    wipe: () => wiped(store),
    close: async () => {
      await store.close();
      await server.stop();
    },
  };
}
