/**
 * What a store must answer, worked out from its documents the slow and obvious way. It is the specification: nothing
 * is kept, every answer is counted anew.
 */
import { assertionId } from "../../schema/digest.ts";
import { dayRange } from "../../schema/edtf.ts";
import { type EntityId, type RelationId, relationId } from "../../schema/ids.ts";
import { sentenceAt } from "../../schema/interchange.ts";
import type { Assertion, Entity, Mention, NonEmpty, ReadDocument, Relation, Sentence } from "../../schema/model.ts";
import { type EntityKind, relationTerm, type Status, STATUSES } from "../../schema/ontology.ts";
import { nameClass } from "../../server/store/name-search.ts";
import type { Clock, RelationFilter, RelationOrder, TimeBin } from "../../server/store/port.ts";
import { holdsWords, searchWords, words } from "../../server/store/words.ts";
import { facetsOf, overviewOf, pathsAmong, timelineOf } from "./oracle-above.ts";

/** By code point. */
export const byText = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
/** Descending, what is unknown last. */
const latestFirst = (a = "", b = "") => byText(b, a);
const distinct = <T>(list: readonly T[]) => [...new Set(list)];

/** The graph of some documents. */
export function graphOf(documents: readonly ReadDocument[]) {
  const sorted = documents.toSorted((a, b) => byText(a.id, b.id));
  const byId = new Map(sorted.map((document) => [document.id as string, document]));
  const assertions = sorted.flatMap(assertionsOf);
  const kinds = new Map(sorted.flatMap(({ entities }) => entities.map(({ id, kind }) => [id, kind] as const)));

  const entities = [...kinds.keys()].map((id) => entityOf(id, sorted, assertions));
  const relations = distinct(assertions.map(({ relation }) => relation)).map((id) =>
    relationOf(assertions.filter(({ relation }) => relation === id)),
  );

  const byPlace = (a: Assertion, b: Assertion) =>
    latestFirst(byId.get(a.document)!.published, byId.get(b.document)!.published) ||
    byText(a.document, b.document) ||
    a.start - b.start ||
    a.end - b.end ||
    byText(a.id, b.id);

  function passing(filter: RelationFilter): Assertion[] {
    const all = assertions.filter((a) => passes(a, byId.get(a.document)!, kinds, filter));
    return all.filter(({ relation }) => {
      const same = all.filter((other) => other.relation === relation);
      const inDocuments = distinct(same.map(({ document }) => document)).length;
      return same.length >= (filter.minAssertions ?? 1) && inDocuments >= (filter.minDocuments ?? 1);
    });
  }

  const relationsPassing = (filter: RelationFilter, order: RelationOrder): Relation[] => {
    const ids = new Set(passing(filter).map(({ relation }) => relation));
    return relations.filter(({ id }) => ids.has(id)).sort((a, b) => ORDERS[order](a, b) || byText(a.id, b.id));
  };

  return {
    entities: (query: { text?: string | undefined; kinds?: readonly EntityKind[] | undefined }): Entity[] =>
      searched(entities, query.text).filter(({ kind }) => query.kinds?.includes(kind) ?? true),
    entityByName: (name: string): Entity | undefined =>
      entities
        .filter((e) => [e.name, ...e.aliases].some((other) => other.toLowerCase() === name.toLowerCase()))
        .sort(byDegree)[0],
    relations: relationsPassing,
    assertions: (filter: RelationFilter): Assertion[] => passing(filter).sort(byPlace),
    paths: (ends: readonly [EntityId, EntityId], maxHops: number, limit: number, filter: RelationFilter) =>
      pathsAmong(relationsPassing(filter, "WEIGHT"), ends, maxHops, limit),
    timeline: (filter: RelationFilter, bin: TimeBin, clock: Clock) => timelineOf(passing(filter), byId, bin, clock),
    facets: (filter: RelationFilter) => facetsOf(passing(filter), entities, byId),
    overview: (filter: RelationFilter, limit: number) =>
      overviewOf(entities.toSorted(byDegree), relationsPassing(filter, "WEIGHT"), limit),
    sentences: (query: string): Sentence[] => {
      const search = searchWords(query);
      return sorted
        .flatMap((d) =>
          d.sentences.map((span) => ({ ...span, document: d.id, text: d.text.slice(span.start, span.end) })),
        )
        .filter(({ text }) => search && holdsWords(words(text), search))
        .sort(
          (a, b) =>
            words(a.text).length - words(b.text).length ||
            latestFirst(byId.get(a.document)!.published, byId.get(b.document)!.published) ||
            byText(a.document, b.document) ||
            a.start - b.start,
        );
    },
    mentions: (of: EntityId): Mention[] => sorted.flatMap((document) => mentionsOf(document, of)),
    neighborhood: (of: readonly EntityId[], depth: number, filter: RelationFilter): Relation[] => {
      const reached = new Set<string>(of.filter((id) => kinds.has(id)));
      const found: Relation[] = [];
      for (let step = 0; step < depth; step += 1) {
        const next = relationsPassing(filter, "WEIGHT").filter(
          (r) => !found.includes(r) && (reached.has(r.subject) || reached.has(r.object)),
        );
        found.push(...next);
        for (const { subject, object } of next) reached.add(subject).add(object);
      }
      return found;
    },
    neighborCounts: (of: EntityId, filter: RelationFilter) => {
      const groups = new Map<string, EntityId[]>();
      for (const { subject, type, object } of relationsPassing(filter, "NAME")) {
        if (subject !== of && object !== of) continue;
        const other = subject === of ? object : subject;
        const outgoing = subject === of || relationTerm(type).symmetric;
        const key = `${type} ${kinds.get(other)} ${outgoing}`;
        groups.set(key, [...(groups.get(key) ?? []), other]);
      }
      return [...groups].map(([key, others]) => ({ key, relations: others.length, entities: distinct(others).length }));
    },
  };
}

const byDegree = (a: Entity, b: Entity) => b.degree - a.degree || byText(a.id, b.id);

function searched(entities: readonly Entity[], text = ""): Entity[] {
  if (text.trim() === "") return entities.toSorted(byDegree);
  const classOf = (e: Entity) =>
    Math.min(
      nameClass(text, e.name, false) ?? Infinity,
      ...e.aliases.map((alias) => nameClass(text, alias, true) ?? Infinity),
    );
  return entities.filter((e) => classOf(e) < Infinity).toSorted((a, b) => classOf(a) - classOf(b) || byDegree(a, b));
}

const ORDERS: Record<RelationOrder, (a: Relation, b: Relation) => number> = {
  WEIGHT: (a, b) => b.assertionCount - a.assertionCount,
  LATEST: (a, b) => latestFirst(a.lastDate, b.lastDate),
  NAME: () => 0,
};

function assertionsOf(document: ReadDocument): Assertion[] {
  return document.assertions.map((a) => {
    const relation = relationId(a.subject, a.type, a.object);
    return {
      ...a,
      id: assertionId(document.id, a.start, a.end, relation, a.extractor),
      relation,
      document: document.id,
      quote: document.text.slice(a.start, a.end),
    };
  });
}

function mentionsOf({ id, text, entities, sentences }: ReadDocument, of: EntityId): Mention[] {
  const mentions = entities.find((entity) => entity.id === of)?.mentions ?? [];
  return mentions.map((m) => ({
    ...m,
    entity: of,
    document: id,
    text: text.slice(m.start, m.end),
    sentence: sentenceAt(sentences, m)!,
  }));
}

function entityOf(id: EntityId, documents: readonly ReadDocument[], assertions: readonly Assertion[]): Entity {
  const told = documents.flatMap(({ entities }) => entities.filter((entity) => entity.id === id));
  const { name, kind } = told[0]!;
  const country = told.find((entity) => entity.country !== undefined)?.country;
  const place = told.find(({ latitude, longitude }) => latitude !== undefined && longitude !== undefined);
  const edges = assertions.filter(({ subject, object }) => subject === id || object === id);
  return {
    id,
    name,
    kind,
    aliases: distinct(told.flatMap(({ aliases }) => aliases)).toSorted(),
    ...(country === undefined ? {} : { country }),
    ...(place === undefined ? {} : { latitude: place.latitude, longitude: place.longitude }),
    degree: distinct(edges.map(({ relation }) => relation)).length,
    mentionCount: told.reduce((sum, { mentions }) => sum + mentions.length, 0),
    documentCount: told.length,
  };
}

function relationOf(assertions: readonly Assertion[]): Relation {
  const { relation, subject, type, object } = assertions[0]!;
  const count = (status: Status) => assertions.filter((a) => a.status === status).length;
  const ranges = assertions.flatMap(({ date }) => dayRange(date) ?? []);
  const firstDate = ranges.map(({ from, to }) => (from ?? to)!).toSorted()[0];
  const lastDate = ranges
    .map(({ from, to }) => (to ?? from)!)
    .toSorted()
    .at(-1);
  return {
    id: relation as RelationId,
    subject,
    type,
    object,
    assertionCount: assertions.length,
    documentCount: distinct(assertions.map(({ document }) => document)).length,
    speakerCount: distinct(assertions.flatMap(({ speaker }) => speaker || [])).length,
    statuses: STATUSES.map((status) => ({ status, count: count(status) })).filter(
      (entry) => entry.count > 0,
    ) as unknown as NonEmpty<{ status: Status; count: number }>,
    ...(firstDate === undefined ? {} : { firstDate, lastDate }),
  };
}

/** Whether an assertion passes every condition but those that count. */
function passes(
  a: Assertion,
  document: ReadDocument,
  kinds: ReadonlyMap<EntityId, EntityKind>,
  f: RelationFilter,
): boolean {
  const ends = [a.subject, a.object];
  const search = f.query === undefined ? undefined : searchWords(f.query);
  return (
    (f.types?.includes(a.type) ?? true) &&
    (f.quads?.includes(relationTerm(a.type).quad) ?? true) &&
    (f.kinds?.some((kind) => ends.some((end) => kinds.get(end) === kind)) ?? true) &&
    (f.entities?.some((id) => ends.includes(id)) ?? true) &&
    (f.of === undefined || ends.includes(f.of)) &&
    (f.relations?.includes(a.relation) ?? true) &&
    (f.statuses?.includes(a.status) ?? true) &&
    (f.speakers?.includes(a.speaker) ?? true) &&
    (f.publishers?.some((publisher) => publisher === document.publisher) ?? true) &&
    (f.documents?.includes(document.id) ?? true) &&
    (f.extractors?.includes(a.extractor) ?? true) &&
    passesDays(a.date, f) &&
    (f.publishedBy === undefined || (document.published !== undefined && document.published <= f.publishedBy)) &&
    (f.publishedSince === undefined || (document.published !== undefined && document.published >= f.publishedSince)) &&
    (f.ingestedBy === undefined || Date.parse(document.ingestedAt!) <= Date.parse(f.ingestedBy)) &&
    a.confidence >= (f.minConfidence ?? 0) &&
    (search === undefined || holdsWords(words(a.quote), search))
  );
}

function passesDays(date: string, { from, to, undated }: RelationFilter): boolean {
  const range = dayRange(date);
  if (from === undefined && to === undefined) return undated === undefined || undated === !range;
  if (!range) return undated === true;
  return (
    (to === undefined || range.from === undefined || range.from <= to) &&
    (from === undefined || range.to === undefined || range.to >= from)
  );
}
