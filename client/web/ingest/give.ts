/** Giving the server something to look at or to read. */
import type { DocumentId, EntityId, RelationId } from "../../../schema/ids.ts";
import { ask } from "../data/client.ts";
import { toStatus } from "../data/graph.ts";
import type { ResultOf, VariablesOf } from "../data/graphql.ts";
import { ingestFileMutation, ingestMutation, type ingestResultFields, previewQuery } from "../data/ingestQueries.ts";
import type { PreviewedDocument, PreviewedEntity, ReadDocument, Stage } from "../state/queue.ts";

/** What a person says about a text; empty where they say nothing. */
export interface Particulars {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
}

/** What was given: a text that was typed or pasted, or a file as it is. */
export type Source = { readonly about: Particulars } & (
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "file"; readonly file: File }
);

const READING_MS = 300_000;
const PASTED = "pasted text.txt";

const said = ({ title, publisher, published }: Particulars) => ({
  ...(title.trim() ? { title: title.trim() } : {}),
  ...(publisher.trim() ? { publisher: publisher.trim() } : {}),
  ...(published ? { published } : {}),
});

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x80_00) pieces.push(String.fromCodePoint(...bytes.subarray(i, i + 0x80_00)));
  return btoa(pieces.join(""));
}

async function fileInput(source: Source): Promise<VariablesOf<typeof previewQuery>["file"]> {
  const [blob, name] = source.is === "file" ? [source.file, source.file.name] : [new Blob([source.text]), PASTED];
  return { base64: await base64(blob), name, ...said(source.about) };
}

type RawEntity = ResultOf<typeof previewQuery>["preview"]["documents"][number]["entities"][number];
const toPreviewed = (entity: RawEntity): PreviewedEntity => ({ ...entity, id: entity.id as EntityId });

const toDocument = (raw: ResultOf<typeof previewQuery>["preview"]["documents"][number]): PreviewedDocument => ({
  ...raw,
  id: raw.id as DocumentId,
  entities: raw.entities.map(toPreviewed),
  relations: raw.relations.map((relation) => ({
    ...relation,
    id: relation.id as RelationId,
    subject: toPreviewed(relation.subject),
    object: toPreviewed(relation.object),
    assertions: relation.assertions.map((a) => ({ ...a, status: toStatus(a.status) })),
  })),
});

const toRead = ({ document, ...counts }: ResultOf<typeof ingestResultFields>): ReadDocument => ({
  ...counts,
  ...document,
  id: document.id as DocumentId,
});

/** The same text may stand in a file twice: the first time tells what it adds. */
const distinct = <T extends { readonly id: string }>(documents: readonly T[]): T[] =>
  documents.filter(({ id }, i) => documents.findIndex((other) => other.id === id) === i);

/** What reading it would add; nothing is kept. */
export async function look(source: Source): Promise<Stage> {
  const { preview } = await ask(previewQuery, { file: await fileInput(source) }, undefined, READING_MS);
  return { is: "looked", documents: distinct(preview.documents).map(toDocument), refused: preview.refused };
}

/** Has it read. A text that was typed is kept as it is, whatever it looks like. */
export async function read(source: Source): Promise<Stage> {
  if (source.is === "text") {
    const document = { text: source.text, ...said(source.about) };
    const { ingest } = await ask(ingestMutation, { document }, undefined, READING_MS);
    return { is: "read", documents: [toRead(ingest)], refused: [] };
  }
  const { ingestFile } = await ask(ingestFileMutation, { file: await fileInput(source) }, undefined, READING_MS);
  return { is: "read", documents: distinct(ingestFile.documents.map(toRead)), refused: ingestFile.refused };
}
