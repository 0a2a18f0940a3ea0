/** Views, stories and notes: what is given of them, checked, and what is told. */
import { nodeKind, type NodeId, type NoteId, type StoryId, type ViewId } from "../../schema/ids.ts";
import type { Story, View } from "../../schema/model.ts";
import type { RecordDraft } from "../store/port.ts";
import type { Context } from "./context.ts";
import { refusal } from "./refusal.ts";

const MOST = { name: 200, state: 512_000, steps: 200, caption: 10_000, note: 20_000, of: 1_000 } as const;

interface Revised {
  readonly id?: string | null;
  readonly revision?: number | null;
}
export type ViewInput = Revised & { readonly name: string; readonly state: string };
export type StoryInput = Revised & {
  readonly name: string;
  readonly steps: readonly { readonly view: string; readonly caption: string }[];
};
export type NoteInput = Revised & { readonly of: string; readonly text: string };

/** A text that a store can keep, not too long and, unless `mayBeEmpty`, saying something. */
function text(name: string, value: string, most: number, mayBeEmpty = false): string {
  if (value.length > most) throw refusal(`${name}: ${value.length} characters are more than ${most}; shorten it.`);
  if (!mayBeEmpty && value.trim() === "") throw refusal(`${name}: is empty; write something.`);
  if (!value.isWellFormed() || value.includes("\u0000"))
    throw refusal(`${name}: has a NUL character or half of a surrogate pair, which cannot be kept; remove it.`);
  return value;
}

function json(name: string, value: string): string {
  const bytes = Buffer.byteLength(value);
  if (bytes > MOST.state) throw refusal(`${name}: ${bytes} bytes are more than ${MOST.state}; save a smaller view.`);
  try {
    JSON.parse(value);
  } catch {
    throw refusal(`${name}: is not JSON; pass what the explorer keeps of a view, as JSON.stringify writes it.`);
  }
  return text(name, value, MOST.state);
}

type RecordKind = "View" | "Story" | "Note";

/** An id of a record, refused if it is that of something else. */
export function recordIdOf<Id extends ViewId | StoryId | NoteId>(name: string, kind: RecordKind, id: string): Id {
  if (nodeKind(id) === kind) return id as Id;
  const where = `take it from ${kind}.id`;
  throw refusal(`${name}: ${JSON.stringify(id.slice(0, 100))} is not the id of a ${kind.toLowerCase()}; ${where}.`);
}

/** The record that is changed, at which revision; nothing for a new one. */
function basis<Id extends ViewId | StoryId | NoteId>(
  kind: RecordKind,
  { id, revision }: Revised,
): { readonly id?: undefined } | { readonly id: Id; readonly revision: number } {
  if ((id == null) !== (revision == null))
    throw refusal(`revision: \`id\` and \`revision\` go together; leave out both for a new ${kind.toLowerCase()}.`);
  return id == null ? {} : { id: recordIdOf<Id>("id", kind, id), revision: revision! };
}

/** A view to save. */
export const viewOf = (input: ViewInput): RecordDraft => ({
  kind: "view",
  ...basis<ViewId>("View", input),
  name: text("name", input.name, MOST.name),
  state: json("state", input.state),
});

/** A story to save. */
export function storyOf(input: StoryInput): RecordDraft {
  const { steps } = input;
  if (steps.length > MOST.steps)
    throw refusal(`steps: ${steps.length} are more than ${MOST.steps}; tell it in two stories.`);
  return {
    kind: "story",
    ...basis<StoryId>("Story", input),
    name: text("name", input.name, MOST.name),
    steps: steps.map(({ view, caption }, i) => ({
      view: recordIdOf<ViewId>(`steps[${i}].view`, "View", view),
      caption: text(`steps[${i}].caption`, caption, MOST.caption, true),
    })),
  };
}

const NOTED: ReadonlySet<string | undefined> = new Set(["Entity", "Relation", "Document", "View"]);

/** A note to save. */
export function noteOf(input: NoteInput): RecordDraft {
  if (input.of.length > MOST.of || !NOTED.has(nodeKind(input.of)))
    throw refusal(
      `of: ${JSON.stringify(input.of.slice(0, 100))} is not the id of an entity, relation, document or view.`,
    );
  return {
    kind: "note",
    ...basis<NoteId>("Note", input),
    of: input.of as NodeId,
    text: text("text", input.text, MOST.note),
  };
}

const MOST_NOTED = 1_000;

/** The notes on some things. */
export function notesOn({ of }: { readonly of: readonly string[] }, { store }: Context) {
  if (of.length > MOST_NOTED) throw refusal(`of: ${of.length} ids are more than ${MOST_NOTED}; ask in parts.`);
  return store.notes(of);
}

/** Resolvers of views and stories. */
export const recordObjects = {
  View: {
    // Lists of views come without: each state may be large.
    state: async (view: Omit<View, "state"> & Partial<View>, _: unknown, { loaders, budget }: Context) => {
      const state = view.state ?? ((await loaders.record.load(view.id)) as View | undefined)?.state ?? "{}";
      budget.text(state.length);
      return state;
    },
  },
  StoryStep: {
    view: ({ view }: Story["steps"][number], _: unknown, { loaders }: Context) => loaders.record.load(view),
  },
};
