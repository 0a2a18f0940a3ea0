/** Reading as the rest of the server sees it: files opened, texts read, and what whoever brought them should know. */
import { isRead, UNDETERMINED } from "../../schema/language.ts";
import type { ReadDocument, SourceText } from "../../schema/model.ts";
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

/** Opens reading. */
export function createReading({ gazetteer, size }: ReadingOptions): Reading {
  const pool = createPool(gazetteer, size);
  const read = async (source: SourceText): Promise<ReadResult> => {
    const document = await pool.read(source);
    const notes = readFrontMatter(source.text).problems;
    return {
      document,
      asked: "none",
      notes: isRead(document.language) ? notes : [...notes, unreadNote(document.language)],
    };
  };
  return { size: pool.size, open: pool.open, close: pool.close, read };
}
