/** Bringing a file of an older Actant to the tables of this one. */
import { existsSync } from "node:fs";
import { StoreError } from "../port.ts";
import type { Connection } from "./connection.ts";
import { MIGRATIONS, TABLES_VERSION } from "./tables.ts";

export const versionOf = (sql: Connection) => sql.get<{ user_version: number }>("PRAGMA user_version")!.user_version;

/** Copies the file beside itself, then changes its tables in one transaction; nothing where they are those of today. */
export function migrate(sql: Connection): void {
  const version = versionOf(sql);
  if (version >= TABLES_VERSION || version === 0) return;
  copyBeside(sql, version);
  sql.transaction(() => {
    // Another process may have done it meanwhile.
    for (let from = versionOf(sql); from < TABLES_VERSION; from += 1) {
      sql.execute(MIGRATIONS[from]!);
      sql.execute(`PRAGMA user_version = ${from + 1}`);
    }
  });
}

/** A copy that can be moved back: `actant.db.tables-1.2026-02-09T08-00-00.000Z`. */
function copyBeside(sql: Connection, version: number): void {
  if (sql.path === ":memory:") return;
  const copy = `${sql.path}.tables-${version}.${new Date().toISOString().replaceAll(":", "-")}`;
  try {
    sql.run("VACUUM INTO ?", copy);
  } catch (error) {
    const made = existsSync(copy) ? ` Remove what there is of the copy, ${copy}.` : "";
    throw new StoreError(
      `The store ${sql.path} is of an older Actant and must be copied before it is changed, which failed: ` +
        `${(error as Error).message} Nothing was changed.${made} Make room beside it, and start again.`,
      { cause: error },
    );
  }
}
