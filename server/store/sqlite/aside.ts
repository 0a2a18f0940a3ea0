/**
 * Reading aside: what may look at the whole graph runs on threads of libsql's, over connections of its own, so that it
 * holds up no other answer, and is stopped when it takes too long.
 */
import Database from "libsql/promise";
import { StoreError } from "../port.ts";
import { type Connection, told, type Value } from "./connection.ts";

/** How many such questions are answered at once; others wait. */
const LANES = 2;
/** How long one may take, in seconds. */
const PATIENCE = 30;
const INTERRUPTED = 9;
/** An interruption that comes before a statement has begun is lost, so that it is repeated, in milliseconds. */
const INSIST_MS = 20;

/** Interrupts what runs on a connection, from `after` milliseconds on until the answer is called. */
function insist(database: Database, after: number): () => void {
  let again: ReturnType<typeof setInterval> | undefined;
  const first = setTimeout(() => {
    database.interrupt();
    again = setInterval(() => database.interrupt(), INSIST_MS);
  }, after);
  return () => {
    clearTimeout(first);
    clearInterval(again);
  };
}

/** A connection that answers one question at a time, since to stop one would stop all. */
class Lane {
  readonly #path: string;
  readonly #seconds: number;
  #database: Database | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closing = false;
  waiting = 0;

  constructor(path: string, seconds: number) {
    this.#path = path;
    this.#seconds = seconds;
  }

  all<Row>(sql: string, values: readonly Value[]): Promise<Row[]> {
    this.waiting += 1;
    const answer = this.#last
      .then(() => this.#answer(sql, values) as Promise<Row[]>)
      .finally(() => (this.waiting -= 1));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async close(): Promise<void> {
    this.#closing = true;
    const relent = this.#database && insist(this.#database, 0);
    await this.#last;
    relent?.();
    this.#database?.close();
  }

  async #answer(sql: string, values: readonly Value[]): Promise<unknown[]> {
    const database = await this.#open();
    if (this.#closing) throw new StoreError("The question was stopped: the store is being closed.");
    const relent = insist(database, this.#seconds * 1_000);
    try {
      return await (await database.prepare(sql)).all(values);
    } catch (error) {
      if (((error as { rawCode?: number }).rawCode ?? 0) % 256 !== INTERRUPTED) throw told(error, this.#path);
      throw new StoreError(`The answer took longer than ${this.#seconds} seconds and was stopped. Narrow the filter.`, {
        cause: error,
      });
    } finally {
      relent();
    }
  }

  async #open(): Promise<Database> {
    if (this.#database) return this.#database;
    const database = new Database(this.#path, { timeout: 10_000 });
    for (const pragma of ["query_only = ON", "cache_size = -65536", "temp_store = MEMORY"])
      await (await database.prepare(`PRAGMA ${pragma}`)).all([]);
    this.#database = database;
    return database;
  }
}

/** Reads aside of a connection. A store that is in memory alone has no second connection, and is read by its own. */
export class Aside {
  readonly #sql: Connection;
  readonly #lanes: readonly Lane[];

  constructor(sql: Connection, seconds: number = PATIENCE) {
    this.#sql = sql;
    this.#lanes = sql.path === ":memory:" ? [] : Array.from({ length: LANES }, () => new Lane(sql.path, seconds));
  }

  /** All rows of a query. Throws a StoreError where it takes too long. */
  async all<Row>(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    const [first, ...others] = this.#lanes;
    if (!first) return this.#sql.all<Row>(sql, values);
    return others.reduce((best, lane) => (lane.waiting < best.waiting ? lane : best), first).all<Row>(sql, values);
  }

  /** The first row of a query, or undefined. */
  async get<Row>(sql: string, values: readonly Value[] = []): Promise<Row | undefined> {
    return (await this.all<Row>(sql, values))[0];
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }
}
