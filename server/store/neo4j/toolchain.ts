/** What a Neo4j on this machine needs: a Java that it runs on, and its libraries, fetched by Maven. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { StoreError } from "../port.ts";

const run = promisify(execFile);

/** The release that is fetched: the newest of the long-term line. */
export const NEO4J_RELEASE = "5.26.30";

/** The Java releases that Neo4j 5.26 runs on, first to last. */
const JAVA_RELEASES = [17, 21] as const;

const INSTEAD = `Or use a Neo4j that runs elsewhere:
  Docker:  docker run --rm -p 127.0.0.1:7687:7687 -e NEO4J_AUTH=neo4j/a-good-password neo4j:5.26
  Aura:    make a database at https://neo4j.com/product/auradb/ and set NEO4J_URI to its neo4j+s:// address.`;

const toInstall = (what: string, debian: string, homebrew: string) =>
  new StoreError(`${what}
  Debian, Ubuntu:  sudo apt-get install ${debian}
  macOS:           brew install ${homebrew}
${INSTEAD}`);

/** The major release out of what `java -version` prints; undefined if it is not there. */
export function javaRelease(output: string): number | undefined {
  const [, major, minor] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  // Up to Java 8, versions were numbered 1.x.
  return major === undefined ? undefined : Number(major === "1" ? minor : major);
}

/** Whether Neo4j 5.26 runs on this release of Java. */
export const runsNeo4j = (release: number): boolean => release >= JAVA_RELEASES[0] && release <= JAVA_RELEASES[1];

async function releaseOf(java: string): Promise<number | undefined> {
  try {
    const { stdout, stderr } = await run(java, ["-version"]);
    return javaRelease(stderr + stdout);
  } catch {
    return undefined;
  }
}

/** Where packages put a Java, besides the PATH: Debian's folder, and Homebrew's on both kinds of Mac. */
async function installedJavas(): Promise<string[]> {
  const debian = await readdir("/usr/lib/jvm").catch(() => []);
  const homebrew = ["/opt/homebrew/opt", "/usr/local/opt"].flatMap((folder) =>
    JAVA_RELEASES.map((release) => `${folder}/openjdk@${release}/bin/java`),
  );
  return [...debian.map((name) => `/usr/lib/jvm/${name}/bin/java`), ...homebrew].filter((path) => existsSync(path));
}

/** The first Java on the PATH or in the usual folders that Neo4j runs on. Throws a StoreError that says what to install. */
export async function findJava(): Promise<string> {
  const found: number[] = [];
  for (const java of ["java", ...(await installedJavas())]) {
    const release = await releaseOf(java);
    if (release !== undefined && runsNeo4j(release)) return java;
    if (release !== undefined) found.push(release);
  }
  const [first, last] = JAVA_RELEASES;
  const have = found.length > 0 ? `; this machine has only Java ${[...new Set(found)].join(", ")}` : "";
  throw toInstall(
    `Neo4j ${NEO4J_RELEASE} runs on Java ${first} to ${last}${have}. Install one:`,
    `openjdk-${first}-jre-headless`,
    `openjdk@${first}`,
  );
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>actant</groupId>
  <artifactId>neo4j-standalone</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${NEO4J_RELEASE}</version></dependency>
  </dependencies>
</project>
`;

/** Throws a StoreError that says what to install, if there is no Maven on the PATH. */
export async function requireMaven(): Promise<void> {
  await run("mvn", ["--version"]).catch(() => {
    throw toInstall("Fetching Neo4j needs Maven. Install it:", "maven", "maven");
  });
}

async function copyDependencies(folder: string): Promise<void> {
  const pom = join(folder, "pom.xml");
  await writeFile(pom, POM);
  const goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${join(folder, "jars")}`];
  try {
    await run("mvn", ["-B", "-q", "-f", pom, ...goal], { maxBuffer: 64 << 20 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    const reason = `${stdout}\n${stderr}`.split("\n").find((line) => line.includes("ERROR")) ?? String(error);
    throw new StoreError(`Maven could not fetch Neo4j ${NEO4J_RELEASE}: ${reason.trim()}\n${INSTEAD}`, {
      cause: error,
    });
  }
}

/**
 * Fetches Neo4j's jars from Maven Central into `cache`, once for each release, and gives the folder that holds them.
 * Two may fetch at once: each into a folder of its own, and the first to finish is kept.
 */
export async function fetchLibraries(cache: string): Promise<string> {
  const libraries = join(cache, NEO4J_RELEASE);
  if (existsSync(libraries)) return libraries;
  await requireMaven();
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, ".fetch-"));
  try {
    await copyDependencies(work);
    await rename(join(work, "jars"), libraries).catch((error: unknown) => {
      if (!existsSync(libraries)) throw error;
    });
    return libraries;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
