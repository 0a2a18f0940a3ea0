/** Finds actors among those in view, by any part of a name. */
import { type KeyboardEvent, useState } from "react";
import type { EntityId } from "../../../schema/ids.ts";
import { selectEntity } from "../actions/edit.ts";
import { IconButton } from "../parts/Button.tsx";
import { KindGlyph } from "../parts/Glyph.tsx";
import { pointAt, useVisible } from "../state/store.ts";
import { counted } from "../text/words.ts";
import { hideFind, useFind } from "./find.ts";

const SHOWN = 8;
const plain = (words: string) => words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

function Finder() {
  const { entities } = useVisible();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const found = words.trim() === "" ? [] : entities.filter(({ name }) => plain(name).includes(plain(words.trim())));
  const close = () => {
    pointAt(undefined);
    hideFind();
    document.getElementById("canvas")?.focus();
  };
  const point = (index: number) => {
    setAt(index);
    const entity = found[index];
    pointAt(entity && { kind: "entity", id: entity.id });
  };
  const take = (id: EntityId | undefined) => {
    if (id) selectEntity(id);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter") take(found[at]?.id);
    else if (event.key === "ArrowDown") point(Math.min(at + 1, Math.min(found.length, SHOWN) - 1));
    else if (event.key === "ArrowUp") point(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <div className="absolute top-12 left-3 z-20 w-72 rounded-lg bg-raised p-1 shadow-float">
      <div className="flex items-center gap-1">
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for by a key
          autoFocus
          aria-label="Find in the view"
          placeholder="Find in the view"
          value={words}
          onChange={({ target }) => {
            setWords(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-7 min-w-0 grow rounded-md bg-transparent px-2 outline-none placeholder:text-ink-3"
        />
        <IconButton icon="close" label="Close" onClick={close} />
      </div>
      {words.trim() !== "" && (
        <p role="status" className="px-2 pb-1 text-small text-ink-3">
          {found.length === 0 ? "Nobody in view has this in the name." : `${counted(found.length, "actor")} in view`}
        </p>
      )}
      <ul>
        {found.slice(0, SHOWN).map(({ id, name, kind }, i) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => take(id)}
              onPointerEnter={() => point(i)}
              className={`flex h-7 w-full items-center gap-2 rounded-md px-2 text-left ${i === at ? "bg-accent-soft" : "hover:bg-hover"}`}
            >
              <KindGlyph kind={kind} />
              <span className="truncate">{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function FindInView() {
  const { open } = useFind();
  return open ? <Finder /> : null;
}
