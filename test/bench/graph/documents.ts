/** The documents that assert a graph, as ingest would hand them on. */
import { documentId } from "../../../schema/digest.ts";
import { entityId } from "../../../schema/ids.ts";
import { inOrder } from "../../../schema/interchange.ts";
import type { DocumentAssertion, DocumentEntity, ReadDocument, Span } from "../../../schema/model.ts";
import { RELATION_TYPES } from "../../../schema/ontology.ts";
import { type Edges, kindOfEntity, makeEdges } from "./edges.ts";
import { type Random, random } from "./random.ts";

/** Sentences of a document; each asserts one edge. */
const SENTENCES = 40;
const SYLLABLES = [
  "ka",
  "ro",
  "mi",
  "tan",
  "sel",
  "dar",
  "vo",
  "lin",
  "esh",
  "ur",
  "qa",
  "bel",
  "nor",
  "im",
  "za",
  "thu",
];
const STATUSES = ["actual", "actual", "actual", "actual", "future", "hypothetical", "negated"] as const;
const TAILS = [
  "according to officials who were not named",
  "after weeks of talks behind closed doors",
  "as the ministry had announced before",
  "two witnesses told reporters at the scene",
  "in what observers called a turning point",
];

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

/** The name of an entity: its number in syllables, so that all differ and share words as real names do. */
export function nameOf(index: number): string {
  const [a, b, c, d] = [index & 15, (index >> 4) & 15, (index >> 8) & 15, (index >> 12) & 15];
  const first = SYLLABLES[a]! + SYLLABLES[b]! + SYLLABLES[(a + c) & 15]!;
  const last = SYLLABLES[c]! + SYLLABLES[d]! + (index >> 16 > 0 ? SYLLABLES[(index >> 16) & 15]! : "");
  return `${capital(first)} ${capital(last)} ${kindOfEntity(index).toLowerCase()}`;
}

/** The id of an entity. */
export const idOf = (index: number) => entityId(kindOfEntity(index), nameOf(index));

const day = (chance: Random) =>
  `202${3 + chance.below(3)}-${String(1 + chance.below(12)).padStart(2, "0")}-${String(1 + chance.below(28)).padStart(2, "0")}`;

/** A document as it grows, sentence by sentence. */
class Draft {
  text = "";
  readonly sentences: Span[] = [];
  readonly assertions: DocumentAssertion[] = [];
  readonly #mentions = new Map<number, Span[]>();
  readonly #chance: Random;

  constructor(chance: Random) {
    this.#chance = chance;
  }

  get entities(): DocumentEntity[] {
    return [...this.#mentions].map(([index, mentions]) => ({
      id: idOf(index),
      name: nameOf(index),
      kind: kindOfEntity(index),
      aliases: index % 9 === 0 ? [`The ${nameOf(index)}`] : [],
      ...(index % 7 === 1
        ? { country: ["IQ", "YE", "SD", "VE", "CD"][index % 5]!, latitude: 33.3, longitude: 44.4 }
        : {}),
      mentions,
    }));
  }

  assert(subject: number, type: number, object: number): void {
    const start = this.text.length;
    const subjectMention = this.#mention(subject);
    const trigger = this.#write(` ${RELATION_TYPES[type]!.toLowerCase().replaceAll("_", " ")} `);
    const objectMention = this.#mention(object);
    const speaker = this.#chance.below(3) === 0 ? `Spokesman ${capital(this.#chance.of(SYLLABLES))}` : "";
    const date = this.#chance.below(2) === 0 ? day(this.#chance) : "";
    this.#write(`${date ? ` on ${date}` : ""}, ${this.#chance.of(TAILS)}${speaker ? `, ${speaker} said` : ""}.`);
    const span = { start, end: this.text.length };
    this.sentences.push(span);
    this.assertions.push(
      inOrder({
        ...span,
        subject: idOf(subject),
        type: RELATION_TYPES[type]!,
        object: idOf(object),
        trigger: [{ start: trigger.start + 1, end: trigger.end - 1 }],
        subjectMention,
        objectMention,
        status: this.#chance.of(STATUSES),
        speaker,
        date,
        confidence: 0.5 + this.#chance.below(50) / 100,
        extractor: "bench/1",
      }),
    );
    this.#write("\n");
  }

  #mention(index: number): Span {
    const span = this.#write(nameOf(index));
    const mentions = this.#mentions.get(index);
    if (mentions) mentions.push(span);
    else this.#mentions.set(index, [span]);
    return span;
  }

  #write(text: string): Span {
    const start = this.text.length;
    this.text += text;
    return { start, end: this.text.length };
  }
}

/** Every document of these edges, one at a time. */
export function* documentsOf(edges: Edges): Generator<ReadDocument> {
  const { subjects, objects, types, asserted } = edges;
  const count = Math.ceil(asserted.length / SENTENCES);
  for (let nth = 0; nth < count; nth += 1) {
    const chance = random(nth + 1);
    const draft = new Draft(chance);
    for (const edge of asserted.subarray(nth * SENTENCES, (nth + 1) * SENTENCES))
      draft.assert(subjects[edge]!, types[edge]!, objects[edge]!);
    const { text, sentences, assertions, entities } = draft;
    yield {
      id: documentId(text),
      source: `bench/${nth}.txt`,
      title: `Report ${nth} from the field`,
      publisher: `Agency ${nth % 50}`,
      url: `https://example.org/reports/${nth}`,
      published: day(chance),
      language: "en",
      ingestedAt: "2026-01-01T00:00:00.000Z",
      text,
      sentences,
      entities,
      assertions,
    };
  }
}

/** The documents of a graph of so many relations. */
export const documentsFor = (relations: number) => documentsOf(makeEdges(relations));
