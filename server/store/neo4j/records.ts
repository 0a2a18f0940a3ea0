/** Views, stories and notes: what analysts keep, one node each. */
import type { Note, StoredRecord, Story, View } from "../../../schema/model.ts";
import type { RecordDraft } from "../port.ts";
import { type RecordColumns, revised, toColumns, toRecord } from "../records.ts";
import type { Ask, Connection, Row } from "./connection.ts";
import { inOrderOf } from "./list.ts";

/** The state of a view is kept beside its body, so that a list of views need not read it. */
const RECORD = "r.id, r.kind, r.about, r.revision, r.createdAt, r.updatedAt, r.body";

function recordOf(row: Row): StoredRecord {
  const [id, kind, about, revision, createdAt, updatedAt, body, state] = row as readonly (string & number)[];
  const columns = { id, kind, about, revision, createdAt, updatedAt, body } as unknown as RecordColumns;
  return { ...toRecord(columns), ...(state == null ? {} : { state }) } as StoredRecord;
}

/** Records in the order of the ids, undefined for what is not there. */
export async function recordsById(
  connection: Connection,
  ids: readonly string[],
): Promise<readonly (StoredRecord | undefined)[]> {
  if (ids.length === 0) return [];
  const rows = await connection.read(`MATCH (r:Record) WHERE r.id IN $ids RETURN ${RECORD}, r.state`, { ids });
  return inOrderOf(ids, rows.map(recordOf), ({ id }) => id);
}

const latestFirst = (connection: Connection, kind: StoredRecord["kind"]) =>
  connection.read(`MATCH (r:Record {kind: $kind}) RETURN ${RECORD} ORDER BY r.updatedAt DESC, r.id`, { kind });

/** All saved views without their state. */
export const views = async (connection: Connection): Promise<readonly Omit<View, "state">[]> =>
  (await latestFirst(connection, "view")).map((row) => recordOf(row) as View);

/** All stories. */
export const stories = async (connection: Connection): Promise<readonly Story[]> =>
  (await latestFirst(connection, "story")).map((row) => recordOf(row) as Story);

/** The notes on these. */
export async function notes(connection: Connection, of: readonly string[]): Promise<readonly Note[]> {
  const rows = await connection.read(
    `MATCH (r:Record) WHERE r.about IN $of RETURN ${RECORD} ORDER BY r.createdAt, r.id`,
    { of },
  );
  return rows.map((row) => recordOf(row) as Note);
}

/** One at a time, so that memory stays flat. */
export async function* records(connection: Connection): AsyncGenerator<StoredRecord> {
  for (let after = ""; ;) {
    const [row] = await connection.read(
      `MATCH (r:Record) WHERE r.id > $after RETURN ${RECORD}, r.state ORDER BY r.id LIMIT 1`,
      { after },
    );
    if (!row) return;
    const record = recordOf(row);
    yield record;
    after = record.id;
  }
}

const COUNT = "MATCH (g:Graph {id: 'actant'}) SET g.recordVersion = coalesce(g.recordVersion, 0) + 1";

async function put(ask: Ask, record: StoredRecord): Promise<void> {
  const state = record.kind === "view" ? record.state : undefined;
  const { id, about, ...columns } = toColumns(record);
  const body = record.kind === "view" ? JSON.stringify({ name: record.name }) : columns.body;
  const properties = { ...columns, id, body, state, about: about ?? undefined };
  await ask("MERGE (r:Record {id: $id}) SET r = $properties", { id, properties });
  await ask(COUNT);
}

/** Keeps a record as it is. */
export const putRecord = (connection: Connection, record: StoredRecord): Promise<void> =>
  connection.write((ask) => put(ask, record));

/** Under the record's lock, so that of two who save at once one is told. */
export function saveRecord(connection: Connection, draft: RecordDraft): Promise<StoredRecord> {
  return connection.write(async (ask) => {
    const { id } = draft;
    if (id !== undefined) await ask("MATCH (r:Record {id: $id}) SET r.changing = true", { id });
    const { rows } = await ask(`MATCH (r:Record {id: $id}) RETURN ${RECORD}, r.state`, { id: id ?? "" });
    const record = revised(draft, rows[0] && recordOf(rows[0]));
    await put(ask, record);
    return record;
  });
}

/** Deletes a record, and the notes on it if it is a view. */
export function deleteRecord(connection: Connection, id: string): Promise<boolean> {
  return connection.write(async (ask) => {
    const { rows } = await ask("MATCH (r:Record {id: $id}) DETACH DELETE r RETURN $id", { id });
    if (rows.length === 0) return false;
    if (id.startsWith("view:")) await ask("MATCH (r:Record) WHERE r.about = $id DETACH DELETE r", { id });
    await ask(COUNT);
    return true;
  });
}
