/** The edges that were read, in the terms of the annotations, and the views under which edges are the same. */
import { sentenceAt } from "../../schema/interchange.ts";
import type { DocumentAssertion, ReadDocument, Span } from "../../schema/model.ts";
import { relationTerm, type RelationType } from "../../schema/ontology.ts";
import { alignEntities } from "./align.ts";
import type { GoldDocument } from "./gold.ts";

/** What a reader makes of a text, as far as it is measured. */
export type Reading = Pick<ReadDocument, "sentences" | "entities" | "assertions">;

/** An edge in one sentence; its ends are keys of annotated entities, or names with `?` where none is aligned. */
export interface Edge extends Pick<DocumentAssertion, "type" | "status" | "speaker" | "date" | "confidence"> {
  readonly sentence: number;
  readonly subject: string;
  readonly object: string;
}

type Ends = Pick<Edge, "sentence" | "subject" | "type" | "object">;

const key = ({ sentence, subject, object }: Ends, name: string, symmetric: boolean): string => {
  const ends = symmetric ? [subject, object].toSorted() : [subject, object];
  return `${sentence}|${ends[0]}|${name}|${ends[1]}`;
};

/** PLOVER's quad class of an event; a standing relation is a class by itself. */
function classOf(type: RelationType): string {
  const { quad } = relationTerm(type);
  return quad === "STANDING" ? type : quad;
}

/** When two edges count as the same: all of it; without type and direction; with PLOVER's quad class for its type. */
export const VIEWS = {
  relations: (edge: Ends) => key(edge, edge.type, relationTerm(edge.type).symmetric),
  pairs: (edge: Ends) => key(edge, "", true),
  quad: (edge: Ends) => key(edge, classOf(edge.type), relationTerm(edge.type).symmetric),
} as const;

/** Each edge once a sentence, and how many assertions have no true evidence. */
export function edgesOf(gold: GoldDocument, reading: Reading): { edges: Edge[]; broken: number } {
  const aligned = alignEntities(gold, reading.entities);
  const names = new Map(reading.entities.map(({ id, name }) => [id, name]));
  const whole = reading.assertions.filter(
    (assertion) =>
      sentenceAt(reading.sentences, assertion) && names.has(assertion.subject) && names.has(assertion.object),
  );
  const edges = whole.map((assertion) => ({
    ...assertion,
    sentence: nearestSentence(gold.sentences, assertion),
    subject: aligned.get(assertion.subject) ?? `?${names.get(assertion.subject)}`,
    object: aligned.get(assertion.object) ?? `?${names.get(assertion.object)}`,
  }));
  const distinct = new Map(edges.map((edge) => [VIEWS.relations(edge), edge]));
  return { edges: [...distinct.values()], broken: reading.assertions.length - whole.length };
}

/** The annotated sentence that shares most characters with a span; -1 if none shares any. */
function nearestSentence(sentences: readonly Span[], span: Span): number {
  const shared = sentences.map(({ start, end }) => Math.min(end, span.end) - Math.max(start, span.start));
  const most = Math.max(...shared);
  return most > 0 ? shared.indexOf(most) : -1;
}
