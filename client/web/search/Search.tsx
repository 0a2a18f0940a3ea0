/** The search box: an actor to begin with, or a sentence to read. */
import { useId, useRef, useState } from "react";
import { openDocument } from "../actions/edit.ts";
import { addToView } from "../actions/grow.ts";
import { focusOn } from "../actions/open.ts";
import { chooseEnd } from "../ask/question.ts";
import { Keys } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Suggestions } from "./Suggestions.tsx";
import { useCombobox } from "./useCombobox.ts";
import { type Suggestion, useSuggestions } from "./useSuggestions.ts";

const BOX =
  "h-8 w-full rounded-lg bg-sunk pr-16 pl-8 text-base text-ink shadow-[inset_0_0_0_1px_var(--line)] transition-shadow placeholder:text-ink-3 hover:shadow-[inset_0_0_0_1px_var(--line-strong)] focus:bg-raised focus:shadow-[inset_0_0_0_1.5px_var(--accent)] focus:outline-none";

function show(suggestion: Suggestion, add: boolean): void {
  if (suggestion.kind === "sentence") {
    openDocument(suggestion.document, { start: suggestion.start, end: suggestion.end });
  } else if (chooseEnd(suggestion.entity.id)) return;
  else if (add) void addToView(suggestion.entity.id);
  else void focusOn(suggestion.entity.id);
}

/** `combobox` "Search". Enter shows what is chosen, Shift+Enter adds it to the view. */
export function Search() {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, onType] = useState("");
  const { items, failed, settled } = useSuggestions(typed);
  const onChoose = (suggestion: Suggestion, shift: boolean) => {
    show(suggestion, shift);
    input.current?.blur();
  };
  const box = useCombobox({ typed, onType, items, onChoose });
  const option = (index: number) => `${list}${index}`;
  return (
    <div className="relative w-full max-w-[560px]">
      <span className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-ink-3">
        <Icon name="search" />
      </span>
      <input
        ref={input}
        id="search"
        type="text"
        role="combobox"
        aria-label="Search"
        aria-autocomplete="list"
        aria-expanded={box.open}
        aria-controls={list}
        aria-activedescendant={box.open && items.length > 0 ? option(box.active) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Search actors, places, sentences"
        value={typed}
        onChange={(event) => box.type(event.target.value)}
        onKeyDown={box.onKeyDown}
        onFocus={box.reopen}
        onBlur={box.close}
        className={BOX}
      />
      <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center">
        <Keys keys="/" />
      </span>
      <Suggestions
        id={list}
        option={option}
        open={box.open}
        typed={typed.trim()}
        items={items}
        active={box.active}
        failed={failed}
        settled={settled}
        onPoint={box.setActive}
        onChoose={box.choose}
      />
    </div>
  );
}
