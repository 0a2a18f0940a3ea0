/** Opening a file: its folder, its pragmas, its tables, its version. */
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readSync } from "node:fs";
import { dirname } from "node:path";
import { StoreError } from "../port.ts";
import { Connection, DAMAGED } from "./connection.ts";
import { migrate, versionOf } from "./migrate.ts";
import { TABLES, TABLES_VERSION } from "./tables.ts";

/** How long to wait for another process that writes, in milliseconds. */
const PATIENCE = 10_000;

/** Opens a file and makes its tables if it is new. Throws a StoreError that says what is wrong with it. */
export function openFile(path: string): Connection {
  makeFolder(path);
  refuseUnfit(path);
  const sql = new Connection(path, PATIENCE);
  try {
    refuseOthers(sql);
    // NORMAL in WAL: what was acknowledged survives the death of the process, and a power cut leaves the file sound.
    sql.all("PRAGMA journal_mode = WAL");
    sql.all("PRAGMA synchronous = NORMAL");
    sql.all("PRAGMA foreign_keys = ON");
    sql.all("PRAGMA wal_autocheckpoint = 16384");
    sql.all("PRAGMA cache_size = -65536");
    sql.all("PRAGMA temp_store = MEMORY");
    if (versionOf(sql) === 0) sql.transaction(() => makeTables(sql));
    migrate(sql);
    return sql;
  } catch (error) {
    sql.release();
    throw error;
  }
}

function makeFolder(path: string): void {
  if (path === ":memory:") return;
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new StoreError(`The folder of the store ${path} cannot be made: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

const SIGNATURE = "SQLite format 3\u0000";

function firstBytes(path: string, length: number): Buffer {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** A file that is no database is left alone, whatever it is; one that cannot be written is told before it is needed. */
function refuseUnfit(path: string): void {
  if (path === ":memory:" || !existsSync(path)) return;
  let start: Buffer;
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    start = firstBytes(path, SIGNATURE.length);
  } catch (error) {
    const reason = (error as Error).message;
    throw new StoreError(`The store ${path} cannot be read and written: ${reason}. Give this user the right to.`, {
      cause: error,
    });
  }
  if (start.length > 0 && start.toString("latin1") !== SIGNATURE) {
    throw new StoreError(`The store ${path} ${DAMAGED}.`);
  }
}

/** A database of a newer Actant, or of another program, is left alone. */
function refuseOthers(sql: Connection): void {
  // Both in one statement, so that another process that makes the tables just now is not taken for another program.
  const { version, tables } = sql.get<{ version: number; tables: number }>(
    `SELECT (SELECT user_version FROM pragma_user_version) AS version, (SELECT count(*) FROM sqlite_schema) AS tables`,
  )!;
  if (version > TABLES_VERSION) {
    throw new StoreError(
      `The store ${sql.path} was written by a newer Actant (tables ${version}, this one knows ${TABLES_VERSION}). Update Actant.`,
    );
  }
  if (version === 0 && tables > 0) {
    throw new StoreError(`${sql.path} is a database of something else than Actant. Choose another DATA_DIR.`);
  }
}

/** Makes the tables, unless another process just did. */
function makeTables(sql: Connection): void {
  if (versionOf(sql) !== 0) return;
  sql.execute(TABLES);
  sql.execute(`PRAGMA user_version = ${TABLES_VERSION}`);
}
