/** Writing the entities of a document. */
import type { EntityId } from "../../../schema/ids.ts";
import type { DocumentEntity, ReadDocument } from "../../../schema/model.ts";
import type { Connection } from "./connection.ts";
import { addNames } from "./names.ts";

/** The rows of a document's entities, and how many of them the graph did not have. */
export interface AddedEntities {
  readonly rows: ReadonlyMap<EntityId, number>;
  readonly added: number;
}

/** Adds the entities of a document, and keeps what it tells of each. */
export function addEntities(sql: Connection, document: number, { entities }: ReadDocument): AddedEntities {
  const rows = new Map<EntityId, number>();
  let added = 0;
  entities.forEach((entity, place) => {
    const { id, document_count } = addEntity(sql, document, entity);
    rows.set(entity.id, id);
    if (document_count === 1) added += 1;
    const { aliases, country = null, latitude = null, longitude = null } = entity;
    sql.run(
      `INSERT INTO appearance (document, place, entity, aliases, country, latitude, longitude)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [document, place, id, JSON.stringify(aliases), country, latitude, longitude],
    );
    addNames(sql, id, entity.name, aliases);
  });
  return { rows, added };
}

function addEntity(sql: Connection, document: number, entity: DocumentEntity) {
  const { id: key, kind, name, country = null, latitude = null, longitude = null, mentions } = entity;
  const countryFrom = country === null ? null : document;
  const placeFrom = latitude === null || longitude === null ? null : document;
  const [lat, long] = placeFrom === null ? [null, null] : [latitude, longitude];
  return sql.get<{ id: number; document_count: number }>(
    `INSERT INTO entity (key, kind, name, country, country_from, latitude, longitude, place_from,
       mention_count, document_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (key) DO UPDATE SET
       mention_count = mention_count + excluded.mention_count, document_count = document_count + 1,
       country = iif(excluded.country_from < ifnull(country_from, 1e15), excluded.country, country),
       country_from = iif(excluded.country_from < ifnull(country_from, 1e15), excluded.country_from, country_from),
       latitude = iif(excluded.place_from < ifnull(place_from, 1e15), excluded.latitude, latitude),
       longitude = iif(excluded.place_from < ifnull(place_from, 1e15), excluded.longitude, longitude),
       place_from = iif(excluded.place_from < ifnull(place_from, 1e15), excluded.place_from, place_from)
     RETURNING id, document_count`,
    [key, kind, name, country, countryFrom, lat, long, placeFrom, mentions.length],
  )!;
}
