/** What a file holds of a document's entities and edges before it is written or taken back, read all at once. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import { type Status, STATUSES } from "../../../schema/ontology.ts";
import type { Edge } from "../edges.ts";
import type { Connection } from "./connection.ts";
import { LISTED } from "./where.ts";

/** An edge with its row. */
export interface KnownEdge {
  readonly row: number;
  readonly edge: Edge;
}

type EdgeParts = readonly [
  key: RelationId,
  row: number,
  documentCount: number,
  speakers: Readonly<Record<string, number>>,
  firstDate: string,
  lastDate: string,
  ...statuses: number[],
];

const EDGES = `SELECT json_group_array(json_array(key, id, document_count, json(speakers), first_date, last_date,
  ${STATUSES.join(", ")})) AS rows FROM relation WHERE key IN ${LISTED}`;

function toKnownEdge([id, row, documentCount, speakers, firstDate, lastDate, ...counts]: EdgeParts): KnownEdge {
  const [subject, type, object] = id.split("~") as [Edge["subject"], Edge["type"], Edge["object"]];
  const statuses = Object.fromEntries(STATUSES.map((status, i) => [status, counts[i]!])) as Record<Status, number>;
  const edge: Edge = {
    id,
    subject,
    type,
    object,
    documentCount,
    statuses,
    speakers: new Map(Object.entries(speakers)),
    firstDate: firstDate || undefined,
    lastDate: lastDate || undefined,
  };
  return { row, edge };
}

/** One text is read much sooner than rows of columns. */
function readRows<Parts>(sql: Connection, query: string, keys: readonly string[]): Parts[] {
  return JSON.parse(sql.get<{ rows: string }>(query, JSON.stringify(keys))!.rows) as Parts[];
}

/** The edges of these ids that are there. */
export function knownEdges(sql: Connection, ids: readonly RelationId[]): ReadonlyMap<RelationId, KnownEdge> {
  return new Map(readRows<EdgeParts>(sql, EDGES, ids).map((parts) => [parts[0], toKnownEdge(parts)]));
}

/** An entity with its row; `…From` is the row of the document that told its country or place. */
export interface KnownEntity {
  readonly row: number;
  readonly countryFrom: number | null;
  readonly placeFrom: number | null;
  readonly aliases: readonly string[];
}

type EntityParts = readonly [EntityId, number, number | null, number | null, string[]];

const ENTITIES = `SELECT json_group_array(json_array(key, id, country_from, place_from, json(aliases))) AS rows
  FROM entity WHERE key IN ${LISTED}`;

/** The entities of these ids that are there. */
export function knownEntities(sql: Connection, ids: readonly EntityId[]): ReadonlyMap<EntityId, KnownEntity> {
  return new Map(
    readRows<EntityParts>(sql, ENTITIES, ids).map(([id, row, countryFrom, placeFrom, aliases]) => [
      id,
      { row, countryFrom, placeFrom, aliases },
    ]),
  );
}
