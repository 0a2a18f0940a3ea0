/** What a name's place in the grammar of its sentence says about it. */
import type { Token } from "../analysis.ts";
import type { Candidate } from "./candidate.ts";
import type { NamedSentence } from "./words.ts";

/** The token that stands for the whole name: the one whose governor is outside of it. */
export function headToken(sentence: NamedSentence, name: Candidate): Token | undefined {
  const { tokens } = sentence;
  const first = sentence.words[name.first]?.token ?? -1;
  if (first < 0) return undefined;
  let at = first;
  while (at < tokens.length && tokens[at]!.start < name.end) {
    const { head } = tokens[at]!;
    const inside = head >= first && head < tokens.length && tokens[head]!.start < name.end;
    if (!inside) return tokens[at];
    at++;
  }
  return tokens[first];
}

/** Prepositions and other words that a token's relation is marked by. */
export const markedBy = (sentence: NamedSentence, token: Token): string | undefined => {
  const at = sentence.tokens.indexOf(token);
  return sentence.tokens.find((other) => other.head === at && other.relation.startsWith("case"))?.lemma.toLowerCase();
};

/** A token without what coordination hides: the first of "Ankara, Washington and Brussels". */
export function firstConjunct(sentence: NamedSentence, token: Token): Token {
  let at = token;
  for (let steps = 0; at.relation === "conj" && at.head >= 0 && steps < 20; steps++) at = sentence.tokens[at.head]!;
  return at;
}
