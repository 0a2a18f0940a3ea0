import { describe, expect, it } from "vitest";
import { checkAgent } from "../../../../server/store/neo4j/layout.ts";

describe("the Neo4j that Actant runs on", () => {
  it.each(["Neo4j/5.13.0", "Neo4j/5.26.30", "Neo4j/5.27-aura", "Neo4j/2025.10.1", "Compatible/1.0"])(
    "takes %s",
    (agent) => {
      expect(() => checkAgent(agent, "here")).not.toThrow();
    },
  );

  it.each(["Neo4j/3.5.35", "Neo4j/4.4.40", "Neo4j/5.12.0"])("refuses %s, and says what it needs", (agent) => {
    expect(() => checkAgent(agent, "here")).toThrow(`${agent} at here is too old: Actant needs Neo4j 5.13 or newer`);
  });
});
