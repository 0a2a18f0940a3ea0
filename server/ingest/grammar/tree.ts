import type { Span } from "../../../schema/model.ts";
import type { ParsedSentence, Token } from "../analysis.ts";

/** Indices of tokens, in the order of the text. */
export type Indices = readonly number[];

/** The tokens that hang on a token, optionally only by some relations ("obl" finds "obl:agent" too). */
export function children({ tokens }: ParsedSentence, head: number, ...relations: readonly string[]): Indices {
  const found: number[] = [];
  tokens.forEach((token, index) => {
    if (token.head === head && (relations.length === 0 || isOneOf(token, relations))) found.push(index);
  });
  return found;
}

function isOneOf({ relation }: Token, relations: readonly string[]): boolean {
  return relations.some((wanted) => relation === wanted || relation.startsWith(`${wanted}:`));
}

/** A token with everything that hangs on it, directly or not. */
export function subtree(sentence: ParsedSentence, top: number): Indices {
  const { tokens } = sentence;
  const reaches = new Int8Array(tokens.length);
  reaches[top] = 1;
  tokens.forEach((_, index) => markPath(tokens, index, reaches));
  return tokens.flatMap((_, index) => (reaches[index] === 1 ? [index] : []));
}

/** Follows heads to a token that is decided (1 within, 2 without) and decides all on the way. */
function markPath(tokens: readonly Token[], from: number, reaches: Int8Array): void {
  let at = from;
  while (at >= 0 && reaches[at] === 0) at = tokens[at]!.head;
  const verdict = at >= 0 ? reaches[at]! : 2;
  for (at = from; at >= 0 && reaches[at] === 0; at = tokens[at]!.head) reaches[at] = verdict;
}

/** The stretch of text from the first to the last token of a subtree. */
export function subtreeSpan(sentence: ParsedSentence, top: number): Span {
  const inside = subtree(sentence, top);
  return { start: sentence.tokens[inside[0]!]!.start, end: sentence.tokens[inside.at(-1)!]!.end };
}

/** The token of a stretch of text on which the others hang: the first whose head lies outside. */
export function headOf({ tokens }: ParsedSentence, span: Span): number | undefined {
  const isInside = (index: number): boolean => {
    const token = tokens[index];
    return token !== undefined && token.start < span.end && span.start < token.end;
  };
  const found = tokens.findIndex((token, index) => isInside(index) && token.pos !== "PUNCT" && !isInside(token.head));
  return found < 0 ? undefined : found;
}

/** A token and what is joined to it: "Hezbollah", "Amal" and "Hamas" in "Hezbollah, Amal and Hamas". */
export function conjuncts(sentence: ParsedSentence, first: number): Indices {
  return [first, ...children(sentence, first, "conj").flatMap((next) => conjuncts(sentence, next))];
}

/** The first of a row of conjuncts that a token belongs to; itself if there is none. */
export function firstConjunct({ tokens }: ParsedSentence, index: number): number {
  let at = index;
  while (tokens[at]!.relation === "conj") at = tokens[at]!.head;
  return at;
}

/** Other names for the same: "the commander of X" in "Michael Kurilla, the commander of X". */
export function appositions(sentence: ParsedSentence, index: number): Indices {
  return children(sentence, index, "appos");
}

/** Whether the verb is passive: "was attacked", "supplied by". */
export function isPassive(sentence: ParsedSentence, verb: number): boolean {
  return (
    children(sentence, verb, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent").length > 0 ||
    (sentence.tokens[verb]!.relation === "acl" && /(?:ed|en|[dt])$/u.test(sentence.tokens[verb]!.text))
  );
}

/** The grammatical subjects of a verb, with conjuncts; those of the verb that it is joined to, where it has none. */
export function subjects(sentence: ParsedSentence, verb: number): Indices {
  const own = children(sentence, verb, "nsubj", "csubj").filter(
    (index) => sentence.tokens[index]!.relation !== "nsubj:outer",
  );
  if (own.length > 0) return own.flatMap((index) => conjuncts(sentence, index));
  const { relation, head } = sentence.tokens[verb]!;
  return (relation === "conj" || relation === "xcomp") && head >= 0 ? subjects(sentence, head) : [];
}

/** Who does it: the subject of an active verb, the "by" phrase of a passive one. */
export function agents(sentence: ParsedSentence, verb: number): Indices {
  if (!isPassive(sentence, verb)) return subjects(sentence, verb);
  const agent = children(sentence, verb, "obl").filter(
    (index) => sentence.tokens[index]!.relation === "obl:agent" || preposition(sentence, index) === "by",
  );
  return agent.flatMap((index) => conjuncts(sentence, index));
}

/** To whom it is done: the object of an active verb, the subject of a passive one, the noun that a participle follows. */
export function patients(sentence: ParsedSentence, verb: number): Indices {
  const objects = children(sentence, verb, "obj").flatMap((index) => conjuncts(sentence, index));
  if (!isPassive(sentence, verb)) return objects;
  const passive = subjects(sentence, verb);
  if (passive.length > 0) return passive;
  const { relation, head } = sentence.tokens[verb]!;
  return relation === "acl" && head >= 0 ? [head] : objects;
}

/** The preposition of a noun in lower case: "from" in "from northern Iraq"; empty where it has none. */
export function preposition(sentence: ParsedSentence, noun: number): string {
  const first = children(sentence, noun, "case").find((index) => sentence.tokens[index]!.pos !== "PART");
  if (first === undefined) return "";
  return [first, ...children(sentence, first, "fixed")]
    .map((index) => sentence.tokens[index]!.text.toLowerCase())
    .join(" ");
}

/** Nouns that hang on a word by a preposition, with conjuncts: on "withdrew" the "Iraq" of "from Iraq". */
export function obliques(sentence: ParsedSentence, head: number, ...prepositions: readonly string[]): Indices {
  return children(sentence, head, "obl", "nmod")
    .filter((index) => prepositions.length === 0 || prepositions.includes(preposition(sentence, index)))
    .flatMap((index) => conjuncts(sentence, index));
}

/** Whether "not", "never" or "no" stands with a word. */
export function isNegated(sentence: ParsedSentence, index: number): boolean {
  return children(sentence, index).some((child) =>
    /^(?:not|n['’]t|never|neither|nor|no)$/iu.test(sentence.tokens[child]!.text),
  );
}

/** The verb that governs a token, through nouns and adjectives; -1 where there is none. */
export function governingVerb({ tokens }: ParsedSentence, index: number): number {
  let at = tokens[index]!.head;
  while (at >= 0 && tokens[at]!.pos !== "VERB") at = tokens[at]!.head;
  return at;
}
