/** What is laid out, and where it was put. */
import type { EntityId } from "../../../schema/ids.ts";
import { type Layout, type LayoutInput, MOST_LAID_OUT, type Versions } from "../port.ts";
import type { Connection } from "./connection.ts";

export const versions = (sql: Connection): Versions => {
  const { version, layout, record } = sql.get<{ version: number; layout: number; record: number }>(
    "SELECT version, layout_version AS layout, record_version AS record FROM counter",
  )!;
  return { version, layoutVersion: layout, recordVersion: record };
};

const ENTITY_COLUMNS = ["row", "id", "name", "degree", "x", "y"] as const;
const RELATION_COLUMNS = ["subject", "object", "weight"] as const;

/** Columns of a table as JSON arrays: far quicker to read than rows. */
const arrays = (names: readonly string[]) => names.map((name) => `json_group_array(${name}) AS ${name}`).join(", ");

export function layoutInput(sql: Connection): LayoutInput {
  const before = versions(sql);
  const entities = sql.get<Record<(typeof ENTITY_COLUMNS)[number], string>>(
    `SELECT ${arrays(ENTITY_COLUMNS)} FROM (
       SELECT e.id AS row, e.key AS id, e.name, e.degree, p.x, p.y FROM entity e LEFT JOIN position p ON p.entity = e.id
       WHERE e.degree > 0 ORDER BY e.degree DESC, e.key LIMIT ${MOST_LAID_OUT.entities})`,
  )!;
  const relations = sql.get<Record<(typeof RELATION_COLUMNS)[number], string>>(
    `SELECT ${arrays(RELATION_COLUMNS)} FROM (
       SELECT subject, object, assertion_count AS weight FROM relation
       ORDER BY assertion_count DESC, key LIMIT ${MOST_LAID_OUT.relations})`,
  )!;
  const list = <Item>(json: string) => JSON.parse(json) as Item[];
  const nth = new Map(list<number>(entities.row).map((row, i) => [row, i]));
  const [subjects, objects] = [list<number>(relations.subject), list<number>(relations.object)];
  const among = [...subjects.keys()].filter((i) => nth.has(subjects[i]!) && nth.has(objects[i]!));
  const weights = list<number>(relations.weight);
  return {
    ...before,
    id: list<EntityId>(entities.id),
    name: list<string>(entities.name),
    degree: list<number>(entities.degree),
    x: list<number | null>(entities.x),
    y: list<number | null>(entities.y),
    subject: among.map((i) => nth.get(subjects[i]!)!),
    object: among.map((i) => nth.get(objects[i]!)!),
    weight: among.map((i) => weights[i]!),
  };
}

/** Inside a transaction. Entities that went meanwhile are passed over. */
export function writeLayout(sql: Connection, { version, id, x, y, community, communities }: Layout): boolean {
  if (versions(sql).layoutVersion >= version) return false;
  sql.run(
    `INSERT INTO position (entity, x, y, community)
     SELECT e.id, j.value ->> 1, j.value ->> 2, j.value ->> 3 FROM json_each(?) j CROSS JOIN entity e ON e.key = j.value ->> 0
     WHERE true ON CONFLICT (entity) DO UPDATE SET x = excluded.x, y = excluded.y, community = excluded.community`,
    JSON.stringify(id.map((id, i) => [id, x[i], y[i], community[i]])),
  );
  sql.run("DELETE FROM community");
  sql.run(
    "INSERT INTO community (id, name, size) SELECT key, value ->> 0, value ->> 1 FROM json_each(?)",
    JSON.stringify(communities.map(({ name, size }) => [name, size])),
  );
  sql.run("UPDATE counter SET layout_version = ?", version);
  return true;
}
