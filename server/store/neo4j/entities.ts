/** Reading entities: by id, by exact name, by connections. */
import type { EntityId } from "../../../schema/ids.ts";
import type { Entity } from "../../../schema/model.ts";
import type { EntityKind } from "../../../schema/ontology.ts";
import { exactName } from "../name-search.ts";
import type { Page, PageRequest } from "../port.ts";
import type { Connection } from "./connection.ts";
import { searchEntities } from "./entity-search.ts";
import { inOrderOf, readPage } from "./list.ts";
import { ENTITY, toEntity } from "./rows.ts";

/** Entities in the order of the ids, undefined for what is not there. */
export async function entitiesById(
  connection: Connection,
  ids: readonly EntityId[],
): Promise<readonly (Entity | undefined)[]> {
  if (ids.length === 0) return [];
  const rows = await connection.read(`MATCH (e:Entity) WHERE e.id IN $ids RETURN ${ENTITY}`, {
    ids: [...new Set(ids)],
  });
  return inOrderOf(ids, rows.map(toEntity), (entity) => entity.id);
}

/** The entity of this name or alias that has most edges. */
export async function entityByName(connection: Connection, name: string): Promise<Entity | undefined> {
  const rows = await connection.read(
    `MATCH (:Name {exact: $exact})<-[:NAMED]-(e:Entity)
     WITH DISTINCT e ORDER BY e.rank, e.id LIMIT 1 RETURN ${ENTITY}`,
    { exact: exactName(name) },
  );
  return rows[0] && toEntity(rows[0]);
}

/** What entities are asked for by. */
export interface EntityQuery {
  readonly text?: string | undefined;
  readonly kinds?: readonly EntityKind[] | undefined;
}

/** A page of entities: best first where they are searched for by name, otherwise most edges first. */
export async function entities(connection: Connection, query: EntityQuery, page: PageRequest): Promise<Page<Entity>> {
  const { text = "", kinds } = query;
  if (text.trim() !== "") return searchEntities(connection, text, kinds, page);
  return readPage(
    connection,
    {
      name: "entities",
      match: "MATCH (e:Entity)",
      where: kinds ? ["e.kind IN $kinds"] : [],
      parameters: { kinds },
      order: ["e.rank", "e.id"],
      shape: [0, ""],
      walk: ["e.rank <= 0", "e.id IS NOT NULL"],
      columns: ENTITY,
      nodesOf: (rows) => rows.map(toEntity),
    },
    page,
  );
}
