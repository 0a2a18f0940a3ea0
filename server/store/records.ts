/** Views, stories and notes as both adapters keep them. */
import { recordId } from "../../schema/ids.ts";
import type { StoredRecord } from "../../schema/model.ts";
import { ConflictError, type RecordDraft } from "./port.ts";

/** The record that a draft makes of what is there. Throws a ConflictError where it builds on something else. */
export function revised(draft: RecordDraft, current: StoredRecord | undefined): StoredRecord {
  const now = new Date().toISOString();
  if (draft.id === undefined) {
    const times = { revision: 1, createdAt: now, updatedAt: now };
    return { ...draft, id: recordId[draft.kind](), ...times } as StoredRecord;
  }
  if (current?.revision !== draft.revision) throw new ConflictError(draft.id, current);
  // A clock that goes backward must not make a change older than what it changed.
  const updatedAt = now > current.updatedAt ? now : current.updatedAt;
  return { ...draft, revision: draft.revision + 1, createdAt: current.createdAt, updatedAt } as StoredRecord;
}

/** What a record is found by, as columns; `body` is the rest as JSON. */
export interface RecordColumns {
  readonly id: string;
  readonly kind: StoredRecord["kind"];
  readonly about: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly body: string;
}

/** A record as columns. */
export function toColumns({ id, kind, revision, createdAt, updatedAt, ...rest }: StoredRecord): RecordColumns {
  const about = "of" in rest ? rest.of : null;
  return { id, kind, about, revision, createdAt, updatedAt, body: JSON.stringify(rest) };
}

/** Columns as a record. */
export const toRecord = ({ id, kind, revision, createdAt, updatedAt, body }: RecordColumns): StoredRecord =>
  ({ ...(JSON.parse(body) as object), id, kind, revision, createdAt, updatedAt }) as StoredRecord;
