/** What is read of each thing, as columns, and the columns as objects of the model. */
import type { AssertionId, DocumentId, EntityId, RelationId } from "../../../schema/ids.ts";
import type { Assertion, Entity, NonEmpty, Relation, Span, StoredDocument } from "../../../schema/model.ts";
import { type EntityKind, type RelationType, type Status, STATUSES } from "../../../schema/ontology.ts";
import type { Row } from "./connection.ts";

/** The fields that are there. */
export function present<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as never;
}

/** Spans as Neo4j keeps them: a flat list of starts and ends. */
export const fromSpans = (spans: readonly Span[]): number[] => spans.flatMap(({ start, end }) => [start, end]);

/** A flat list of starts and ends as spans. */
export const toSpans = (offsets: readonly number[]): Span[] =>
  Array.from({ length: offsets.length / 2 }, (_, i) => ({ start: offsets[2 * i]!, end: offsets[2 * i + 1]! }));

export const ENTITY =
  "e.id, e.name, e.kind, e.aliases, e.country, e.latitude, e.longitude, e.degree, e.mentionCount, e.documentCount";

type EntityColumns = readonly [
  id: EntityId,
  name: string,
  kind: EntityKind,
  aliases: readonly string[],
  country: string | null,
  latitude: number | null,
  longitude: number | null,
  degree: number,
  mentionCount: number,
  documentCount: number,
];

export function toEntity(row: Row): Entity {
  const [id, name, kind, aliases, country, latitude, longitude, degree, mentionCount, documentCount] =
    row as unknown as EntityColumns;
  const where = present({ country, latitude, longitude });
  return { id, name, kind, aliases: aliases.toSorted(), ...where, degree, mentionCount, documentCount };
}

export const RELATION = `r.id, r.subject, r.type, r.object, r.assertionCount, r.documentCount, r.speakerCount,
  ${STATUSES.map((status) => `r.${status}`).join(", ")}, r.firstDate, r.lastDate`;

type RelationColumns = readonly [
  id: RelationId,
  subject: EntityId,
  type: RelationType,
  object: EntityId,
  assertionCount: number,
  documentCount: number,
  speakerCount: number,
  ...rest: unknown[],
];

export function toRelation(row: Row): Relation {
  const [id, subject, type, object, assertionCount, documentCount, speakerCount, ...rest] =
    row as unknown as RelationColumns;
  const counts = rest as number[];
  const [firstDate, lastDate] = rest.slice(STATUSES.length) as (string | null)[];
  const statuses = STATUSES.map((status, i) => ({ status, count: counts[i]! })).filter(({ count }) => count > 0);
  return {
    id,
    subject,
    type,
    object,
    assertionCount,
    documentCount,
    speakerCount,
    statuses: statuses as unknown as NonEmpty<{ status: Status; count: number }>,
    ...present({ firstDate, lastDate }),
  };
}

/** The parts of an assertion that its document gave. */
export const GIVEN_ASSERTION = `a.subject, a.type, a.object, a.start, a.end, a.trigger, a.subjectMention,
  a.objectMention, a.status, a.speaker, a.date, a.confidence, a.extractor`;
export const ASSERTION = `a.id, a.relation, a.document, ${GIVEN_ASSERTION}`;

type GivenColumns = readonly [
  subject: EntityId,
  type: RelationType,
  object: EntityId,
  start: number,
  end: number,
  trigger: readonly number[],
  subjectMention: readonly number[] | null,
  objectMention: readonly number[] | null,
  status: Status,
  speaker: string,
  date: string,
  confidence: number,
  extractor: string,
];

export function toGivenAssertion(row: Row) {
  const [subject, type, object, start, end, trigger, from, to, status, speaker, date, confidence, extractor] =
    row as unknown as GivenColumns;
  const [subjectMention, objectMention] = [from && toSpans(from)[0], to && toSpans(to)[0]];
  const mentions = present({ subjectMention, objectMention });
  const said = { status, speaker, date, confidence, extractor };
  return { subject, type, object, start, end, trigger: toSpans(trigger), ...mentions, ...said };
}

export function toAssertion(row: Row, quote: string): Assertion {
  const [id, relation, document, ...given] = row as [AssertionId, RelationId, DocumentId, ...unknown[]];
  return { id, relation, document, ...toGivenAssertion(given), quote };
}

/** The parts of a document that it was given with. */
export const PROVENANCE =
  "d.id, d.source, d.title, d.publisher, d.author, d.url, d.published, d.language, d.ingestedAt";
export const DOCUMENT = `${PROVENANCE}, d.entityCount, d.relationCount`;

type ProvenanceColumns = readonly [
  id: DocumentId,
  source: string,
  title: string,
  publisher: string | null,
  author: string | null,
  url: string | null,
  published: string | null,
  language: string,
  ingestedAt: string,
  ...rest: unknown[],
];

export function toProvenance(row: Row) {
  const [id, source, title, publisher, author, url, published, language, ingestedAt] =
    row as unknown as ProvenanceColumns;
  return { id, source, title, ...present({ publisher, author, url, published }), language, ingestedAt };
}

export function toDocument(row: Row): StoredDocument {
  const [entityCount, relationCount] = row.slice(-2) as [number, number];
  return { ...toProvenance(row), entityCount, relationCount };
}
