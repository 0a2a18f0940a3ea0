/** The form of a new document: its text or files, and what is known about it. */
import { type ReactNode, useRef } from "react";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { counted } from "../text/words.ts";
import { draft, useDraft } from "./draft.ts";
import type { Particulars } from "./give.ts";

const FIELD =
  "w-full rounded-lg bg-sunk px-2.5 text-ink shadow-[inset_0_0_0_1px_var(--line)] placeholder:text-ink-3 hover:shadow-[inset_0_0_0_1px_var(--line-strong)] focus:bg-raised focus:shadow-[inset_0_0_0_1.5px_var(--accent)] focus:outline-none";

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label className="block">
      <span className="mb-1 block text-small text-ink-2">{label}</span>
      {children}
    </label>
  );
}

function Files() {
  const { files } = useDraft();
  const onChange = (chosen: File[]) => draft({ files: chosen });
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Button look="outlined" icon="upload" onClick={() => chooser.current?.click()}>
        Choose files
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        aria-label="Files"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => onChange([...files, ...(event.target.files ?? [])])}
      />
      {files.length === 0 && (
        <span className="text-small text-ink-3">
          or drop them anywhere: text, PDF, Word, web pages, mail, tables, archives
        </span>
      )}
      {files.map((file) => (
        <span key={file.name + file.size} className="flex h-7 items-center gap-1 rounded-md bg-accent-soft pr-1 pl-2">
          {file.name}
          <button
            type="button"
            aria-label={`Leave out ${file.name}`}
            onClick={() => onChange(files.filter((other) => other !== file))}
            className="flex size-5 items-center justify-center rounded hover:bg-hover"
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
    </div>
  );
}

interface FormProps {
  readonly onRead: () => void;
  readonly onLook: () => void;
}

export function Form({ onRead, onLook }: FormProps) {
  const { text, files, about } = useDraft();
  const count = files.length + (text.trim() ? 1 : 0);
  const field = (name: keyof Particulars, type = "text", placeholder = "") => (
    <input
      type={type}
      name={name}
      placeholder={placeholder}
      value={about[name]}
      onChange={(event) => draft({ about: { ...about, [name]: event.target.value } })}
      className={`${FIELD} h-8`}
    />
  );
  return (
    <form
      className="flex flex-col gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        onRead();
      }}
    >
      <Field label="Text">
        <textarea
          name="text"
          data-first
          rows={files.length > 0 ? 3 : 9}
          value={text}
          onChange={(event) => draft({ text: event.target.value })}
          placeholder="Paste the text of a report or an article. It is kept as it is."
          className={`${FIELD} resize-y py-2 font-serif text-quote`}
        />
      </Field>
      <Files />
      <div className="grid grid-cols-[1fr_1fr_150px] gap-2.5 max-[620px]:grid-cols-1">
        <Field label="Title">{field("title", "text", "from the text, if empty")}</Field>
        <Field label="Publisher">{field("publisher")}</Field>
        <Field label="Published">{field("published", "date")}</Field>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2 pt-1">
        <p className="min-w-48 grow text-small text-ink-3">
          Dates in the text are read relative to the day of publication.
        </p>
        <Button look="outlined" disabled={count === 0} onClick={onLook}>
          See first what it adds
        </Button>
        <Button type="submit" look="primary" disabled={count === 0}>
          {count > 1 ? `Read ${counted(count, "document")}` : "Read the document"}
        </Button>
      </div>
    </form>
  );
}
