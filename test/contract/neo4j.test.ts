import { describeNeo4j } from "../setup/neo4j.ts";
import { storeContract } from "./store.ts";
import { temporaryNeo4j } from "./temporary-neo4j.ts";

describeNeo4j("With a real Neo4j", () => {
  storeContract("Neo4j", temporaryNeo4j, 12);
});
