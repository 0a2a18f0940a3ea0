/** The driver: one pool of connections, reading and writing, and errors told for people. */
import { setTimeout as sleep } from "node:timers/promises";
import neo4j, { type BookmarkManager, type Driver, type ManagedTransaction, type Session } from "neo4j-driver";
import { StoreError } from "../port.ts";
import { isPassing, told } from "./errors.ts";
import { type Parameters, toParameters } from "./parameters.ts";

/** Where a Neo4j is, and who asks. */
export interface Neo4jOptions {
  /** `bolt://` for one server, `neo4j://` for a cluster or Aura; `+s` for TLS. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** The default database of the user, if not given. */
  readonly database?: string | undefined;
}

/** The columns of one record. Rows of plain columns travel faster than maps or nodes, whose keys come with each. */
export type Row = readonly unknown[];

/** Asks within a transaction; several may be sent before the first is answered. */
export type Ask = (cypher: string, parameters?: Parameters) => Promise<{ rows: Row[]; nodesCreated: number }>;

/** How long to wait before asking again after a connection broke, in milliseconds. */
const PAUSES = [50, 500] as const;
/** After which Neo4j stops a question by itself, in milliseconds. */
const READ_TIMEOUT = 30_000;
const SCHEMES = /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\//;

/** An open pool of connections to one database. */
export class Connection {
  readonly location: string;
  readonly #driver: Driver;
  readonly #database: string | undefined;
  readonly #bookmarks: BookmarkManager | undefined;

  constructor({ uri, username, password, database }: Neo4jOptions) {
    if (!SCHEMES.test(uri) || !URL.canParse(uri))
      throw new StoreError(`NEO4J_URI is not an address like bolt://127.0.0.1:7687 or neo4j+s://example.org.`);
    const { protocol, host, search } = new URL(uri);
    this.location = `${protocol}//${host}${database ? `/${database}` : ""}`;
    this.#database = database;
    // Members of a cluster lag behind each other: a reader waits for what this process wrote. One server never lags.
    this.#bookmarks = uri.startsWith("neo4j") ? neo4j.bookmarkManager() : undefined;
    this.#driver = neo4j.driver(`${protocol}//${host}${search}`, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
      telemetryDisabled: true,
      userAgent: "actant",
      connectionAcquisitionTimeout: 15_000,
      connectionTimeout: 10_000,
    });
  }

  /** The version of the server, as it names itself: `Neo4j/5.26.0`. */
  async agent(): Promise<string> {
    return this.#told(async () => (await this.#driver.getServerInfo(this.#target())).agent ?? "");
  }

  /** Asks once, without trying again. */
  async once(cypher: string, parameters: Parameters = {}): Promise<Row[]> {
    return this.#told(() => this.#read(cypher, parameters));
  }

  /** Reads; asks again if the connection broke. Not in a transaction of its own, which would take two more round trips. */
  async read(cypher: string, parameters: Parameters = {}): Promise<Row[]> {
    for (const pause of PAUSES) {
      try {
        return await this.#read(cypher, parameters);
      } catch (error) {
        if (!isPassing(error)) throw told(error, this.location);
        await sleep(pause);
      }
    }
    return this.once(cypher, parameters);
  }

  /** Reads several things of one moment; asks again if the connection broke. */
  async readTogether<Result>(work: (ask: Ask) => Promise<Result>): Promise<Result> {
    return this.#inSession(neo4j.session.READ, (session) => session.executeRead((tx) => work(asking(tx))));
  }

  /** Writes in one transaction, whole or not at all; tries again after a deadlock or a broken connection. */
  async write<Result>(work: (ask: Ask) => Promise<Result>): Promise<Result> {
    return this.#inSession(neo4j.session.WRITE, (session) => session.executeWrite((tx) => work(asking(tx))));
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  async #read(cypher: string, parameters: Parameters): Promise<Row[]> {
    const session = this.#session(neo4j.session.READ);
    try {
      const { records } = await session.run(cypher, toParameters(parameters), { timeout: READ_TIMEOUT });
      return records.map((record) => [...record.values()]);
    } finally {
      await session.close();
    }
  }

  async #inSession<Result>(
    mode: typeof neo4j.session.READ | typeof neo4j.session.WRITE,
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const session = this.#session(mode);
    try {
      return await this.#told(() => work(session));
    } finally {
      await session.close();
    }
  }

  #session(defaultAccessMode: typeof neo4j.session.READ | typeof neo4j.session.WRITE): Session {
    return this.#driver.session({
      ...this.#target(),
      defaultAccessMode,
      fetchSize: 2_000,
      ...(this.#bookmarks ? { bookmarkManager: this.#bookmarks } : {}),
    });
  }

  #target() {
    return this.#database === undefined ? {} : { database: this.#database };
  }

  async #told<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw told(error, this.location);
    }
  }
}

const asking =
  (transaction: ManagedTransaction): Ask =>
  async (cypher, parameters = {}) => {
    const { records, summary } = await transaction.run(cypher, toParameters(parameters));
    const rows = records.map((record) => [...record.values()]);
    return { rows, nodesCreated: summary.counters.updates().nodesCreated };
  };
