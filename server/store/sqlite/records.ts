/** Views, stories and notes: what analysts keep. */
import type { Note, StoredRecord, Story, View } from "../../../schema/model.ts";
import type { RecordDraft } from "../port.ts";
import { type RecordColumns, revised, toColumns, toRecord } from "../records.ts";
import type { Connection } from "./connection.ts";
import { inOrderOf } from "./list.ts";
import { LISTED } from "./where.ts";

const columns = (body: string) =>
  `SELECT id, kind, about, revision, created_at AS createdAt, updated_at AS updatedAt, ${body} AS body FROM record`;
const RECORD = columns("body");

export function recordsById(sql: Connection, ids: readonly string[]): (StoredRecord | undefined)[] {
  const rows = sql.all<RecordColumns>(`${RECORD} WHERE id IN ${LISTED}`, JSON.stringify(ids));
  return inOrderOf(ids, rows, ({ id }) => id).map((row) => row && toRecord(row));
}

const LATEST_FIRST = "WHERE kind = ? ORDER BY updated_at DESC, id";

export const views = (sql: Connection): Omit<View, "state">[] =>
  sql
    .all<RecordColumns>(`${columns("json_remove(body, '$.state')")} ${LATEST_FIRST}`, "view")
    .map((row) => toRecord(row) as View);

export const stories = (sql: Connection): Story[] =>
  sql.all<RecordColumns>(`${RECORD} ${LATEST_FIRST}`, "story").map((row) => toRecord(row) as Story);

export const notes = (sql: Connection, of: readonly string[]): Note[] =>
  sql
    .all<RecordColumns>(`${RECORD} WHERE about IN ${LISTED} ORDER BY +created_at, id`, JSON.stringify(of))
    .map((row) => toRecord(row) as Note);

/** One at a time, so that memory stays flat and others may write meanwhile. */
export async function* records(sql: Connection): AsyncGenerator<StoredRecord> {
  for (let after = ""; ;) {
    const row = sql.get<RecordColumns>(`${RECORD} WHERE id > ? ORDER BY id LIMIT 1`, after);
    if (!row) return;
    yield toRecord(row);
    after = row.id;
  }
}

const count = (sql: Connection) => sql.run("UPDATE counter SET record_version = record_version + 1");

/** Keeps a record as it is. */
export function putRecord(sql: Connection, record: StoredRecord): void {
  const { id, kind, about, revision, createdAt, updatedAt, body } = toColumns(record);
  sql.run(
    `INSERT OR REPLACE INTO record (id, kind, about, revision, created_at, updated_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, kind, about, revision, createdAt, updatedAt, body],
  );
  count(sql);
}

/** Inside a transaction, so that of two who save at once one is told. */
export function saveRecord(sql: Connection, draft: RecordDraft): StoredRecord {
  const record = revised(draft, draft.id === undefined ? undefined : recordsById(sql, [draft.id])[0]);
  putRecord(sql, record);
  return record;
}

export function deleteRecord(sql: Connection, id: string): boolean {
  if (!sql.get("DELETE FROM record WHERE id = ? RETURNING id", id)) return false;
  if (id.startsWith("view:")) sql.run("DELETE FROM record WHERE about = ?", id);
  count(sql);
  return true;
}
