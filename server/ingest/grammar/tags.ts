import type { PartOfSpeech } from "../analysis.ts";

/**
 * The tagger tells forms apart that the parts of speech do not, since the parser and the lemmas need them:
 * "VERB.n" is a past participle. What stands before the dot is the part of speech.
 */
export const TAGS = [
  "ADJ",
  "ADP",
  "ADV",
  "ADV.r",
  "AUX.b",
  "AUX.d",
  "AUX.g",
  "AUX.m",
  "AUX.n",
  "AUX.p",
  "AUX.z",
  "CCONJ",
  "DET",
  "DET.r",
  "INTJ",
  "NOUN",
  "NOUN.s",
  "NUM",
  "PART",
  "PRON",
  "PRON.g",
  "PRON.r",
  "PROPN",
  "PROPN.s",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB.b",
  "VERB.d",
  "VERB.g",
  "VERB.n",
  "VERB.p",
  "VERB.z",
  "X",
] as const;

export type Tag = (typeof TAGS)[number];

/** The part of speech of each tag, by the tag's number. */
export const PART_OF_SPEECH: readonly PartOfSpeech[] = TAGS.map((tag) => tag.split(".")[0] as PartOfSpeech);

const numbers = new Map<string, number>(TAGS.map((tag, number) => [tag, number]));

/** The number of a tag; that of "X" for an unknown one. */
export function tagNumber(tag: string): number {
  return numbers.get(tag) ?? numbers.get("X")!;
}

const ALL_PARTS = [...new Set(PART_OF_SPEECH)];

/** A number for the part of speech of each tag, from 1. */
export const COARSE: readonly number[] = PART_OF_SPEECH.map((part) => ALL_PARTS.indexOf(part) + 1);

/** The number of a part of speech, as in `COARSE`. */
export function partNumber(part: PartOfSpeech): number {
  return ALL_PARTS.indexOf(part) + 1;
}
