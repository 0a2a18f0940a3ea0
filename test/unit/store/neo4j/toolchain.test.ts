import { describe, expect, it } from "vitest";
import { javaRelease, runsNeo4j } from "../../../../server/store/neo4j/toolchain.ts";

describe("the Java that Neo4j runs on", () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_401"', 8],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "25.0.1" 2025-10-21 LTS', 25],
    ["The operation couldn’t be completed. Unable to locate a Java Runtime.", undefined],
  ])("reads the release out of %j", (output, release) => {
    expect(javaRelease(output)).toBe(release);
  });

  it("is 17 to 21, neither older nor newer", () => {
    expect([8, 11, 16, 17, 21, 22, 25].filter(runsNeo4j)).toEqual([17, 21]);
  });
});
