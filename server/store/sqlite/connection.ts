/** One open file: prepared statements, transactions, and errors told for people. */
import Database from "libsql";
import { StoreError } from "../port.ts";

/** What a statement may be given. Never a boolean: the library cannot bear one. */
export type Value = string | number | null;

/** Values are given one by one or in lists, whichever reads better. */
type Values = Value | readonly Value[];

const MOST_STATEMENTS = 400;

/** A connection to a file, with its statements prepared once. */
export class Connection {
  readonly path: string;
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(path: string, timeout: number) {
    this.path = path;
    this.#database = this.#told(() => new Database(path, { timeout }));
  }

  /** All rows of a query. */
  all<Row>(sql: string, ...values: readonly Values[]): Row[] {
    return this.#told(() => this.#prepare(sql).all(values.flat()) as Row[]);
  }

  /** The first row of a query, or undefined. */
  get<Row>(sql: string, ...values: readonly Values[]): Row | undefined {
    return this.#told(() => (this.#prepare(sql).get(values.flat()) ?? undefined) as Row | undefined);
  }

  /** Runs a statement; the row number of what it inserted last. */
  run(sql: string, ...values: readonly Values[]): number {
    return this.#told(() => Number(this.#prepare(sql).run(values.flat()).lastInsertRowid));
  }

  /** Runs statements without values. */
  execute(sql: string): void {
    this.#told(() => this.#database.exec(sql));
  }

  /** Runs `work` in a transaction that may write: all of it is kept, or nothing. */
  transaction<Result>(work: () => Result): Result {
    this.execute("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.execute("COMMIT");
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.execute("ROLLBACK");
      throw error;
    }
  }

  /** Writes the log into the file, unless others still use it, and lets the file go. */
  close(): void {
    try {
      this.all("PRAGMA busy_timeout = 0");
      this.all("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (error) {
      // On a full disk the log stays beside the file. It is a part of it, and nothing is lost.
      if (!(error instanceof StoreError)) throw error;
    } finally {
      this.release();
    }
  }

  /** Lets the file go as it is. */
  release(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #told<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw told(error, this.path);
    }
  }
}

/** What is said of a file that is no sound database. */
export const DAMAGED = "is damaged or is not Actant's. Nothing was changed. Restore a backup, or move it away";

/** By SQLite's primary result codes. */
const REASONS: Readonly<Record<number, string>> = {
  5: "is being written by another process for too long. Try again when that one is done",
  6: "is being written by another process for too long. Try again when that one is done",
  8: "cannot be written. Give this user the right to write the file and its folder",
  10: "cannot be read or written: the disk reports an error",
  11: DAMAGED,
  13: "cannot grow: the disk is full. The document was not written; make room and try again",
  14: "cannot be opened. Check that its folder exists and may be read and written",
  26: DAMAGED,
};

/** An error of the library as a StoreError that says what to do; any other error as it is. */
export function told(error: unknown, path: string): unknown {
  const { code, rawCode = 0, message } = error as { code?: unknown; rawCode?: number; message: string };
  if (error instanceof StoreError || typeof code !== "string") return error;
  const reason = REASONS[rawCode & 0xff];
  return new StoreError(`The store ${path}${reason ? ` ${reason}` : ""} (${message}).`, { cause: error });
}
