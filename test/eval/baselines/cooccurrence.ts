/** The baseline of co-occurrence: whoever is named in one sentence is related, always in the most frequent way. */
import type { DocumentAssertion, Span } from "../../../schema/model.ts";
import type { RelationType } from "../../../schema/ontology.ts";
import type { Reading } from "../edges.ts";
import { assertionOf } from "./assertion.ts";

interface Naming extends Span {
  readonly entity: DocumentAssertion["subject"];
}

/** Joins every two entities of a sentence, in text order, by one type. Names and sentences are those of `reading`. */
export function cooccurrence(reading: Reading, type: RelationType): Reading {
  const namings = reading.entities.flatMap(({ id, mentions }) =>
    mentions.map((mention) => ({ ...mention, entity: id })),
  );
  const ordered = namings.toSorted((a, b) => a.start - b.start);
  return { ...reading, assertions: reading.sentences.flatMap((sentence) => pairsIn(sentence, ordered, type)) };
}

function pairsIn(sentence: Span, namings: readonly Naming[], type: RelationType): DocumentAssertion[] {
  const here = namings.filter(({ start, end }) => sentence.start <= start && end <= sentence.end);
  const entities = [...new Set(here.map(({ entity }) => entity))];
  return entities.flatMap((subject, index) =>
    entities.slice(index + 1).map((object) => assertionOf(sentence, subject, type, object)),
  );
}
