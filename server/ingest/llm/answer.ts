/** What a model answered, checked word by word against the sentences. What does not hold is refused, never mended. */
import { z } from "zod";
import { assertionId } from "../../../schema/digest.ts";
import { canonicalName, type EntityId, entityId, relationId } from "../../../schema/ids.ts";
import { inOrder } from "../../../schema/interchange.ts";
import type { DocumentAssertion, DocumentEntity, ReadDocument, Span } from "../../../schema/model.ts";
import { ENTITY_KINDS, type EntityKind, mayJoin, RELATION_TYPES, STATUSES } from "../../../schema/ontology.ts";

const entry = z.object({
  sentence: z.number().int().positive(),
  head: z.string().min(1).max(300),
  headKind: z.enum(ENTITY_KINDS).optional(),
  type: z.enum(RELATION_TYPES),
  tail: z.string().min(1).max(300),
  tailKind: z.enum(ENTITY_KINDS).optional(),
  trigger: z.string().min(1).max(300),
  status: z.enum(STATUSES),
});
type Entry = z.infer<typeof entry>;

/** A list of anything: each entry is judged by itself. */
const answer = z.object({ relations: z.array(z.unknown()).max(2_000) });

/** Why an entry was refused. */
export const REFUSALS = ["form", "sentence", "verbatim", "ontology", "repeated"] as const;
export type Refusal = (typeof REFUSALS)[number];

/** An answer that is none: it is asked for again. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
}

/** The entries of an answer. Throws an AnswerError where it is not JSON of the form that was asked for. */
export function parseAnswer(content: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new AnswerError("was not JSON");
  }
  const parsed = answer.safeParse(value);
  if (!parsed.success) throw new AnswerError("had not the form that was asked for");
  return parsed.data.relations;
}

/** How sure a model's edge is taken to be; no model says so itself in a way that means anything. */
const CONFIDENCE = 0.5;

interface End {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly mention: Span;
}

const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
const isWordPart = (character: string) => /[\p{L}\p{N}]/u.test(character);

/** Every place of words in a sentence that begins and ends with a word. */
function* placesOf(words: string, text: string, { start, end }: Span): Generator<Span> {
  for (let at = text.indexOf(words, start); at >= 0 && at + words.length <= end; at = text.indexOf(words, at + 1)) {
    const cuts = (i: number) => i > start && i < end && isWordPart(text[i - 1]!) && isWordPart(text[i]!);
    if (!cuts(at) && !cuts(at + words.length)) yield { start: at, end: at + words.length };
  }
}

/** Gathers what holds of the answers for one document. */
export class Gathering {
  readonly #document: ReadDocument;
  readonly #extractor: string;
  readonly #entities: Map<EntityId, DocumentEntity>;
  readonly #keys = new Set<string>();
  readonly assertions: DocumentAssertion[] = [];
  readonly refused: Record<Refusal, number> = { form: 0, sentence: 0, verbatim: 0, ontology: 0, repeated: 0 };

  constructor(document: ReadDocument, extractor: string) {
    this.#document = document;
    this.#extractor = extractor;
    this.#entities = new Map(document.entities.map((entity) => [entity.id, entity]));
  }

  /** The entities of the document, with those that only the model found. */
  get entities(): readonly DocumentEntity[] {
    return [...this.#entities.values()];
  }

  /** Takes one entry about sentences `from` to `to`, or counts why not. */
  take(value: unknown, from: number, to: number): void {
    const parsed = entry.safeParse(value);
    const refusal = parsed.success ? this.#judge(parsed.data, from, to) : "form";
    if (refusal) this.refused[refusal] += 1;
  }

  #judge(entry: Entry, from: number, to: number): Refusal | undefined {
    const { text, sentences, id } = this.#document;
    const sentence = entry.sentence > from && entry.sentence <= to ? sentences[entry.sentence - 1] : undefined;
    if (!sentence) return "sentence";
    const [trigger] = placesOf(entry.trigger, text, sentence);
    const head = this.#end(entry.head, entry.headKind, sentence);
    const tail = this.#end(entry.tail, entry.tailKind, sentence);
    if (!trigger || !head || !tail) return "verbatim";
    if (head.id === tail.id || meet(head.mention, tail.mention) || !mayJoin(entry.type, head.kind, tail.kind))
      return "ontology";
    const key = assertionId(
      id,
      sentence.start,
      sentence.end,
      relationId(head.id, entry.type, tail.id),
      this.#extractor,
    );
    if (this.#keys.has(key)) return "repeated";
    this.#keys.add(key);
    this.#keep(head, entry.head);
    this.#keep(tail, entry.tail);
    const ends = { subject: head.id, object: tail.id, subjectMention: head.mention, objectMention: tail.mention };
    const said = { status: entry.status, speaker: "", date: "", confidence: CONFIDENCE, extractor: this.#extractor };
    this.assertions.push(inOrder({ ...sentence, ...ends, type: entry.type, trigger: [trigger], ...said }));
    return undefined;
  }

  /** The entity that a name in a sentence means: a known one's mention, or a new one where nobody known is named. */
  #end(words: string, kind: EntityKind | undefined, sentence: Span): End | undefined {
    for (const place of placesOf(words, this.#document.text, sentence)) {
      const known = this.#at(place);
      if (known === "other") continue;
      if (known) return { id: known.id, kind: known.kind, mention: place };
      const name = canonicalName(words);
      if (kind && name !== "") return { id: entityId(kind, name), kind, mention: place };
    }
    return undefined;
  }

  /** Who is named in exactly this place, or whether somebody is named in a part of it. */
  #at(place: Span): DocumentEntity | "other" | undefined {
    let touched = false;
    for (const entity of this.#entities.values()) {
      for (const mention of entity.mentions) {
        if (mention.start === place.start && mention.end === place.end) return entity;
        touched ||= meet(mention, place);
      }
    }
    return touched ? "other" : undefined;
  }

  #keep({ id, kind, mention }: End, words: string): void {
    const entity = this.#entities.get(id) ?? { id, kind, name: canonicalName(words), aliases: [], mentions: [] };
    const isThere = entity.mentions.some(({ start }) => start === mention.start);
    const mentions = isThere ? entity.mentions : [...entity.mentions, mention].toSorted((a, b) => a.start - b.start);
    this.#entities.set(id, { ...entity, mentions });
  }
}
