/** What analysts have noted on an actor, an edge or a saved view. A note is text, whatever it looks like. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, IconButton } from "../parts/Button.tsx";
import { FIELD } from "../parts/field.ts";
import { Skeleton, Trouble } from "../parts/Trouble.tsx";
import { Ago } from "./Ago.tsx";
import { typeDraft, useDrafts } from "./drafts.ts";
import { deleteNote, fetchNotes, type Note, notesKey, saveNote } from "./records.ts";
import { useChange } from "./useKept.ts";

const LONGEST = 20_000;

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
}

const NoteField = ({ label, value, onType }: FieldProps) => (
  <textarea
    aria-label={label}
    placeholder="A note for whoever looks at this next"
    value={value}
    rows={3}
    maxLength={LONGEST}
    onChange={({ target }) => onType(target.value)}
    className={`w-full resize-y py-1.5 ${FIELD}`}
  />
);

function Writing({ of }: { readonly of: string }) {
  const text = useDrafts((drafts) => drafts[of] ?? "");
  const { busy, failure, run } = useChange([notesKey(of)]);
  const save = async () => {
    if (await run(() => saveNote({ of, text }))) typeDraft(of, "");
  };
  return (
    <div className="border-b border-line p-4">
      <NoteField label="A new note" value={text} onType={(typed) => typeDraft(of, typed)} />
      <div className="mt-2 flex items-center gap-2">
        <Button look="primary" disabled={busy || !text.trim()} onClick={() => void save()}>
          Save the note
        </Button>
        {failure && (
          <span role="alert" className="text-small text-danger">
            {failure.message} What you typed is kept here.
          </span>
        )}
      </div>
    </div>
  );
}

function Editing({ note, onEnd }: { readonly note: Note; readonly onEnd: () => void }) {
  const [text, setText] = useState(note.text);
  const { busy, failure, run } = useChange([notesKey(note.of)]);
  const save = async () => {
    if (await run(() => saveNote({ id: note.id, revision: note.revision, of: note.of, text }))) onEnd();
  };
  return (
    <>
      <NoteField label="The note" value={text} onType={setText} />
      <div className="mt-2 flex items-center gap-2">
        <Button look="primary" disabled={busy || !text.trim()} onClick={() => void save()}>
          Save
        </Button>
        <Button onClick={onEnd}>Leave it</Button>
      </div>
      {failure && (
        <p role="alert" className="mt-1 text-small text-danger">
          {failure.code === "CONFLICT"
            ? "Somebody else changed this note meanwhile. Copy what you wrote, leave it, and look at theirs."
            : failure.message}
        </p>
      )}
    </>
  );
}

function NoteItem({ note }: { readonly note: Note }) {
  const [editing, edit] = useState(false);
  const { run } = useChange([notesKey(note.of)]);
  return (
    <li className="border-b border-line px-4 py-3">
      {editing ? (
        <Editing note={note} onEnd={() => edit(false)} />
      ) : (
        <>
          <p className="whitespace-pre-wrap wrap-anywhere">{note.text}</p>
          <div className="mt-1 flex items-center text-small text-ink-3">
            <span className="grow" title={note.updatedAt}>
              <Ago instant={note.updatedAt} />
            </span>
            <IconButton icon="edit" label="Change the note" onClick={() => edit(true)} />
            <IconButton icon="trash" label="Delete the note" onClick={() => void run(() => deleteNote(note.id))} />
          </div>
        </>
      )}
    </li>
  );
}

/** `of` is the id of what the notes are on, `name` what it is called. */
export function Notes({ of, name }: { readonly of: string; readonly name: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: notesKey(of),
    queryFn: ({ signal }) => fetchNotes(of, signal),
    staleTime: 0,
  });
  return (
    <section aria-label="Notes">
      <h2 className="px-4 pt-3 text-large">
        <span className="text-ink-2">Notes on</span> <span className="font-medium">{name}</span>
      </h2>
      <Writing key={of} of={of} />
      {error && !data && <Trouble title={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label="The notes are coming" lines={3} />}
      {data?.length === 0 && <p className="px-4 py-3 text-ink-2">Nothing noted yet.</p>}
      <ol>
        {data?.map((note) => (
          <NoteItem key={note.id} note={note} />
        ))}
      </ol>
    </section>
  );
}
