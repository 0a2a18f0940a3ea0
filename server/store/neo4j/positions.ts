/** What is laid out, and where it was put: `x`, `y` and `community` of entities. */
import type { EntityId } from "../../../schema/ids.ts";
import { type Layout, type LayoutInput, MOST_LAID_OUT, type Versions } from "../port.ts";
import type { Connection } from "./connection.ts";
import { inBatches } from "./write.ts";

/** The versions of what changes by itself. */
export async function versions(connection: Connection): Promise<Versions> {
  const [row] = await connection.read(
    "MATCH (g:Graph {id: 'actant'}) RETURN g.version, coalesce(g.layoutVersion, 0), coalesce(g.recordVersion, 0)",
  );
  const [version, layoutVersion, recordVersion] = row as [number, number, number];
  return { version, layoutVersion, recordVersion };
}

/** The graph as it is laid out. */
export async function layoutInput(connection: Connection): Promise<LayoutInput> {
  const before = await versions(connection);
  const entities = await connection.read(
    `MATCH (e:Entity) WHERE e.rank < 0 AND e.id IS NOT NULL
     RETURN e.id, e.name, e.degree, e.x, e.y ORDER BY e.rank, e.id LIMIT ${MOST_LAID_OUT.entities}`,
  );
  const relations = await connection.read(
    `MATCH ()-[r:RELATION]->() WHERE r.weight < 0 AND r.id IS NOT NULL
     RETURN r.subject, r.object, r.assertionCount ORDER BY r.weight, r.id LIMIT ${MOST_LAID_OUT.relations}`,
  );
  const nth = new Map(entities.map(([id], i) => [id, i]));
  const among = relations.filter(([subject, object]) => nth.has(subject) && nth.has(object));
  return {
    ...before,
    id: entities.map(([id]) => id as EntityId),
    name: entities.map(([, name]) => name as string),
    degree: entities.map(([, , degree]) => degree as number),
    x: entities.map(([, , , x]) => x as number | null),
    y: entities.map(([, , , , y]) => y as number | null),
    subject: among.map(([subject]) => nth.get(subject)!),
    object: among.map(([, object]) => nth.get(object)!),
    weight: among.map(([, , weight]) => weight as number),
  };
}

/**
 * Keeps a layout. Entities are locked in the order of their ids, as writers of documents do, a thousand at a time, so
 * that these need not wait long; the graph's own node, with the version, comes last.
 */
export async function writeLayout(connection: Connection, layout: Layout): Promise<boolean> {
  const { version, id, x, y, community, communities } = layout;
  if ((await versions(connection)).layoutVersion >= version) return false;
  const rows = id.map((id, i) => ({ id, x: x[i], y: y[i], community: community[i] }));
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const some of inBatches(rows))
    await connection.write((ask) =>
      ask(
        `UNWIND $rows AS row MATCH (e:Entity {id: row.id})
         SET e.x = toFloat(row.x), e.y = toFloat(row.y), e.community = row.community`,
        { rows: some },
      ),
    );
  const { rows: kept } = await connection.write((ask) =>
    ask(
      `MATCH (g:Graph {id: 'actant'}) WHERE coalesce(g.layoutVersion, 0) < $version
       SET g.layoutVersion = $version, g.communityNames = $names, g.communitySizes = $sizes RETURN g.id`,
      { version, names: communities.map(({ name }) => name), sizes: communities.map(({ size }) => size) },
    ),
  );
  return kept.length > 0;
}
