/** A real Neo4j for a test file: private, on a port of its own, with temporary data and jars shared by all. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";
import { freePort, type Instance } from "../../server/store/neo4j/instance.ts";
import { type Standalone, startStandalone } from "../../server/store/neo4j/standalone.ts";
import { findJava, NEO4J_RELEASE, requireMaven } from "../../server/store/neo4j/toolchain.ts";

const libraries = fileURLToPath(new URL("../../node_modules/.cache/neo4j", import.meta.url));

export interface TestNeo4j {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would, and keeps its data. */
  readonly kill: () => Promise<void>;
  /** Starts it again, on the same port and data. */
  readonly start: () => Promise<void>;
}

async function problem(): Promise<string | undefined> {
  try {
    await findJava();
    if (!existsSync(join(libraries, NEO4J_RELEASE))) await requireMaven();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const missing = await problem();
if (missing !== undefined && process.env["CI"] === "true")
  throw new Error(`CI=true: every part must be tested.\n${missing}`);
if (missing !== undefined) console.warn(`SKIPPED: the Neo4j store.\n${missing}`);

/** `describe` where this machine can run a Neo4j; skipped, with the reason on the console, where it cannot. */
export const describeNeo4j = missing === undefined ? describe : describe.skip;

/** Starts a Neo4j that only this test file uses. */
export async function startTestNeo4j(): Promise<TestNeo4j> {
  const home = await mkdtemp(join(tmpdir(), "actant-neo4j-"));
  const launch = (boltPort: number): Promise<Standalone> =>
    startStandalone({ home, boltPort, password: "for-tests-only", libraries, heap: "512m", pageCache: "128m" });
  const boltPort = await freePort();
  const first = await launch(boltPort);
  let instance: Instance = first;
  return {
    uri: first.uri,
    username: first.username,
    password: first.password,
    kill: () => instance.kill(),
    start: async () => void (instance = await launch(boltPort)),
    stop: async () => {
      await instance.kill();
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
