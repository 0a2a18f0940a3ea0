/** Giving the server a document to read, and fetching what it found there. */
import type { DocumentId } from "../../../schema/ids.ts";
import { ask } from "../data/client.ts";
import type { ResultOf, VariablesOf } from "../data/graphql.ts";
import { ingestMutation } from "../data/queries.ts";

export type Ingested = ResultOf<typeof ingestMutation>["ingest"];
export type DocumentInput = VariablesOf<typeof ingestMutation>["document"];

/** What a person says about the text; empty where they say nothing. */
export interface Particulars {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
}

/** What became of one document that was given: read, or refused with a reason. */
export type Outcome = { readonly key: number; readonly name: string } & (
  | { readonly result: Ingested }
  | { readonly refused: string }
);

let given = 0;

const READING_MS = 180_000;

const said = ({ title, publisher, published }: Particulars) => ({
  ...(title.trim() ? { title: title.trim() } : {}),
  ...(publisher.trim() ? { publisher: publisher.trim() } : {}),
  ...(published ? { published } : {}),
});

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x80_00) pieces.push(String.fromCodePoint(...bytes.subarray(i, i + 0x80_00)));
  return btoa(pieces.join(""));
}

async function attempt(name: string, input: () => Promise<DocumentInput>): Promise<Outcome> {
  given += 1;
  const key = given;
  try {
    const { ingest } = await ask(ingestMutation, { document: await input() }, undefined, READING_MS);
    return { key, name, result: ingest };
  } catch (error) {
    return { key, name, refused: error instanceof Error ? error.message : String(error) };
  }
}

/** Gives a text that was pasted. */
export const ingestText = (text: string, about: Particulars): Promise<Outcome> =>
  attempt("The pasted text", async () => ({ text, ...said(about) }));

/** Gives a file as it is; the server judges whether it is text. What is said of several files holds for each but the title. */
export const ingestFile = (file: File, about: Particulars): Promise<Outcome> =>
  attempt(file.name, async () => ({ base64: await base64(file), name: file.name, ...said(about) }));

export const idOf = (result: Ingested): DocumentId => result.document.id as DocumentId;
