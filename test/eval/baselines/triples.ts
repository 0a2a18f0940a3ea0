/**
 * The baseline of triples: compromise finds names and verbs, and a verb joins the names on either side of it. Verbs
 * are given types by a table made from PLOVER's definitions.
 */
import nlp from "compromise";
import { entityId } from "../../../schema/ids.ts";
import type { DocumentAssertion, DocumentEntity, Span } from "../../../schema/model.ts";
import type { RelationType, Status } from "../../../schema/ontology.ts";
import type { Reading } from "../edges.ts";
import { assertionOf } from "./assertion.ts";
import { type Name, namesIn, type Term } from "./names.ts";
import verbs from "./verbs.json" with { type: "json" };

interface SentenceJson {
  readonly terms: readonly Term[];
}
interface VerbJson {
  readonly terms: readonly { readonly index: readonly [sentence: number, term: number] }[];
  readonly verb: {
    readonly infinitive: string;
    readonly negative: boolean;
    readonly auxiliary: string;
    readonly grammar: { readonly tense?: string; readonly passive?: boolean };
  };
}

const TYPES = new Map(
  Object.entries(verbs).flatMap(([type, lemmas]) => lemmas.map((lemma) => [lemma, type as RelationType] as const)),
);

/** Reads the part of a text that begins at `body`. */
export function triples(text: string, body: number): Reading {
  const document = nlp(text.slice(body));
  const sentences: readonly SentenceJson[] = document.json({ offset: true });
  const names = sentences.map(({ terms }) => namesIn(terms, body));
  const spans = sentences.map(({ terms }) => spanOf(terms, body));
  const found: readonly VerbJson[] = document.verbs().json({ offset: true });
  return {
    sentences: spans,
    entities: entitiesOf(names.flat()),
    assertions: found.flatMap((verb) => {
      const sentence = verb.terms[0]!.index[0];
      return tripleOf(verb, names[sentence]!, spans[sentence]!);
    }),
  };
}

function spanOf(terms: readonly Term[], body: number): Span {
  const first = terms[0]!.offset;
  const last = terms.at(-1)!;
  const mark = /^\p{P}*/u.exec(last.post)![0];
  const open = /\p{P}*$/u.exec(terms[0]!.pre)![0];
  return {
    start: body + first.start - open.length,
    end: body + last.offset.start + last.text.length + mark.length,
  };
}

function entitiesOf(names: readonly Name[]): DocumentEntity[] {
  const entities = new Map<string, DocumentEntity>();
  for (const { name, kind, start, end } of names) {
    const id = entityId(kind, name);
    const mentions = [...(entities.get(id)?.mentions ?? []), { start, end }];
    entities.set(id, { id, name, kind, aliases: [], mentions });
  }
  return [...entities.values()];
}

/** The nearest name on either side of the verb; in the passive they change places. */
function tripleOf({ terms, verb }: VerbJson, names: readonly Name[], sentence: Span): DocumentAssertion[] {
  const type = TYPES.get(verb.infinitive);
  const before = names.findLast(({ last }) => last < terms[0]!.index[1]);
  const after = names.find(({ first }) => first > terms.at(-1)!.index[1]);
  if (!type || !before || !after) return [];
  const ends = [before, after].map(({ kind, name }) => entityId(kind, name));
  const [subject, object] = verb.grammar.passive ? ends.toReversed() : ends;
  if (subject === object) return [];
  return [assertionOf(sentence, subject!, type, object!, statusOf(verb))];
}

function statusOf({ negative, auxiliary, grammar }: VerbJson["verb"]): Status {
  if (negative) return "negated";
  if (/\b(?:may|might|could|would|should)\b/u.test(auxiliary)) return "hypothetical";
  return grammar.tense === "FutureTense" ? "future" : "actual";
}
