/** All questions put to a store, and the answers that the oracle expects, in one shape that can be compared. */
import type { ReadDocument } from "../../schema/model.ts";
import type { RelationId } from "../../schema/ids.ts";
import { MOST_EVIDENCE, type Overview, type StoreReader } from "../../server/store/port.ts";
import type { Questions } from "./arbitrary.ts";
import { graphOf } from "./oracle.ts";
import { everyRow } from "./snapshot.ts";

/** What an overview shows, places aside: these are the layout's. Every entity has one. */
function fromAbove({ entities, relations, totalEntities, totalRelations, truncated }: Overview) {
  const { id: ids, name: names, kind: kinds, degree: degrees, x, y } = entities;
  if (![...x, ...y].every(Number.isFinite) || x.length !== ids.length || y.length !== ids.length)
    throw new Error("An entity has no place.");
  const edges = relations.subject.map((subject, i) => [
    subject,
    relations.quad[i],
    relations.object[i],
    relations.weight[i],
  ]);
  return { ids, names, kinds, degrees, edges, totalEntities, totalRelations, truncated };
}

/** The first assertions that each edge around some entities came with, and what is cited of their documents. */
async function evidenceOf(store: StoreReader, { of, depth, filter, limit }: Questions) {
  const { relations } = await store.neighborhood(of, depth, filter, limit, MOST_EVIDENCE);
  return relations.map(({ evidence }) => evidence?.nodes);
}

function expectedEvidence(documents: readonly ReadDocument[], graph: ReturnType<typeof graphOf>, id: RelationId) {
  const first = graph.assertions({}).filter(({ relation }) => relation === id);
  return first.slice(0, MOST_EVIDENCE).map((assertion) => {
    const { title, publisher, author, url, published } = documents.find((one) => one.id === assertion.document)!;
    const cited = { id: assertion.document, title, publisher, author, url, published };
    return {
      ...assertion,
      cited: Object.fromEntries(Object.entries(cited).filter(([, value]) => value !== undefined)),
    };
  });
}

/** What a store answers. Every list is read page by page and counted. */
export async function answersOf(store: StoreReader, q: Questions) {
  const surroundings = await store.neighborhood(q.of, q.depth, q.filter, q.limit);
  const counts = await store.neighborCounts(q.of[0]!, q.filter);
  const all = { first: 1000 };
  return {
    relations: await everyRow((page) => store.relations(q.filter, q.order, page), 3),
    relationCount: await (await store.relations(q.filter, q.order, all)).totalCount(),
    assertions: await everyRow((page) => store.assertions(q.filter, page), 3),
    assertionCount: await (await store.assertions(q.filter, all)).totalCount(),
    entities: await everyRow((page) => store.entities({ text: q.words, kinds: q.kinds }, page), 3),
    entityCount: await (await store.entities({ text: q.words, kinds: q.kinds }, all)).totalCount(),
    named: await store.entityByName(q.words),
    sentences: await everyRow((page) => store.sentences(q.words, page), 3),
    sentenceCount: await (await store.sentences(q.words, all)).totalCount(),
    mentions: await everyRow((page) => store.mentions({ entity: q.of[0]! }, page), 3),
    surroundings: surroundings.relations,
    totalSurroundings: await surroundings.totalRelations(),
    evidence: await evidenceOf(store, q),
    truncated: surroundings.truncated,
    paths: (await store.paths(q.of[0]!, q.to, q.maxHops, q.limit, q.filter)).map(({ entities, relations }) => ({
      entities: entities.map(({ id }) => id),
      relations,
    })),
    timeline: await store.timeline(q.filter, q.bin, q.clock),
    facets: await store.facets(q.filter),
    overview: fromAbove(await store.overview(q.filter, q.limit)),
    counts: counts
      .map(({ type, kind, outgoing, ...numbers }) => ({ key: `${type} ${kind} ${outgoing}`, ...numbers }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

/** What a store with these documents has to answer. */
export function expectedAnswers(documents: readonly ReadDocument[], q: Questions) {
  const graph = graphOf(documents);
  const [relations, assertions] = [graph.relations(q.filter, q.order), graph.assertions(q.filter)];
  const [entities, sentences] = [graph.entities({ text: q.words, kinds: q.kinds }), graph.sentences(q.words)];
  const surroundings = graph.neighborhood(q.of, q.depth, q.filter);
  return {
    relations,
    relationCount: relations.length,
    assertions,
    assertionCount: assertions.length,
    entities,
    entityCount: entities.length,
    named: graph.entityByName(q.words.trim()),
    sentences,
    sentenceCount: sentences.length,
    mentions: graph.mentions(q.of[0]!),
    surroundings: surroundings.slice(0, q.limit),
    totalSurroundings: surroundings.length,
    evidence: surroundings.slice(0, q.limit).map(({ id }) => expectedEvidence(documents, graph, id)),
    truncated: surroundings.length > q.limit,
    paths: graph.paths([q.of[0]!, q.to], q.maxHops, q.limit, q.filter),
    timeline: graph.timeline(q.filter, q.bin, q.clock),
    facets: graph.facets(q.filter),
    overview: graph.overview(q.filter, q.limit),
    counts: graph.neighborCounts(q.of[0]!, q.filter).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  };
}
