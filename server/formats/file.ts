/** What formats are given and what they give: files in, texts and documents out. */
import type { Provenance, ReadDocument, SourceText } from "../../schema/model.ts";

/** A file as it was brought: its bytes, and what is known of it besides. */
export interface File {
  /** Its name, for messages and to tell its format where the content leaves that open. Never used as a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the bringer says of it; goes before what the file says. */
  readonly given?: Partial<Provenance> | undefined;
  /** What holds where neither the bringer nor the file says otherwise. */
  readonly otherwise?: Partial<Provenance> | undefined;
  /** The encoding that whoever sent the file named. */
  readonly encoding?: string | undefined;
}

/** A text with what its bringer should know of how it came out of its file. */
export interface OpenedText {
  readonly text: SourceText;
  readonly notes: readonly string[];
}

/** A document that was read before. */
export interface OpenedDocument {
  readonly document: ReadDocument;
  readonly notes: readonly string[];
}

/** One of the things that a file holds; `where` names it within the file and is empty for the file itself. */
export type Opened = { readonly where: string } & (
  | OpenedText
  | OpenedDocument
  | { readonly file: File }
  | { readonly problem: string }
);

/** A file that cannot be read; the message says why and what to do. */
export class FormatError extends Error {
  override readonly name = "FormatError";
}

/** The most that one file may have, in bytes. */
export const MAX_FILE_BYTES = 50_000_000;

/** What a file says of its origin. */
export type Found = { -readonly [Field in keyof Provenance]?: string | undefined };

/** What is known of a text's origin, the surest first. */
export function provenanceOf(file: File, found: Readonly<Found>): Partial<Provenance> {
  const defined = [file.otherwise, found, file.given].map((one) =>
    Object.fromEntries(Object.entries(one ?? {}).filter(([, value]) => value !== undefined && value !== "")),
  );
  return Object.assign({}, ...defined) as Partial<Provenance>;
}
