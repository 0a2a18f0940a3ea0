/** Looking around for paths. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import { conditionsOf } from "../filter.ts";
import { checkPaths, entitiesAlong, findPaths, type Hop, type Lookout, type Reached } from "../paths.ts";
import type { Path, RelationFilter } from "../port.ts";
import type { Connection } from "./connection.ts";
import { entitiesById } from "./entities.ts";
import type { Sql } from "./keyset.ts";
import { relationsById } from "./relations.ts";
import { LISTED, relationPasses } from "./where.ts";

type Row = number;

export async function paths(
  sql: Connection,
  ends: readonly [from: EntityId, to: EntityId],
  maxHops: number,
  limit: number,
  filter: RelationFilter,
): Promise<Path[]> {
  checkPaths(maxHops, limit);
  const passes = relationPasses(conditionsOf(filter));
  const [from, to] = ends.map((id) => sql.get<{ id: Row }>("SELECT id FROM entity WHERE key = ?", id)?.id);
  if (from === undefined || to === undefined) return [];
  const found = await findPaths(lookoutOver(sql, passes), [from, to], maxHops, limit);
  return found.map((ids) => toPath(sql, ends[0], ids));
}

function toPath(sql: Connection, from: EntityId, ids: readonly RelationId[]): Path {
  const relations = relationsById(sql, ids) as unknown as Path["relations"];
  return { entities: entitiesById(sql, entitiesAlong(from, relations)) as Path["entities"], relations };
}

interface HopRow {
  readonly subject: Row;
  readonly object: Row;
  readonly key: RelationId;
  readonly weight: number;
}

const lookoutOver = (sql: Connection, passes: Sql): Lookout<Row> => ({
  neighbors: async (of, within) => {
    const ends = (near: string, far: string) =>
      `SELECT r.${far} FROM relation r WHERE r.${near} IN ${LISTED} ${within ? `AND r.${far} IN ${LISTED}` : ""}`;
    const lists = [of, ...(within ? [within] : [])].map((list) => JSON.stringify(list));
    return reached(sql, ends, lists, passes);
  },
  touching: async (rows, others) => {
    const ends = (near: string, far: string) =>
      `SELECT r.${near} FROM relation r WHERE r.${near} IN ${LISTED} AND r.${far} IN ${LISTED}`;
    return reached(sql, ends, [JSON.stringify(rows), JSON.stringify(others)], passes);
  },
  hops: async (among) => {
    const list = JSON.stringify(among);
    const rows = sql.all<HopRow>(
      `SELECT subject, object, key, assertion_count AS weight FROM (
         SELECT r.subject, r.object, r.key, r.assertion_count, row_number() OVER (
           PARTITION BY min(r.subject, r.object), max(r.subject, r.object) ORDER BY r.assertion_count DESC, r.key
         ) AS nth
         FROM relation r WHERE +r.object IN ${LISTED} AND r.subject IN ${LISTED} AND ${passes.text}
       ) WHERE nth = 1`,
      [list, list, ...passes.values],
    );
    return rows.map(({ subject, object, key, weight }): Hop<Row> => ({
      ends: [subject, object],
      relation: key,
      weight,
    }));
  },
});

/** The entities at the ends of edges, followed first in their direction and then against it. */
function reached(
  sql: Connection,
  ends: (near: string, far: string) => string,
  lists: readonly string[],
  passes: Sql,
): Reached<Row>[] {
  const either = [ends("subject", "object"), ends("object", "subject")].map((text) => `${text} AND ${passes.text}`);
  const values = [...lists, ...passes.values];
  return sql.all<Reached<Row>>(
    `SELECT e.id AS row, e.degree FROM entity e WHERE e.id IN (${either.join(" UNION ALL ")})`,
    [...values, ...values],
  );
}
