/** The server's answers as the state knows them: branded ids, statuses as in the model, ends by id. */
import type { DocumentId, EntityId, RelationId } from "../../../schema/ids.ts";
import type { NonEmpty } from "../../../schema/model.ts";
import type { Status } from "../../../schema/ontology.ts";
import type { ViewEntity, ViewRelation } from "../state/graph.ts";
import type { Answer } from "../state/view.ts";
import { ask } from "./client.ts";
import type { ResultOf } from "./graphql.ts";
import {
  connectedQuery,
  edgesQuery,
  type entityFields,
  neighborhoodQuery,
  type relationFields,
  relationQuery,
  totalQuery,
} from "./queries.ts";

type RawEntity = ResultOf<typeof entityFields>;
type RawRelation = ResultOf<typeof relationFields>;

/** How many edges a question about surroundings brings at most; what a canvas can bear and an eye can read. */
export const EDGE_LIMIT = 400;
const START_ACTORS = 5;

export const toStatus = (status: string): Status => status.toLowerCase() as Status;

export const toEntity = (raw: RawEntity): ViewEntity => ({
  ...raw,
  id: raw.id as EntityId,
  country: raw.country ?? undefined,
  latitude: raw.latitude ?? undefined,
  longitude: raw.longitude ?? undefined,
});

export const toRelation = (raw: RawRelation): ViewRelation => ({
  ...raw,
  id: raw.id as RelationId,
  subject: raw.subject.id as EntityId,
  object: raw.object.id as EntityId,
  statuses: raw.statuses.map(({ status, count }) => ({ status: toStatus(status), count })) as unknown as NonEmpty<{
    status: Status;
    count: number;
  }>,
  firstDate: raw.firstDate ?? undefined,
  lastDate: raw.lastDate ?? undefined,
});

/** What surrounds some entities; `types` narrows the edges. */
export async function neighborhoodOf(
  focus: readonly EntityId[],
  limit: number = EDGE_LIMIT,
  types?: readonly ViewRelation["type"][],
): Promise<Answer> {
  const filter = types ? { types: [...types] } : null;
  const { neighborhood } = await ask(neighborhoodQuery, { of: [...focus], limit, filter });
  return {
    focus,
    entities: neighborhood.entities.map(toEntity),
    relations: neighborhood.relations.map(toRelation),
    around: neighborhood.totalRelations,
  };
}

/** The most entities that one question about surroundings may name. */
const CENTRES = 100;
const AMONG_LIMIT = 1_000;

/** The edges that have both ends among some entities, and those entities. */
export async function edgesAmong(ids: readonly EntityId[]): Promise<Answer> {
  const held = new Set(ids);
  const parts = Array.from({ length: Math.ceil(ids.length / CENTRES) }, (_, i) =>
    neighborhoodOf(ids.slice(i * CENTRES, (i + 1) * CENTRES), AMONG_LIMIT),
  );
  const answers = await Promise.all(parts);
  return {
    entities: answers.flatMap(({ entities }) => entities).filter(({ id }) => held.has(id)),
    relations: answers.flatMap(({ relations }) => relations).filter((r) => held.has(r.subject) && held.has(r.object)),
  };
}

/** An answer with the edges that its entities have among themselves and with others, as far as a canvas bears them. */
export async function withEdgesAmong(answer: Answer, others: readonly EntityId[] = []): Promise<Answer> {
  const known = new Set(answer.relations.map(({ id }) => id));
  const room = EDGE_LIMIT - known.size;
  const asked = answer.entities.toSorted((a, b) => b.degree - a.degree).slice(0, CENTRES);
  if (room <= 0 || asked.length < 2) return answer;
  const held = new Set([...answer.entities.map(({ id }) => id), ...others]);
  const { relations } = await neighborhoodOf(
    asked.map(({ id }) => id),
    AMONG_LIMIT,
  );
  const among = relations.filter(({ id, subject, object }) => !known.has(id) && held.has(subject) && held.has(object));
  return { ...answer, relations: [...answer.relations, ...among.slice(0, room)] };
}

/** How many edges surround some entities, all told. */
export async function totalAround(focus: readonly EntityId[]): Promise<number> {
  return (await ask(totalQuery, { of: [...focus] })).neighborhood.totalRelations;
}

/** The edges that some documents assert. */
export async function edgesOfDocuments(documents: readonly DocumentId[]): Promise<Answer> {
  const { relations } = await ask(edgesQuery, { filter: { documents: [...documents] }, first: EDGE_LIMIT });
  return {
    documents,
    entities: relations.nodes.flatMap(({ subject, object }) => [toEntity(subject), toEntity(object)]),
    relations: relations.nodes.map(toRelation),
    unbrought: relations.totalCount - relations.nodes.length,
  };
}

/** One edge with its ends, or undefined if there is none by this id. */
export async function edgeById(id: RelationId): Promise<Answer | undefined> {
  const { relation } = await ask(relationQuery, { id });
  if (!relation) return undefined;
  return {
    entities: [toEntity(relation.subject), toEntity(relation.object)],
    relations: [toRelation(relation)],
  };
}

/** A first view for who has not asked yet: the heaviest edges around the most connected, as many as there is room for. */
export async function startingView(edges: number): Promise<Answer> {
  const { entities } = await ask(connectedQuery, { first: START_ACTORS });
  const focus = entities.nodes.map(({ id }) => id as EntityId);
  return focus.length === 0 ? { entities: [], relations: [] } : neighborhoodOf(focus, edges);
}
