/** Writing the entities of a document. */
import type { EntityId } from "../../../schema/ids.ts";
import type { DocumentEntity, ReadDocument } from "../../../schema/model.ts";
import type { Connection, Value } from "./connection.ts";
import { knownEntities, type KnownEntity } from "./known.ts";
import { addAlias, addName } from "./names.ts";

/** The rows of a document's entities, and how many of them the graph did not have. */
export interface AddedEntities {
  readonly rows: ReadonlyMap<EntityId, number>;
  readonly added: number;
}

/** Adds the entities of a document, with the edges that each gains, and keeps what the document tells of each. */
export function addEntities(
  sql: Connection,
  document: number,
  { entities }: ReadDocument,
  degrees: ReadonlyMap<EntityId, number>,
): AddedEntities {
  const known = knownEntities(
    sql,
    entities.map(({ id }) => id),
  );
  const rows = new Map<EntityId, number>();
  for (const [place, entity] of entities.entries()) {
    const before = known.get(entity.id);
    const degree = degrees.get(entity.id) ?? 0;
    const row = before ? updateEntity(sql, document, entity, before, degree) : addEntity(sql, document, entity, degree);
    rows.set(entity.id, row);
    addAppearance(sql, document, place, entity, row);
  }
  return { rows, added: entities.length - known.size };
}

function addAppearance(sql: Connection, document: number, place: number, entity: DocumentEntity, row: number): void {
  const { aliases, country = null, latitude = null, longitude = null } = entity;
  sql.run(
    `INSERT INTO appearance (document, place, entity, aliases, country, latitude, longitude)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [document, place, row, JSON.stringify(aliases), country, latitude, longitude],
  );
}

const isLocated = ({ latitude, longitude }: DocumentEntity) => latitude !== undefined && longitude !== undefined;

function addEntity(sql: Connection, document: number, entity: DocumentEntity, degree: number): number {
  const { id, kind, name, aliases, country, latitude, longitude, mentions } = entity;
  const place = isLocated(entity) ? [latitude!, longitude!, document] : [null, null, null];
  const row = sql.run(
    `INSERT INTO entity (key, kind, name, country, country_from, latitude, longitude, place_from,
       degree, mention_count, document_count, aliases) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
    [id, kind, name, country ?? null, country === undefined ? null : document, ...place],
    [degree, mentions.length, JSON.stringify(aliases)],
  );
  addName(sql, row, name, 0);
  for (const alias of aliases) addName(sql, row, alias, 1);
  return row;
}

/** Sets only what changes, since each column that is set costs the indexes that it is in. */
function updateEntity(
  sql: Connection,
  document: number,
  entity: DocumentEntity,
  { row, countryFrom, placeFrom, aliases }: KnownEntity,
  degree: number,
): number {
  const set = ["mention_count = mention_count + ?", "document_count = document_count + 1"];
  const values: Value[] = [entity.mentions.length];
  const also = (text: string, ...more: Value[]) => (set.push(text), values.push(...more));
  if (degree > 0) also("degree = degree + ?", degree);
  // Of the documents that tell, the one with the smallest id decides.
  if (entity.country !== undefined && document < (countryFrom ?? Infinity))
    also("country = ?, country_from = ?", entity.country, document);
  if (isLocated(entity) && document < (placeFrom ?? Infinity))
    also("latitude = ?, longitude = ?, place_from = ?", entity.latitude!, entity.longitude!, document);
  const added = entity.aliases.filter((alias) => addAlias(sql, row, alias));
  if (added.length > 0) also("aliases = ?", JSON.stringify([...aliases, ...added]));
  sql.run(`UPDATE entity SET ${set.join(", ")} WHERE id = ?`, values, row);
  return row;
}
