/** Names by the tags that compromise gives to words. */
import type { Span } from "../../../schema/model.ts";
import type { EntityKind } from "../../../schema/ontology.ts";

/** A word as compromise tells it. */
export interface Term {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  readonly tags: readonly string[];
  readonly offset: { readonly start: number; readonly length: number };
}

export interface Name extends Span {
  readonly name: string;
  readonly kind: EntityKind;
  /** Its first and last word in the sentence. */
  readonly first: number;
  readonly last: number;
}

const NAMING = ["ProperNoun", "Person", "Place", "Organization", "Acronym", "Demonym"];
const NOT_NAMING = ["Date", "Month", "WeekDay", "Honorific", "Pronoun", "Value"];

const KINDS: readonly (readonly [tag: string, kind: EntityKind])[] = [
  ["Country", "STATE"],
  ["Demonym", "STATE"],
  ["Person", "PERSON"],
  ["Place", "PLACE"],
];

/** What compromise tags as a name, and the nouns written like one: inside a sentence, or with capitals or digits. */
function isNaming({ text, tags }: Term, index: number): boolean {
  if (NOT_NAMING.some((tag) => tags.includes(tag))) return false;
  const written = index > 0 ? /^\p{Lu}/u : /^\p{Lu}.*[\p{Lu}\d]/u;
  return NAMING.some((tag) => tags.includes(tag)) || (tags.includes("Noun") && written.test(text));
}

/** Runs of words that compromise takes for a name; a mark or a possessive ends one. */
export function namesIn(terms: readonly Term[], body: number): Name[] {
  const names: Name[] = [];
  let first = 0;
  terms.forEach((term, index) => {
    const next = terms[index + 1];
    if (!isNaming(term, index)) first = index + 1;
    else if (!next || !isNaming(next, index + 1) || endsName(term, next)) {
      names.push(nameOf(terms, first, index, body));
      first = index + 1;
    }
  });
  return names;
}

const endsName = ({ post, tags }: Term, next: Term): boolean =>
  (post + next.pre).trim() !== "" || tags.includes("Possessive");

function nameOf(terms: readonly Term[], first: number, last: number, body: number): Name {
  const words = terms.slice(first, last + 1);
  const name = words
    .map(({ text, post }) => text + post)
    .join("")
    .trim()
    .replace(/(?:['’]s?)?\p{P}*$/u, "");
  const start = body + terms[first]!.offset.start;
  const kind = KINDS.find(([tag]) => words.some(({ tags }) => tags.includes(tag)))?.[1] ?? "ORGANIZATION";
  return { name, kind, first, last, start, end: start + name.length };
}
