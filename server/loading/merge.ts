/** A document read anew, with what others than the machine had found in it. */
import { assertionId } from "../../schema/digest.ts";
import { type EntityId, relationId } from "../../schema/ids.ts";
import type { DocumentAssertion, DocumentEntity, ReadDocument, Span } from "../../schema/model.ts";

const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end;
const byStart = (a: Span, b: Span) => a.start - b.start || a.end - b.end;

/** Sentences that a kept quote runs over become one, since a quote stands in one sentence. */
function aroundQuotes(sentences: readonly Span[], quotes: readonly Span[]): Span[] {
  const spans = [...sentences, ...quotes].toSorted(byStart);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && meet(last, span)) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

/** An entity with the mentions that kept assertions point at, beside those that were found anew. */
function withMentions(entity: DocumentEntity, wanted: readonly Span[]): DocumentEntity {
  const mentions = [...entity.mentions];
  for (const mention of wanted) if (!mentions.some((other) => meet(other, mention))) mentions.push(mention);
  return { ...entity, mentions: mentions.toSorted(byStart) };
}

function mentionsOf(id: EntityId, kept: readonly DocumentAssertion[]): Span[] {
  return kept.flatMap(({ subject, object, subjectMention, objectMention }) => [
    ...(subject === id && subjectMention ? [subjectMention] : []),
    ...(object === id && objectMention ? [objectMention] : []),
  ]);
}

/** A mention stays where its entity still has it. */
function heldMentions(
  assertion: DocumentAssertion,
  entities: ReadonlyMap<EntityId, DocumentEntity>,
): DocumentAssertion {
  const held = (id: EntityId, mention: Span | undefined) =>
    mention && entities.get(id)!.mentions.some((other) => same(other, mention)) ? mention : undefined;
  const { subject, object, subjectMention, objectMention } = assertion;
  return { ...assertion, subjectMention: held(subject, subjectMention), objectMention: held(object, objectMention) };
}

/** The key under which a store keeps an assertion. */
export const keyOf = (document: Pick<ReadDocument, "id">, a: DocumentAssertion) =>
  assertionId(document.id, a.start, a.end, relationId(a.subject, a.type, a.object), a.extractor);

/** Joins a new reading with the assertions of the old one that `isKept` keeps, and with what these need. */
export function withKept(
  before: ReadDocument,
  after: ReadDocument,
  isKept: (assertion: DocumentAssertion) => boolean,
): ReadDocument {
  const kept = before.assertions.filter(isKept);
  const ingestedAt = before.ingestedAt;
  if (kept.length === 0) return { ...after, ingestedAt };
  const ends = new Set(kept.flatMap(({ subject, object }) => [subject, object]));
  const found = new Map(after.entities.map((entity) => [entity.id, entity]));
  for (const entity of before.entities)
    if (ends.has(entity.id) && !found.has(entity.id)) found.set(entity.id, { ...entity, mentions: [] });
  const entities = new Map([...found].map(([id, entity]) => [id, withMentions(entity, mentionsOf(id, kept))]));
  const keys = new Set(kept.map((assertion) => keyOf(before, assertion)));
  const fresh = after.assertions.filter((assertion) => !keys.has(keyOf(after, assertion)));
  return {
    ...after,
    ingestedAt,
    sentences: aroundQuotes(after.sentences, kept),
    entities: [...entities.values()],
    assertions: [...fresh, ...kept.map((assertion) => heldMentions(assertion, entities))].toSorted(byStart),
  };
}
