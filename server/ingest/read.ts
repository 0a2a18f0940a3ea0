/** Reading: from a text to a document with its sentences, entities and assertions. Pure; no store, no network. */
import { documentId } from "../../schema/digest.ts";
import { textProblem } from "../../schema/interchange.ts";
import { isRead, languageTag } from "../../schema/language.ts";
import type { Provenance, ReadDocument, SourceText } from "../../schema/model.ts";
import type { Analysis, Extractor } from "./analysis.ts";
import { parseSentence } from "./grammar/parse.ts";
import { findNames } from "./names/find.ts";
import { languageOf, sentencesIn } from "./language.ts";
import type { Gazetteer } from "./names/gazetteer.ts";
import { createRules } from "./relations/rules.ts";
import { readFrontMatter } from "./text/front-matter.ts";
import { splitSentences } from "./text/sentences.ts";

/** A text that cannot be kept as it is; the message says why. */
export class ReadError extends Error {
  override readonly name = "ReadError";
}

/** Makes the reader of a gazetteer: the one way from a text to a document. */
export function createReader(gazetteer: Gazetteer): (source: SourceText) => ReadDocument {
  const extractors: readonly Extractor[] = [createRules(stateNames(gazetteer), parseSentence)];
  return (source) => read(source, gazetteer, extractors);
}

/** Which state a name or adjective means, by its canonical name. */
const stateNames =
  (gazetteer: Gazetteer) =>
  (name: string): string | undefined =>
    gazetteer.readings(name).find(({ entry, role }) => entry.kind === "STATE" && role !== "capital")?.entry.name;

function read(
  { source, text, given }: SourceText,
  gazetteer: Gazetteer,
  extractors: readonly Extractor[],
): ReadDocument {
  const problem = textProblem(text);
  if (problem) throw new ReadError(`${source || "the text"} ${problem}`);
  const front = readFrontMatter(text);
  const provenance = { title: "", ...front.provenance, ...defined(given) };
  const language = languageTag(provenance.language ?? "") ?? languageOf(text.slice(front.body));
  const origin = { ...provenance, id: documentId(text), source, text, language };
  if (!isRead(language))
    return { ...origin, sentences: sentencesIn(language, text, front.body), entities: [], assertions: [] };
  const sentences = splitSentences(text, front.body);
  const parsed = sentences.map((span) => parseSentence(text, span));
  const names = findNames(text, parsed, gazetteer);
  const analysis: Analysis = { text, published: provenance.published, sentences: parsed, ...names };
  return {
    ...origin,
    sentences,
    entities: names.entities,
    assertions: extractors.flatMap((extractor) => extractor.extract(analysis)),
  };
}

const defined = (given: Partial<Provenance> | undefined): Partial<Provenance> =>
  Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined));
