/** What the graph says now of the entities and edges that a view was saved with. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import { ask } from "../data/client.ts";
import { toEntity, toRelation } from "../data/graph.ts";
import { graphql } from "../data/graphql.ts";
import { edgesQuery, entityFields } from "../data/queries.ts";
import type { Portion } from "../state/graph.ts";
import type { Snapshot } from "../state/snapshot.ts";

/** As many edges as one page has, and as many entities as one neighbourhood may be asked for. */
const EDGES_AT_ONCE = 1_000;
const ENTITIES_AT_ONCE = 100;

const entitiesQuery = graphql(
  `
    query SavedEntities($ids: [ID!]!) {
      neighborhood(of: $ids, limit: 1) {
        entities {
          ...EntityFields
        }
      }
    }
  `,
  [entityFields],
);

const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

async function edgesOf(all: readonly RelationId[]) {
  const answers = await Promise.all(
    inParts(all, EDGES_AT_ONCE).map((ids) => ask(edgesQuery, { filter: { relations: ids }, first: EDGES_AT_ONCE })),
  );
  return answers.flatMap(({ relations }) => relations.nodes);
}

async function entitiesOf(all: readonly EntityId[]) {
  const answers = await Promise.all(inParts(all, ENTITIES_AT_ONCE).map((ids) => ask(entitiesQuery, { ids })));
  const wanted = new Set(all);
  return answers.flatMap(({ neighborhood }) => neighborhood.entities.map(toEntity)).filter(({ id }) => wanted.has(id));
}

/** What is left of a snapshot. Throws a Failure if the server does not answer. */
export async function portionOf({ entities, relations }: Snapshot): Promise<Portion> {
  const edges = await edgesOf(relations);
  const ends = edges.flatMap(({ subject, object }) => [toEntity(subject), toEntity(object)]);
  const known = new Set(ends.map(({ id }) => id));
  const others = await entitiesOf(entities.filter((id) => !known.has(id)));
  return { entities: [...ends, ...others], relations: edges.map(toRelation) };
}
