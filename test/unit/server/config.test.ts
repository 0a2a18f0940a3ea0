import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkExposure, ConfigError, describeConfig, isLoopback, readConfig } from "../../../server/config.ts";

describe("readConfig", () => {
  it("needs no variable", () => {
    expect(readConfig({})).toEqual({
      host: "127.0.0.1",
      port: 4000,
      dataFolder: resolve("data"),
      neo4j: undefined,
      gazetteer: undefined,
      token: undefined,
      logLevel: "warn",
    });
  });

  it("takes an empty variable for one that is not set, and ignores those of others", () => {
    expect(readConfig({ PORT: "", NEO4J_URI: "", HOME: "/root" })).toEqual(readConfig({}));
  });

  it("takes Neo4j by its address, with the usual user", () => {
    const env = { NEO4J_URI: "neo4j+s://x.databases.neo4j.io", NEO4J_PASSWORD: "p w" };
    expect(readConfig(env).neo4j).toEqual({
      uri: env.NEO4J_URI,
      username: "neo4j",
      password: "p w",
      database: undefined,
    });
  });

  it.each([
    [{ PORT: "70000" }, /^PORT is not a port.*65535/],
    [{ PORT: "http" }, /^PORT is not a port/],
    [{ NEO4J_URI: "http://localhost:7474" }, /^NEO4J_URI is not an address of Neo4j.*bolt:/],
    [{ NEO4J_URI: "bolt://localhost" }, /^NEO4J_PASSWORD is not set.*NEO4J_URI/],
    [{ ACTANT_TOKEN: "with space" }, /^ACTANT_TOKEN has characters/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL is not one of fatal, error/],
  ])("names the variable and the fix: %o", (env, message) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(message);
  });
});

describe("a model", () => {
  const named = { LLM_BASE_URL: "http://localhost:11434/v1", LLM_MODEL: "tiny", LLM_API_KEY: "a-secret" };

  it("is asked only where EXTRACTOR says so, beside the rules or in their place", () => {
    expect(readConfig(named).llm).toBeUndefined();
    const llm = { baseUrl: "http://localhost:11434/v1", model: "tiny", apiKey: "a-secret" };
    expect(readConfig({ ...named, EXTRACTOR: "both" }).llm).toEqual({ ...llm, alone: false });
    expect(readConfig({ ...named, EXTRACTOR: "llm" }).llm).toEqual({ ...llm, alone: true });
  });

  it("must be told where it is; its key is never shown", () => {
    expect(() => readConfig({ EXTRACTOR: "llm" })).toThrow(/LLM_BASE_URL and LLM_MODEL must be set for EXTRACTOR=llm/);
    expect(() => readConfig({ ...named, EXTRACTOR: "best" })).toThrow(/EXTRACTOR is not one of rules, llm, both/);
    expect(() => readConfig({ LLM_BASE_URL: "localhost" })).toThrow(/LLM_BASE_URL is not an address/);
    expect(JSON.stringify(describeConfig(readConfig({ ...named, EXTRACTOR: "llm" })))).not.toContain("a-secret");
  });
});

describe("checkExposure", () => {
  it("lets a server beyond loopback start only with a token", () => {
    expect(() => checkExposure({ host: "0.0.0.0", token: undefined })).toThrow(/ACTANT_TOKEN/);
    expect(() => checkExposure({ host: "0.0.0.0", token: "secret" })).not.toThrow();
    expect(() => checkExposure({ host: "127.0.0.1", token: undefined })).not.toThrow();
  });

  it.each(["127.0.0.1", "127.8.9.10", "localhost", "LOCALHOST", "::1", "[::1]"])("knows %s as loopback", (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(["0.0.0.0", "::", "127.0.0.1.example.org", "localhost.example.org", "10.0.0.1", ""])(
    "knows %s as reachable by others",
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
