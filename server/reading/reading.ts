/** Reading as the rest of the server sees it: files opened, texts read, and what whoever brought them should know. */
import { isRead, UNDETERMINED } from "../../schema/language.ts";
import { sentenceAt } from "../../schema/interchange.ts";
import type { DocumentAssertion, ReadDocument, SourceText } from "../../schema/model.ts";
import type { LlmOptions } from "../ingest/llm/client.ts";
import type { LlmExtractor } from "../ingest/llm/extractor.ts";
import { readFrontMatter } from "../ingest/text/front-matter.ts";
import { createPool, type ReadingPool } from "./pool.ts";

/** A document as read, and what its bringer should know of how it was read. */
export interface ReadResult {
  readonly document: ReadDocument;
  readonly notes: readonly string[];
  /** Of how much of it a model was asked and answered. */
  readonly asked: "all" | "part" | "none";
}

export interface Reading extends Pick<ReadingPool, "size" | "open" | "close"> {
  /** Reads a text. Throws a TextError where it cannot be read. */
  readonly read: (source: SourceText) => Promise<ReadResult>;
}

/** What reading is set up by. */
export interface ReadingOptions {
  /** The desk's own names. */
  readonly gazetteer?: string | undefined;
  /** The model to ask besides the rules, or in their place; the rules alone where it is not given. */
  readonly llm?: (LlmOptions & { readonly alone: boolean }) | undefined;
  /** How many threads; one a core where it is not given. */
  readonly size?: number | undefined;
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** What is said of a text that is kept and searched, and not read. */
function unreadNote(language: string): string {
  const name =
    language === UNDETERMINED ? "a language that is not known" : `${languageNames.of(language)} (${language})`;
  return `is in ${name} and was not read: its sentences are kept and searchable, but give no edges`;
}

/** Indexes of sentences in which an assertion stands: those whose rules' edges stay where a model reads alone. */
function isIn(document: ReadDocument, sentences: ReadonlySet<number>): (assertion: DocumentAssertion) => boolean {
  const starts = document.sentences.flatMap(({ start, end }, i) => (sentences.has(i) ? [{ start, end }] : []));
  return (assertion) => sentenceAt(starts, assertion) !== undefined;
}

type AskModel = (document: ReadDocument) => Promise<ReadResult>;

/** A document with what a model finds in it; where the model reads alone, the rules keep what it did not answer. */
function askModel(extract: LlmExtractor, alone: boolean): AskModel {
  return async (document) => {
    const { entities, assertions, unanswered, notes } = await extract(document);
    const rules = alone ? document.assertions.filter(isIn(document, unanswered)) : document.assertions;
    const all = [...rules, ...assertions].toSorted((a, b) => a.start - b.start);
    const asked = unanswered.size === 0 ? "all" : "part";
    return { document: { ...document, entities, assertions: all }, notes, asked };
  };
}

async function modelOf(llm: ReadingOptions["llm"]): Promise<AskModel> {
  if (!llm) return async (document) => ({ document, notes: [], asked: "none" });
  const { createLlmExtractor } = await import("../ingest/llm/extractor.ts");
  return askModel(createLlmExtractor(llm), llm.alone);
}

/** Opens reading. */
export function createReading({ gazetteer, llm, size }: ReadingOptions): Reading {
  const pool = createPool(gazetteer, size);
  const model = modelOf(llm);
  const read = async (source: SourceText): Promise<ReadResult> => {
    const document = await pool.read(source);
    const notes = readFrontMatter(source.text).problems;
    const { language } = document;
    if (!isRead(language)) return { document, asked: "none", notes: [...notes, unreadNote(language)] };
    const result = await (await model)(document);
    return { ...result, notes: [...notes, ...result.notes] };
  };
  return { size: pool.size, open: pool.open, close: pool.close, read };
}
