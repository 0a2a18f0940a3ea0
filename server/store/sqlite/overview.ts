/** The graph from above. Columns come as JSON made by SQLite: a hundred thousand rows as objects take far longer. */
import type { EntityId } from "../../../schema/ids.ts";
import type { EntityKind, RelationType } from "../../../schema/ontology.ts";
import { conditionsOf } from "../filter.ts";
import { checkOverview, type OverviewColumns, toOverview } from "../overview.ts";
import { type Community, MOST_OVERVIEW, type Overview, type RelationFilter } from "../port.ts";
import type { Aside } from "./aside.ts";
import type { Sql } from "./keyset.ts";
import { relationPasses } from "./where.ts";

export async function overview(aside: Aside, filter: RelationFilter, limit: number): Promise<Overview> {
  checkOverview(limit);
  const row = await readColumns(aside, relationPasses(conditionsOf(filter)), limit);
  const rows = listOf<number>(row.row);
  const nth = new Map(rows.map((row, i) => [row, i]));
  const columns: OverviewColumns = {
    id: listOf<EntityId>(row.id),
    name: listOf<string>(row.name),
    kind: listOf<EntityKind>(row.kind),
    degree: listOf<number>(row.degree),
    x: listOf<number | null>(row.x),
    y: listOf<number | null>(row.y),
    community: listOf<number | null>(row.community),
    subject: listOf<number>(row.subject).map((row) => nth.get(row)!),
    object: listOf<number>(row.object).map((row) => nth.get(row)!),
    type: listOf<RelationType>(row.type),
    weight: listOf<number>(row.weight),
    communities: await communitiesOf(aside),
    totalEntities: row.total_entities,
    totalRelations: row.total_relations,
    layoutVersion: row.layout_version,
  };
  return toOverview(columns);
}

const listOf = <Item>(json: string) => JSON.parse(json) as Item[];

type Columns = (typeof ENTITY_COLUMNS)[number] | (typeof RELATION_COLUMNS)[number];

interface ColumnsRow extends Readonly<Record<Columns, string>> {
  readonly total_entities: number;
  readonly total_relations: number;
  readonly layout_version: number;
}

/** Where all edges pass, indexes have the order, and the counter the total. */
const ALL = {
  tables: "",
  relations: "relation r",
  entities: "entity e WHERE e.degree > 0",
  totalEntities: "(SELECT count(*) FROM entity WHERE degree > 0)",
  totalRelations: "(SELECT relations FROM counter)",
};

const SOME = (passes: Sql) => ({
  tables: `passing AS MATERIALIZED (SELECT r.* FROM relation r WHERE ${passes.text}),
    ends AS MATERIALIZED (SELECT subject AS id FROM passing UNION SELECT object FROM passing),`,
  relations: "passing r",
  entities: "ends CROSS JOIN entity e ON e.id = ends.id",
  totalEntities: "(SELECT count(*) FROM ends)",
  totalRelations: "(SELECT count(*) FROM passing)",
});

const ENTITY_COLUMNS = ["row", "id", "name", "kind", "degree", "x", "y", "community"] as const;
const RELATION_COLUMNS = ["subject", "object", "type", "weight"] as const;

const arraysOf = (names: readonly string[]) => names.map((name) => `json_group_array(${name}) AS ${name}`).join(", ");

async function readColumns(aside: Aside, passes: Sql, limit: number): Promise<ColumnsRow> {
  const from = passes.text === "1" ? ALL : SOME(passes);
  const { n } = (await aside.get<{ n: number }>(
    `WITH ${from.tables} one AS (SELECT 1) SELECT ${from.totalEntities} AS n`,
    passes.values,
  ))!;
  // Where all are chosen, no edge need be looked at for its ends. Otherwise the plus keeps to the order of weights.
  const chosen = "(SELECT row FROM chosen)";
  const among = n <= limit ? "1" : `+r.subject IN ${chosen} AND +r.object IN ${chosen}`;
  return (await aside.get<ColumnsRow>(
    `WITH ${from.tables}
     chosen AS MATERIALIZED (
       SELECT e.id AS row, e.key AS id, e.name, e.kind, e.degree, p.x, p.y, p.community
       FROM (SELECT e.* FROM ${from.entities} ORDER BY e.degree DESC, e.key LIMIT ?) e
       LEFT JOIN position p ON p.entity = e.id ORDER BY e.degree DESC, e.key),
     among AS MATERIALIZED (
       SELECT r.subject, r.object, r.type, r.assertion_count AS weight FROM ${from.relations} WHERE ${among}
       ORDER BY r.assertion_count DESC, r.key LIMIT ${MOST_OVERVIEW.relations})
     SELECT ${from.totalEntities} AS total_entities, ${from.totalRelations} AS total_relations,
       (SELECT layout_version FROM counter) AS layout_version, entities.*, relations.*
     FROM (SELECT ${arraysOf(ENTITY_COLUMNS)} FROM chosen) entities
     CROSS JOIN (SELECT ${arraysOf(RELATION_COLUMNS)} FROM among) relations`,
    [...passes.values, limit],
  ))!;
}

interface CommunityRow extends Community {
  readonly id: number;
}

async function communitiesOf(aside: Aside): Promise<ReadonlyMap<number, Community>> {
  const rows = await aside.all<CommunityRow>("SELECT id, name, size FROM community");
  return new Map(rows.map(({ id, name, size }) => [id, { name, size }]));
}
