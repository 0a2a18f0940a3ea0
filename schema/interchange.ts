/**
 * The one interchange format: a document with its sentences, entities, mentions and assertions, as one line of JSON.
 * `extract` writes it, `seed` reads it, `/export/documents.jsonl` streams it. What is not verbatim is refused here.
 */
import { z } from "zod";
import { assertionId, documentId } from "./digest.ts";
import { isDay, isEdtf } from "./edtf.ts";
import { canonicalName, type EntityId, entityId, orderEnds, relationId } from "./ids.ts";
import type { DocumentAssertion, DocumentEntity, ReadDocument, Span } from "./model.ts";
import { ENTITY_KINDS, mayJoin, RELATION_TYPES, STATUSES } from "./ontology.ts";

const offset = z.number().int().nonnegative();
const span = z.object({ start: offset, end: offset });
const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((s) => s.isWellFormed() && !s.includes("\u0000"), "has a NUL character or half of a surrogate pair");

const entity = z.object({
  id: z.string().min(1),
  name: line(300),
  kind: z.enum(ENTITY_KINDS),
  aliases: z.array(line(300)).default([]),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "is not an ISO 3166-1 alpha-2 code")
    .optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  mentions: z.array(span).default([]),
});

const assertion = z.object({
  subject: z.string(),
  type: z.enum(RELATION_TYPES),
  object: z.string(),
  start: offset,
  end: offset,
  quote: z.string().optional(),
  trigger: z.array(span).default([]),
  subjectMention: span.optional(),
  objectMention: span.optional(),
  status: z.enum(STATUSES).default("actual"),
  speaker: line(1000).default(""),
  date: z
    .string()
    .refine((d) => d === "" || isEdtf(d), "is not an EDTF date")
    .default(""),
  confidence: z.number().min(0).max(1).default(1),
  extractor: line(100).min(1).default("import"),
});

const document = z.object({
  source: line(1000).default(""),
  text: z.string().min(1),
  title: line(1000).default(""),
  publisher: line(300).optional(),
  author: line(300).optional(),
  url: line(2000).optional(),
  published: z.string().refine(isDay, "is not a day, YYYY-MM-DD").optional(),
  language: line(35).default("en"),
  ingestedAt: z.iso.datetime().optional(),
  entities: z.array(entity).default([]),
  sentences: z.array(span),
  assertions: z.array(assertion).default([]),
});

type RawDocument = z.infer<typeof document>;
type RawEntity = z.infer<typeof entity>;
type RawAssertion = z.infer<typeof assertion>;

/** A document that breaks the format or an invariant; the message says where and why. */
export class InterchangeError extends Error {
  override readonly name = "InterchangeError";
}

function ensure(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InterchangeError(message);
}

const inside = (inner: Span, outer: Span) =>
  outer.start <= inner.start && inner.start < inner.end && inner.end <= outer.end;
const byStart = (a: Span, b: Span) => a.start - b.start || a.end - b.end;
const show = ({ start, end }: Span) => `${start}–${end}`;

/** Reads one line of the format. Throws an InterchangeError that a person can act on. */
export function parseDocument(json: string): ReadDocument {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new InterchangeError(`is not JSON: ${(error as Error).message}`);
  }
  const parsed = document.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InterchangeError(`${issue?.path.join(".") || "document"}: ${issue?.message ?? "is not valid"}`);
  }
  return checkDocument(parsed.data);
}

/** Writes one line of the format, without its line end. */
export const formatDocument = (document: ReadDocument): string => JSON.stringify(document);

/** Why a text cannot be kept as it is, or undefined if it can. */
export function textProblem(text: string): string | undefined {
  if (text.trim() === "") return "is empty";
  if (text.includes("\u0000")) return "has a NUL character, so it is not text";
  if (!text.isWellFormed()) return "has half of a surrogate pair, which no encoding can carry";
  return undefined;
}

function checkDocument(raw: RawDocument): ReadDocument {
  const problem = textProblem(raw.text);
  ensure(!problem, `text ${problem}`);
  const { text } = raw;
  const whole = { start: 0, end: text.length };
  const sentences = raw.sentences.toSorted(byStart);
  sentences.forEach((s, i) => {
    ensure(inside(s, whole), `sentence ${show(s)} is not a part of the text`);
    ensure(i === 0 || sentences[i - 1]!.end <= s.start, `sentence ${show(s)} overlaps the one before it`);
  });
  const ids = new Map<string, DocumentEntity>();
  for (const e of raw.entities) {
    ensure(!ids.has(e.id), `entity ${e.id} is there twice`);
    ids.set(e.id, checkEntity(e, sentences));
  }
  const entities = [...ids.values()];
  ensure(new Set(entities.map((e) => e.id)).size === entities.length, "two entities have the same kind and name");
  const id = documentId(text);
  const seen = new Set<string>();
  const assertions = raw.assertions.map((a, i) => {
    const checked = checkAssertion(a, `assertion ${i + 1}`, text, sentences, ids);
    const relation = relationId(checked.subject, checked.type, checked.object);
    const key = assertionId(id, checked.start, checked.end, relation, checked.extractor);
    ensure(!seen.has(key), `assertion ${i + 1} is there twice`);
    seen.add(key);
    return checked;
  });
  return { ...raw, id, sentences, entities, assertions };
}

function checkEntity(raw: RawEntity, sentences: readonly Span[]): DocumentEntity {
  const { name } = raw;
  ensure(
    name !== "" && name === canonicalName(name),
    `entity ${raw.id}: the name is empty or has stray spaces or control characters`,
  );
  const mentions = raw.mentions.toSorted(byStart);
  for (const m of mentions)
    ensure(sentenceAt(sentences, m), `entity ${raw.id}: mention ${show(m)} is not inside one sentence`);
  const aliases = [...new Set(raw.aliases.filter((alias) => alias !== name))].toSorted();
  return { ...raw, id: entityId(raw.kind, name), aliases, mentions };
}

function checkAssertion(
  { quote, ...raw }: RawAssertion,
  where: string,
  text: string,
  sentences: readonly Span[],
  ids: ReadonlyMap<string, DocumentEntity>,
): DocumentAssertion {
  const from = ids.get(raw.subject);
  const to = ids.get(raw.object);
  ensure(from, `${where}: its subject ${raw.subject} is not among the entities`);
  ensure(to, `${where}: its object ${raw.object} is not among the entities`);
  ensure(from !== to, `${where}: its subject and object are the same entity`);
  ensure(mayJoin(raw.type, from.kind, to.kind), `${where}: ${raw.type} does not join ${from.kind} to ${to.kind}`);
  const sentence = sentenceAt(sentences, raw);
  ensure(sentence, `${where}: ${show(raw)} is not inside one sentence`);
  ensure(
    quote === undefined || quote === text.slice(raw.start, raw.end),
    `${where}: its quote is not the text at ${show(raw)}`,
  );
  for (const t of raw.trigger)
    ensure(inside(t, { start: 0, end: text.length }), `${where}: trigger ${show(t)} is not a part of the text`);
  const held = (m: Span | undefined, e: DocumentEntity) =>
    !m || e.mentions.some((n) => n.start === m.start && n.end === m.end);
  ensure(held(raw.subjectMention, from), `${where}: its subject mention is not a mention of ${from.name}`);
  ensure(held(raw.objectMention, to), `${where}: its object mention is not a mention of ${to.name}`);
  return inOrder({ ...raw, subject: from.id, object: to.id });
}

/** Puts the ends of a symmetric assertion into the order in which the edge is kept, with their mentions. */
export function inOrder(assertion: DocumentAssertion): DocumentAssertion {
  const [subject, object] = orderEnds<EntityId>(assertion.type, assertion.subject, assertion.object);
  if (subject === assertion.subject) return assertion;
  const { subjectMention, objectMention, ...rest } = assertion;
  return { ...rest, subject, object, subjectMention: objectMention, objectMention: subjectMention };
}

/** The sentence that holds a span whole, by binary search; sentences are sorted and do not overlap. */
export function sentenceAt(sentences: readonly Span[], { start, end }: Span): Span | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle]!;
    if (start < sentence.start) high = middle - 1;
    else if (start >= sentence.end) low = middle + 1;
    else return start < end && end <= sentence.end ? sentence : undefined;
  }
  return undefined;
}
