/** What lies between two actors: the shortest paths, each hop with a sentence, and the neighbours that they share. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import { ask } from "../data/client.ts";
import { toEntity, toRelation } from "../data/graph.ts";
import { graphql, type RelationFilterInput, type ResultOf } from "../data/graphql.ts";
import { assertionFields, entityFields, relationFields } from "../data/queries.ts";
import type { ViewEntity, ViewRelation } from "../state/graph.ts";

/** The most paths that are shown, and the most edges that one may have. */
export const MOST_PATHS = 10;
export const MOST_HOPS = 6;
/** The most shared neighbours that are looked for. */
export const MOST_SHARED = 50;

const pathsQuery = graphql(
  `
    query PathsBetween($from: ID!, $to: ID!, $hops: Int!, $limit: Int!, $filter: RelationFilter) {
      paths(from: $from, to: $to, maxHops: $hops, limit: $limit, filter: $filter) {
        entities {
          ...EntityFields
        }
        relations {
          ...RelationFields
          assertions(first: 1) {
            nodes {
              ...AssertionFields
              document {
                id
                title
                publisher
                published
              }
            }
          }
        }
        weakest {
          id
        }
      }
    }
  `,
  [entityFields, relationFields, assertionFields],
);

const sharedQuery = graphql(
  `
    query SharedNeighbours($from: ID!, $to: ID!, $limit: Int!, $filter: RelationFilter) {
      paths(from: $from, to: $to, maxHops: 2, limit: $limit, filter: $filter) {
        entities {
          ...EntityFields
        }
      }
    }
  `,
  [entityFields],
);

type RawHop = ResultOf<typeof pathsQuery>["paths"][number]["relations"][number];
export type Sentence = RawHop["assertions"]["nodes"][number];

export interface Hop {
  readonly relation: ViewRelation;
  /** The latest of its sentences; the server may have removed it since. */
  readonly sentence: Sentence | undefined;
  /** Whether it is the hop with the fewest sentences. */
  readonly weakest: boolean;
}

export interface Chain {
  readonly entities: readonly ViewEntity[];
  readonly hops: readonly Hop[];
}

export interface Between {
  readonly from: EntityId;
  readonly to: EntityId;
  /** Shortest first. */
  readonly chains: readonly Chain[];
  readonly shared: readonly ViewEntity[];
}

function chainOf(path: ResultOf<typeof pathsQuery>["paths"][number]): Chain {
  return {
    entities: path.entities.map(toEntity),
    hops: path.relations.map((relation) => ({
      relation: toRelation(relation),
      sentence: relation.assertions.nodes[0],
      weakest: relation.id === path.weakest.id && path.relations.length > 1,
    })),
  };
}

/** Those in the middle of the paths of two hops, each once. */
function middles(paths: ResultOf<typeof sharedQuery>["paths"]): ViewEntity[] {
  const found = paths.filter(({ entities }) => entities.length === 3).map(({ entities }) => toEntity(entities[1]!));
  return [...new Map(found.map((entity) => [entity.id, entity])).values()];
}

/** Asks what lies between two actors over edges that pass the filter. Throws a Failure. */
export async function findBetween(from: EntityId, to: EntityId, filter: RelationFilterInput | null): Promise<Between> {
  const [{ paths }, shared] = await Promise.all([
    ask(pathsQuery, { from, to, hops: MOST_HOPS, limit: MOST_PATHS, filter }),
    ask(sharedQuery, { from, to, limit: MOST_SHARED, filter }),
  ]);
  return { from, to, chains: paths.map(chainOf), shared: middles(shared.paths) };
}

/** The edges of some chains, each once. */
export const edgesOf = (chains: readonly Chain[]): ReadonlyMap<RelationId, ViewRelation> =>
  new Map(chains.flatMap(({ hops }) => hops.map(({ relation }) => [relation.id, relation] as const)));
