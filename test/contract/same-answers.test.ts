import { describeNeo4j } from "../setup/neo4j.ts";
import { storesAgree } from "./store.ts";
import { temporaryNeo4j } from "./temporary-neo4j.ts";
import { temporarySqlite } from "./temporary-sqlite.ts";

describeNeo4j("With a real Neo4j", () => {
  storesAgree("SQLite and Neo4j", temporarySqlite, temporaryNeo4j, 10);
});
