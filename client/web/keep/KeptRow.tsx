/** A view or a story in the list: its name, which opens it, and what can be done with it. */
import { type ReactNode, useState } from "react";
import { Button, IconButton } from "../parts/Button.tsx";
import { FIELD } from "../parts/field.ts";
import { Ago } from "./Ago.tsx";

interface NameProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onEnd: () => void;
}

function NameField({ name, onRename, onEnd }: NameProps) {
  const [typed, type] = useState(name);
  const end = () => {
    if (typed.trim() && typed.trim() !== name) onRename(typed.trim());
    onEnd();
  };
  return (
    <input
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      aria-label={`New name of ${name}`}
      value={typed}
      maxLength={200}
      onChange={(event) => type(event.target.value)}
      onBlur={end}
      onKeyDown={(event) => {
        if (event.key === "Enter") end();
        if (event.key === "Escape") onEnd();
        event.stopPropagation();
      }}
      className={`h-7 min-w-0 grow ${FIELD}`}
    />
  );
}

function Deletion({
  what,
  onYes,
  onNo,
}: {
  readonly what: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  return (
    <span className="flex min-w-0 grow items-center gap-1.5">
      <span className="min-w-0 grow truncate text-ink-2">Delete {what}?</span>
      <Button look="outlined" onClick={onYes} autoFocus>
        Delete
      </Button>
      <Button onClick={onNo}>Keep</Button>
    </span>
  );
}

interface KeptRowProps {
  readonly name: string;
  readonly about?: string;
  readonly updatedAt: string;
  readonly current?: boolean;
  readonly onOpen: () => void;
  readonly onRename?: (name: string) => void;
  readonly onDelete: () => void;
  /** More that can be done with it. */
  readonly children?: ReactNode;
}

export function KeptRow({ name, about, updatedAt, current, onOpen, onRename, onDelete, children }: KeptRowProps) {
  const [doing, does] = useState<"naming" | "deleting">();
  const end = () => does(undefined);
  return (
    <li
      className={`group flex min-h-9 items-center gap-1 rounded-md px-2 ${current ? "bg-accent-soft" : "hover:bg-hover"}`}
    >
      {doing === "naming" && onRename && <NameField name={name} onRename={onRename} onEnd={end} />}
      {doing === "deleting" && <Deletion what={`“${name}”`} onYes={onDelete} onNo={end} />}
      {doing === undefined && (
        <>
          <button type="button" onClick={onOpen} className="min-w-0 grow truncate py-1.5 text-left font-medium">
            {name}
          </button>
          <span className="shrink-0 text-small text-ink-3" title={updatedAt}>
            {about && `${about} · `}
            <Ago instant={updatedAt} />
          </span>
          {children}
          {onRename && <IconButton icon="edit" label={`Rename ${name}`} onClick={() => does("naming")} />}
          <IconButton icon="trash" label={`Delete ${name}`} onClick={() => does("deleting")} />
        </>
      )}
    </li>
  );
}
