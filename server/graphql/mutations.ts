/** Resolvers of `Mutation`. */
import { type DocumentId, nodeKind, type NoteId, type StoryId, type ViewId } from "../../schema/ids.ts";
import type { SourceText } from "../../schema/model.ts";
import { checkText, decodeText } from "../text.ts";
import type { Context } from "./context.ts";
import { bytesOf, givenOf, type GivenInput } from "./given.ts";
import { noteOf, recordIdOf, storyOf, viewOf, type NoteInput, type StoryInput, type ViewInput } from "./records.ts";
import { refusal } from "./refusal.ts";

interface DocumentInput extends GivenInput {
  readonly text?: string | null;
  readonly base64?: string | null;
}

function textOf({ text, base64 }: DocumentInput): string {
  if ((text == null) === (base64 == null)) throw refusal("document: give either `text` or `base64`.");
  if (base64 == null) return checkText(text!);
  return decodeText(bytesOf("document", base64)).text;
}

const sourceOf = (input: DocumentInput): SourceText => ({
  source: input.name ?? "",
  given: givenOf("document", input),
  text: textOf(input),
});

async function ingest(input: DocumentInput, { writer, reading, loaders }: Context) {
  const store = writer();
  const { document, notes } = await reading.read(sourceOf(input));
  const { id, ...result } = await store.write(document);
  return { ...result, notes, document: await loaders.document.load(id) };
}

type RecordInput<Name extends string, Input> = { readonly [Key in Name]: Input };

/** Deletes a record of this kind; the right to write is asked for first. */
function deletion<Id extends ViewId | StoryId | NoteId>(kind: "View" | "Story" | "Note") {
  return (_: unknown, { id }: { id: string }, { writer }: Context) => {
    const store = writer();
    return store.deleteRecord(recordIdOf<Id>("id", kind, id));
  };
}

/** Resolvers of `Mutation`. */
export const mutations = {
  saveView: (_: unknown, { view }: RecordInput<"view", ViewInput>, { writer }: Context) =>
    writer().saveRecord(viewOf(view)),
  saveStory: (_: unknown, { story }: RecordInput<"story", StoryInput>, { writer }: Context) =>
    writer().saveRecord(storyOf(story)),
  saveNote: (_: unknown, { note }: RecordInput<"note", NoteInput>, { writer }: Context) =>
    writer().saveRecord(noteOf(note)),
  deleteView: deletion<ViewId>("View"),
  deleteStory: deletion<StoryId>("Story"),
  deleteNote: deletion<NoteId>("Note"),
  ingest: (_: unknown, args: { document: DocumentInput }, context: Context) => ingest(args.document, context),
  removeDocument: (_: unknown, { id }: { id: string }, { writer }: Context) => {
    const store = writer();
    if (nodeKind(id) === "Document") return store.remove(id as DocumentId);
    throw refusal(`id: ${JSON.stringify(id.slice(0, 100))} is not the id of a document; take it from Document.id.`);
  },
};
