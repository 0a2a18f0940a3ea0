/**
 * The first assertions of an edge as lists of values, with what is cited of their documents: the shape in which they
 * are kept beside an edge, or joined to it, so that surroundings and their evidence are read as one text. Pure.
 */
import type { AssertionId, DocumentId, EntityId, RelationId } from "../../schema/ids.ts";
import type { ReadDocument, Relation, Span } from "../../schema/model.ts";
import type { RelationType, Status } from "../../schema/ontology.ts";
import { encodeCursor } from "./cursor.ts";
import type { Citation, CitedAssertion, Evidence } from "./port.ts";
import type { RelationTally, TalliedAssertion } from "./tally.ts";

type Offsets = readonly [start: number, end: number];

/** What tells the order of assertions: always there. */
type Place = readonly [
  id: AssertionId,
  document: DocumentId,
  start: number,
  end: number,
  /** Empty where unknown. */
  published: string,
];

/** One assertion. One that is too long to be kept with an edge has its place only. */
export type Kept =
  | Place
  | readonly [
      ...Place,
      quote: string,
      status: Status,
      speaker: string,
      date: string,
      confidence: number,
      extractor: string,
      trigger: readonly Offsets[],
      subjectMention: Offsets | null,
      objectMention: Offsets | null,
      title: string,
      publisher: string | null,
      author: string | null,
      url: string | null,
    ];

/** In UTF-16 code units of JSON; quotes of sane sentences are far below. */
export const LONGEST_KEPT = 4_000;

const compare = <Value extends string | number>(a: Value, b: Value) => (a < b ? -1 : a > b ? 1 : 0);

/** Latest publication first (unknown last), then by document, place in its text, and id. */
export const inOrder = ([id, document, start, end, published]: Kept, [...other]: Kept): number =>
  compare(other[4], published) ||
  compare(document, other[1]) ||
  start - other[2] ||
  end - other[3] ||
  compare(id, other[0]);

const offsets = (span: Span | undefined): Offsets | null => (span ? [span.start, span.end] : null);

function keep(document: ReadDocument, { id, assertion, quote }: TalliedAssertion): Kept {
  const { start, end, trigger, subjectMention, objectMention, status, speaker, date, confidence, extractor } =
    assertion;
  const { title, publisher = null, author = null, url = null } = document;
  const place: Place = [id, document.id, start, end, document.published ?? ""];
  const kept: Kept = [
    ...place,
    ...([quote, status, speaker, date, confidence, extractor] as const),
    trigger.map((span) => offsets(span)!),
    ...([offsets(subjectMention), offsets(objectMention), title, publisher, author, url] as const),
  ];
  return shortened(kept);
}

/** What is too long to be kept with an edge leaves its place. */
export function shortened(kept: Kept): Kept {
  const [id, document, start, end, published] = kept;
  return JSON.stringify(kept).length > LONGEST_KEPT ? [id, document, start, end, published] : kept;
}

/** The first of these and of what a document asserts of the edge. */
export function withEvidence(
  kept: readonly Kept[],
  document: ReadDocument,
  { assertions }: RelationTally,
  most: number,
): readonly Kept[] {
  return [...kept, ...assertions.map((one) => keep(document, one))].sort(inOrder).slice(0, most);
}

const toSpan = ([start, end]: Offsets): Span => ({ start, end });

/** An assertion as it was kept; undefined where it was too long. */
export function toCited({ id: relation, subject, type, object }: Relation, kept: Kept): CitedAssertion | undefined {
  if (kept.length === 5) return undefined;
  const [id, document, start, end, published, quote, status, speaker, date, confidence, extractor, ...rest] = kept;
  const [trigger, subjectMention, objectMention, title, publisher, author, url] = rest;
  const cited: Citation = { id: document, title };
  const optional: Record<string, string> = cited as never;
  if (publisher !== null) optional["publisher"] = publisher;
  if (author !== null) optional["author"] = author;
  if (url !== null) optional["url"] = url;
  if (published !== "") optional["published"] = published;
  const ends: { subject: EntityId; type: RelationType; object: EntityId; relation: RelationId } = {
    subject,
    type,
    object,
    relation,
  };
  return {
    id,
    document,
    ...ends,
    start,
    end,
    trigger: trigger.map(toSpan),
    ...(subjectMention && { subjectMention: toSpan(subjectMention) }),
    ...(objectMention && { objectMention: toSpan(objectMention) }),
    status,
    speaker,
    date,
    confidence,
    extractor,
    quote,
    cited,
  };
}

/** What a cursor after an assertion holds. */
type KeyOf = (kept: Kept) => readonly (string | number)[];

/** The assertions that an edge came with; undefined where one was too long to come along. */
export function toEvidence(relation: Relation, kept: readonly Kept[], keyOf: KeyOf): Evidence | undefined {
  const nodes: CitedAssertion[] = [];
  for (const one of kept) {
    const assertion = toCited(relation, one);
    if (!assertion) return undefined;
    nodes.push(assertion);
  }
  const cursorOf = (nth: number) => encodeCursor(`assertions of ${relation.id}`, keyOf(kept[nth]!));
  return { nodes, cursorOf };
}
