/** The entities of a document, where it names them, and where it refers back to them. */
import { canonicalName, entityId } from "../../../schema/ids.ts";
import type { DocumentEntity, Span } from "../../../schema/model.ts";
import type { NamedMention, ParsedSentence, Reference } from "../analysis.ts";
import { type Binding, bindShortNames } from "./acronyms.ts";
import type { Candidate } from "./candidate.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { widen } from "./patterns.ts";
import { findReferences } from "./references.ts";
import { type Reader, scanSentence } from "./scan.ts";
import { type Meaning, settle } from "./settle.ts";
import { isCapitalised, type NamedSentence, type Word, wordsOf } from "./words.ts";

export interface Names {
  readonly entities: readonly DocumentEntity[];
  /** In text order; they do not nest. */
  readonly mentions: readonly NamedMention[];
  readonly references: readonly Reference[];
}

/** Tells proper names from words that are capitalised because they begin a sentence. */
function properWords(sentences: readonly NamedSentence[]): (word: Word) => boolean {
  const proper = new Set<string>();
  const common = new Set<string>();
  for (const { words } of sentences) {
    words.forEach((word, i) => {
      if (word.shape === "lower") common.add(word.key);
      else if (i > 0 && isCapitalised(word) && word.gap === "space") proper.add(word.key);
    });
  }
  return (word) =>
    !common.has(word.key) &&
    (proper.has(word.key) || word.pos === "PROPN" || word.shape === "upper" || word.shape === "mixed");
}

/** A run of capitals longer than this names nobody; the interchange format takes names of 300 characters. */
const LONGEST_NAME = 200;

function candidatesOf(text: string, sentences: readonly NamedSentence[], gazetteer: Gazetteer) {
  const ofKorea = sentences.some(({ words }) => words.some((word) => word.key === "korea" || word.key === "korean"));
  const reader: Reader = { text, gazetteer, isProper: properWords(sentences), ofKorea };
  const names: Candidate[] = [];
  const bindings: Binding[] = [];
  for (const sentence of sentences) {
    const found = widen(text, sentence, scanSentence(reader, sentence)).filter(
      ({ start, end }) => end - start <= LONGEST_NAME,
    );
    const bound = bindShortNames(text, sentence, found);
    names.push(...bound.names);
    bindings.push(...bound.bindings);
  }
  return { names, bindings };
}

interface Draft {
  readonly meaning: Meaning;
  readonly surfaces: Set<string>;
  readonly mentions: Span[];
}

function entityOf({ meaning, surfaces, mentions }: Draft): DocumentEntity {
  const { entry, kind } = meaning;
  const name = canonicalName(meaning.name);
  const aliases = new Set([...(entry?.aliases ?? []), ...surfaces].map(canonicalName));
  aliases.delete(name);
  return {
    id: entityId(kind, name),
    name,
    kind,
    aliases: [...aliases].filter(Boolean).sort(),
    ...(entry?.country ? { country: entry.country } : {}),
    ...(entry?.latitude !== undefined ? { latitude: entry.latitude } : {}),
    ...(entry?.longitude !== undefined ? { longitude: entry.longitude } : {}),
    mentions,
  };
}

/** The names in a document that has been split into sentences and, where possible, parsed. */
export function findNames(text: string, parsed: readonly ParsedSentence[], gazetteer: Gazetteer): Names {
  const sentences = parsed.map((sentence, i) => wordsOf(text, sentence, i));
  const { names, bindings } = candidatesOf(text, sentences, gazetteer);
  const meanings = settle(text, sentences, names, bindings);
  const drafts = new Map<string, Draft>();
  const mentions: NamedMention[] = [];
  for (const { text: surface, start, end, sentence } of names) {
    const meaning = meanings.get(surface);
    if (!meaning) continue;
    const id = entityId(meaning.kind, meaning.name);
    const draft = drafts.get(id) ?? { meaning, surfaces: new Set<string>(), mentions: [] };
    drafts.set(id, draft);
    draft.surfaces.add(surface);
    draft.mentions.push({ start, end });
    mentions.push({ entity: id, sentence, start, end });
  }
  const entities = [...drafts.values()].map(entityOf);
  return { entities, mentions, references: findReferences(sentences, entities, mentions) };
}
