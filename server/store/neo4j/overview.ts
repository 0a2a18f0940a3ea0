/** The graph from above. */
import type { EntityId } from "../../../schema/ids.ts";
import type { EntityKind, RelationType } from "../../../schema/ontology.ts";
import { type Conditions, conditionsOf } from "../filter.ts";
import { checkOverview, type OverviewColumns, toOverview } from "../overview.ts";
import { type Community, MOST_OVERVIEW, type Overview, type RelationFilter } from "../port.ts";
import type { Connection, Row } from "./connection.ts";
import { parametersOf, relationPasses, relationSearch, whereAll } from "./where.ts";

/** The entities with most edges that pass, and the heaviest edges among them. */
export async function overview(connection: Connection, filter: RelationFilter, limit: number): Promise<Overview> {
  checkOverview(limit);
  const conditions = conditionsOf(filter);
  const everything = relationPasses(conditions).length === 0;
  const [entities, totals, layout] = await Promise.all([
    everything ? readFirst(connection, limit) : readEnds(connection, conditions, limit),
    everything ? countAll(connection) : countPassing(connection, conditions),
    readLayout(connection),
  ]);
  const column = <Value>(nth: number) => entities.map((row) => row[nth] as Value);
  const id = column<EntityId>(0);
  return toOverview({
    id,
    name: column<string>(1),
    kind: column<EntityKind>(2),
    degree: column<number>(3),
    x: column<number | null>(4),
    y: column<number | null>(5),
    community: column<number | null>(6),
    ...(await readAmong(connection, conditions, id)),
    ...totals,
    ...layout,
  });
}

const COLUMNS = "e.id, e.name, e.kind, e.degree, e.x, e.y, e.community";

const readFirst = (connection: Connection, limit: number): Promise<Row[]> =>
  connection.read(
    `MATCH (e:Entity) WHERE e.rank < 0 AND e.id IS NOT NULL RETURN ${COLUMNS} ORDER BY e.rank, e.id LIMIT $limit`,
    { limit },
  );

function passing(conditions: Conditions): string {
  const { match, where } = relationSearch(conditions);
  return `${match} ${whereAll(where)}`;
}

const ENDS = "UNWIND [startNode(r), endNode(r)] AS e";

const readEnds = (connection: Connection, conditions: Conditions, limit: number): Promise<Row[]> =>
  connection.read(
    `${passing(conditions)} ${ENDS} WITH DISTINCT e ORDER BY e.rank, e.id LIMIT $limit
     RETURN ${COLUMNS} ORDER BY e.rank, e.id`,
    { ...parametersOf(conditions), limit },
  );

type Totals = Pick<OverviewColumns, "totalEntities" | "totalRelations">;

async function countAll(connection: Connection): Promise<Totals> {
  const rows = await connection.read(
    `RETURN COUNT { MATCH (e:Entity) WHERE e.rank < 0 AND e.id IS NOT NULL }, COUNT { ()-[:RELATION]->() }`,
  );
  const [totalEntities, totalRelations] = rows[0] as [number, number];
  return { totalEntities, totalRelations };
}

async function countPassing(connection: Connection, conditions: Conditions): Promise<Totals> {
  const rows = await connection.read(
    `${passing(conditions)} ${ENDS} RETURN count(DISTINCT e), count(DISTINCT r)`,
    parametersOf(conditions),
  );
  const [totalEntities, totalRelations] = rows[0] as [number, number];
  return { totalEntities, totalRelations };
}

/** The edges in lists of many: a record of an edge each takes several times as long to receive. */
const AT_ONCE = 2_000;

/** The heaviest edges that pass among some entities, by the indexes of these. */
async function readAmong(connection: Connection, conditions: Conditions, id: readonly EntityId[]) {
  const rows = await connection.read(
    `${passing(conditions)} WITH r WHERE r.subject IN $among AND r.object IN $among
     WITH r ORDER BY r.weight, r.id LIMIT ${MOST_OVERVIEW.relations}
     WITH collect([r.subject, r.object, r.type, r.assertionCount]) AS found
     UNWIND range(0, size(found) - 1, ${AT_ONCE}) AS start
     WITH found[start..start + ${AT_ONCE}] AS part
     RETURN [edge IN part | edge[0]], [edge IN part | edge[1]], [edge IN part | edge[2]], [edge IN part | edge[3]]`,
    { ...parametersOf(conditions), among: id },
  );
  const column = <Value>(nth: number) => rows.flatMap((row) => row[nth] as Value[]);
  const nth = new Map(id.map((id, i) => [id, i]));
  return {
    subject: column<EntityId>(0).map((end) => nth.get(end)!),
    object: column<EntityId>(1).map((end) => nth.get(end)!),
    type: column<RelationType>(2),
    weight: column<number>(3),
  };
}

async function readLayout(connection: Connection): Promise<Pick<OverviewColumns, "communities" | "layoutVersion">> {
  const rows = await connection.read(
    "MATCH (g:Graph {id: 'actant'}) RETURN g.layoutVersion, g.communityNames, g.communitySizes",
  );
  const [layoutVersion, names, sizes] = rows[0] as [number | null, string[] | null, number[] | null];
  const communities = (names ?? []).map((name, i): [number, Community] => [i, { name, size: sizes![i]! }]);
  return { communities: new Map(communities), layoutVersion: layoutVersion ?? 0 };
}
