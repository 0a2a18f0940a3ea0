/** Rows of tables as objects of the model. */
import type { AssertionId, DocumentId, EntityId, RelationId } from "../../../schema/ids.ts";
import type { Assertion, Entity, NonEmpty, Relation, Span, StoredDocument } from "../../../schema/model.ts";
import { type EntityKind, type RelationType, type Status, STATUSES } from "../../../schema/ontology.ts";

export const ENTITY = `SELECT e.id AS row, e.key, e.kind, e.name, e.country, e.latitude, e.longitude, e.degree,
  e.mention_count, e.document_count, e.aliases`;

export interface EntityRow {
  readonly row: number;
  readonly key: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly degree: number;
  readonly mention_count: number;
  readonly document_count: number;
  readonly aliases: string;
}

/** The optional fields that are there. */
function present<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== "")) as never;
}

export const toEntity = (row: EntityRow): Entity => ({
  id: row.key,
  name: row.name,
  kind: row.kind,
  aliases: (JSON.parse(row.aliases) as string[]).sort(),
  ...present({ country: row.country, latitude: row.latitude, longitude: row.longitude }),
  degree: row.degree,
  mentionCount: row.mention_count,
  documentCount: row.document_count,
});

export const RELATION = `SELECT r.id AS row, r.key, s.key AS subject, r.type, o.key AS object, r.assertion_count,
  r.document_count, r.speaker_count, r.actual, r.future, r.hypothetical, r.negated, r.first_date, r.last_date`;
export const RELATION_ENDS = "JOIN entity s ON s.id = r.subject JOIN entity o ON o.id = r.object";

export interface RelationRow extends Readonly<Record<Status, number>> {
  readonly row: number;
  readonly key: RelationId;
  readonly subject: EntityId;
  readonly type: RelationType;
  readonly object: EntityId;
  readonly assertion_count: number;
  readonly document_count: number;
  readonly speaker_count: number;
  readonly first_date: string;
  readonly last_date: string;
}

export const toRelation = (row: RelationRow): Relation => ({
  id: row.key,
  subject: row.subject,
  type: row.type,
  object: row.object,
  assertionCount: row.assertion_count,
  documentCount: row.document_count,
  speakerCount: row.speaker_count,
  statuses: STATUSES.map((status) => ({ status, count: row[status] })).filter(
    ({ count }) => count > 0,
  ) as unknown as NonEmpty<{ status: Status; count: number }>,
  ...present({ firstDate: row.first_date, lastDate: row.last_date }),
});

export const ASSERTION = `SELECT a.relation AS relation_row, lower(hex(a.key)) AS hash, r.key AS relation,
  d.key AS document, a.document AS document_row, a.passage, a.published, s.key AS subject, r.type, o.key AS object,
  a.start, a.end, a.trigger, a.subject_mention, a.object_mention, a.status, p.name AS speaker, a.date, a.confidence,
  x.name AS extractor`;
/** `CROSS JOIN` keeps the order: what comes before leads, these are looked up. */
export const ASSERTION_JOINS = `CROSS JOIN document d ON d.id = a.document CROSS JOIN entity s ON s.id = r.subject
  CROSS JOIN entity o ON o.id = r.object CROSS JOIN extractor x ON x.id = a.extractor
  LEFT JOIN speaker p ON p.id = a.speaker`;

export interface AssertionRow extends Span {
  readonly relation_row: number;
  readonly hash: string;
  readonly relation: RelationId;
  readonly document: DocumentId;
  readonly document_row: number;
  readonly passage: number;
  readonly published: string;
  readonly subject: EntityId;
  readonly type: RelationType;
  readonly object: EntityId;
  readonly trigger: string;
  readonly subject_mention: string | null;
  readonly object_mention: string | null;
  readonly status: Status;
  readonly speaker: string | null;
  readonly date: string;
  readonly confidence: number;
  readonly extractor: string;
}

const toSpan = ([start, end]: readonly [number, number]): Span => ({ start, end });
const spanIn = (text: string | null) => (text === null ? null : toSpan(JSON.parse(text) as [number, number]));

/** The parts of an assertion that its document gave. */
export const toDocumentAssertion = (row: Omit<AssertionRow, "hash" | "relation" | "document">) => ({
  subject: row.subject,
  type: row.type,
  object: row.object,
  start: row.start,
  end: row.end,
  trigger: (JSON.parse(row.trigger) as [number, number][]).map(toSpan),
  ...present({ subjectMention: spanIn(row.subject_mention), objectMention: spanIn(row.object_mention) }),
  status: row.status,
  speaker: row.speaker ?? "",
  date: row.date,
  confidence: row.confidence,
  extractor: row.extractor,
});

export const toAssertion = (row: AssertionRow, quote: string): Assertion => ({
  id: `assertion:${row.hash}` as AssertionId,
  relation: row.relation,
  document: row.document,
  ...toDocumentAssertion(row),
  quote,
});

export const DOCUMENT = `SELECT d.id AS row, d.key, d.source, d.title, p.name AS publisher, d.author, d.url,
  d.published, d.language, d.ingested_at, d.entity_count, d.relation_count
  FROM document d LEFT JOIN publisher p ON p.id = d.publisher`;

export interface DocumentRow {
  readonly row: number;
  readonly key: DocumentId;
  readonly source: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published: string;
  readonly language: string;
  readonly ingested_at: string;
  readonly entity_count: number;
  readonly relation_count: number;
}

/** The parts of a document that it was given with. */
export const toProvenance = (row: DocumentRow) => ({
  id: row.key,
  source: row.source,
  title: row.title,
  ...given({ publisher: row.publisher, author: row.author, url: row.url }),
  ...present({ published: row.published }),
  language: row.language,
  ingestedAt: row.ingested_at,
});

/** An empty publisher was given, and is kept as it was. */
function given<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as never;
}

export const toDocument = (row: DocumentRow): StoredDocument => ({
  ...toProvenance(row),
  entityCount: row.entity_count,
  relationCount: row.relation_count,
});
