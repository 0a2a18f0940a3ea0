/** A stretch of text that may be a name, before the document has been read to its end. */
import type { Span } from "../../../schema/model.ts";
import type { EntityKind } from "../../../schema/ontology.ts";
import type { Reading } from "./gazetteer.ts";
import type { NamedSentence, Word } from "./words.ts";

/** How a name was found. A `title` stands before people, a `head` in institutions' names; `run` has only its capitals. */
export type Origin = "gazetteer" | "title" | "head" | "pattern" | "run";

export interface Candidate extends Span {
  readonly sentence: number;
  /** Index of its first word in the sentence, and of the word after its last. */
  readonly first: number;
  readonly after: number;
  /** As written, with single spaces. */
  readonly text: string;
  readonly key: string;
  readonly origin: Origin;
  /** What the gazetteer has for it. */
  readonly readings: readonly Reading[];
  /** What its own form says that it is. */
  readonly kind?: EntityKind | undefined;
  /** A canonical name that its form gives ("Ministry of Defence of Brazil"). */
  readonly name?: string | undefined;
}

export interface CandidateParts {
  readonly origin: Origin;
  readonly readings?: readonly Reading[];
  readonly kind?: EntityKind | undefined;
  readonly name?: string | undefined;
  /** Whether a full stop after the last word belongs to the name ("Ltd."). */
  readonly dotted?: boolean;
}

/** The key under which names written alike are taken together. */
export const keyOf = (words: readonly Word[]): string => words.map((word) => word.key).join(" ");

/** The candidate over the words from `first` up to `after`. */
export function candidate(
  text: string,
  sentence: NamedSentence,
  first: number,
  after: number,
  parts: CandidateParts,
): Candidate {
  const words = sentence.words.slice(first, after);
  const start = words[0]!.start;
  const last = words.at(-1)!.end;
  const end = parts.dotted && text[last] === "." && last < sentence.end ? last + 1 : last;
  return {
    start,
    end,
    sentence: sentence.index,
    first,
    after,
    text: text.slice(start, end).replace(/\s+/g, " "),
    key: keyOf(words),
    origin: parts.origin,
    readings: parts.readings ?? [],
    kind: parts.kind,
    name: parts.name,
  };
}
