/** `npm run neo4j`: a real Neo4j on this machine, for those who have none. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import neo4j, { type Driver, Neo4jError } from "neo4j-driver";
import { StoreError } from "../port.ts";
import { type Instance, startInstance } from "./instance.ts";
import { fetchLibraries, findJava, NEO4J_RELEASE } from "./toolchain.ts";

/** How a Neo4j of one's own is to run. */
export interface StandaloneOptions {
  /** The folder of its data, configuration and logs. */
  readonly home: string;
  readonly boltPort: number;
  /** Of the user `neo4j`, at least 8 characters. Without one, it is made up once and kept in `home/password`. */
  readonly password?: string | undefined;
  /** Where the jars are kept; `home/lib` if not given. */
  readonly libraries?: string | undefined;
  readonly heap?: string | undefined;
  readonly pageCache?: string | undefined;
  /** Told one line at a time what is going on. */
  readonly report?: ((line: string) => void) | undefined;
}

/** A Neo4j that answers, with what it takes to connect to it. */
export interface Standalone extends Instance {
  readonly username: string;
  readonly password: string;
}

const USERNAME = "neo4j";
/** What a new Neo4j lets in by, only to change it. */
const FIRST_PASSWORD = "neo4j";
const SHORTEST_PASSWORD = 8;

/** Fetches Neo4j if it is not there yet, starts it, sets its first password, and returns when it can be used. */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const { boltPort, heap = "1g", pageCache = "512m", report = () => {} } = options;
  const home = resolve(options.home);
  const java = await findJava();
  await mkdir(home, { recursive: true });
  const password = options.password ?? (await keptPassword(home));
  if (password.length < SHORTEST_PASSWORD)
    throw new StoreError(
      `Neo4j wants a password of at least ${SHORTEST_PASSWORD} characters; NEO4J_PASSWORD is shorter.`,
    );
  const fresh = !existsSync(join(home, "data", "databases"));
  const cache = resolve(options.libraries ?? join(home, "lib"));
  if (!existsSync(join(cache, NEO4J_RELEASE)))
    report(`Fetching Neo4j ${NEO4J_RELEASE} from Maven Central (about 125 MB) …`);
  const libraries = await fetchLibraries(cache);
  report(`Starting Neo4j ${NEO4J_RELEASE} in ${home} …`);
  const instance = await startInstance({ java, libraries, home, boltPort, heap, pageCache });
  try {
    await setPassword(instance.uri, password, fresh);
  } catch (error) {
    await instance.stop();
    throw error;
  }
  return { ...instance, username: USERNAME, password };
}

/** Runs Neo4j until the process is told to end (Ctrl+C), and prints how to connect to it. */
export async function runStandalone(options: StandaloneOptions): Promise<void> {
  const { report = (line: string) => process.stdout.write(`${line}\n`) } = options;
  const standalone = await startStandalone({ ...options, report });
  report(`Neo4j answers. To use it, in another terminal:
  export NEO4J_URI=${standalone.uri} NEO4J_USERNAME=${standalone.username} NEO4J_PASSWORD=${quote(standalone.password)}
  npm start
Ctrl+C ends it; its data stays in ${resolve(options.home)}.`);
  const stop = () => void standalone.stop();
  process.on("SIGINT", stop).on("SIGTERM", stop);
  await standalone.exited;
  process.off("SIGINT", stop).off("SIGTERM", stop);
  report("Neo4j has ended.");
}

const quote = (value: string) => (/^[\w.-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`);

async function keptPassword(home: string): Promise<string> {
  const file = join(home, "password");
  if (existsSync(file)) return (await readFile(file, "utf8")).trim();
  const password = randomBytes(18).toString("base64url");
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

async function setPassword(uri: string, password: string, fresh: boolean): Promise<void> {
  const attempts = [
    () => connected(uri, password, async (driver) => void (await driver.getServerInfo())),
    () => connected(uri, FIRST_PASSWORD, (driver) => changePassword(driver, password)),
  ];
  // A failed try counts towards Neo4j's lock against guessing, so the likelier one goes first.
  for (const attempt of fresh ? attempts.reverse() : attempts) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Neo4jError) || error.code !== "Neo.ClientError.Security.Unauthorized") throw error;
    }
  }
  throw new StoreError(
    "This Neo4j was made with another password. Set NEO4J_PASSWORD to that one, or remove the folder of its data to begin anew.",
  );
}

async function changePassword(driver: Driver, password: string): Promise<void> {
  await driver.executeQuery(
    "ALTER CURRENT USER SET PASSWORD FROM $first TO $password",
    { first: FIRST_PASSWORD, password },
    { database: "system" },
  );
}

async function connected(uri: string, password: string, use: (driver: Driver) => Promise<void>): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(USERNAME, password), { telemetryDisabled: true });
  try {
    await use(driver);
  } finally {
    await driver.close();
  }
}
