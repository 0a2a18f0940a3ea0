/**
 * What the stages of reading hand to each other. Each stage is a pure function over one document:
 * text → sentences → tokens with their grammar → mentions and references → assertions.
 * Offsets are UTF-16 code units into the document's text, through every stage.
 */
import type { EntityId } from "../../schema/ids.ts";
import type { DocumentAssertion, DocumentEntity, Span } from "../../schema/model.ts";

/** Universal Dependencies' parts of speech. */
export type PartOfSpeech =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** A word or mark, with its place in the grammar of its sentence (Universal Dependencies, version 2). */
export interface Token extends Span {
  readonly text: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Index in its sentence of the token that governs it; -1 for the root. */
  readonly head: number;
  /** `nsubj`, `obj`, `obl`, `nmod:poss` …; `root` for the root. */
  readonly relation: string;
}

export interface ParsedSentence extends Span {
  readonly tokens: readonly Token[];
}

/** A name in a sentence and the entity that it names. */
export interface NamedMention extends Span {
  readonly entity: EntityId;
  /** Index of its sentence. */
  readonly sentence: number;
}

/** Words that refer back to entities named at most two sentences before: "the group", "its", "the two countries". */
export interface Reference extends Span {
  readonly entities: readonly EntityId[];
  readonly sentence: number;
}

/** Everything that an extractor may know about one document. */
export interface Analysis {
  readonly text: string;
  /** The day of publication, YYYY-MM-DD, against which dates are read. */
  readonly published?: string | undefined;
  readonly sentences: readonly ParsedSentence[];
  readonly entities: readonly DocumentEntity[];
  /** In text order; they do not nest. */
  readonly mentions: readonly NamedMention[];
  readonly references: readonly Reference[];
}

/** Finds assertions. Its name and version stand in each of them. */
export interface Extractor {
  readonly name: string;
  extract(analysis: Analysis): readonly DocumentAssertion[];
}
