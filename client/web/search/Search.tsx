/** The search box: an actor to begin with, or a sentence to read. */
import { Autocomplete } from "@base-ui/react/autocomplete";
import { useRef, useState } from "react";
import { openDocument } from "../actions/edit.ts";
import { addToView } from "../actions/grow.ts";
import { focusOn } from "../actions/open.ts";
import { Keys } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { SuggestionRow } from "./SuggestionRow.tsx";
import { type Suggestion, useSuggestions } from "./useSuggestions.ts";

function choose(suggestion: Suggestion, add: boolean): void {
  if (suggestion.kind === "sentence") {
    openDocument(suggestion.document, { start: suggestion.start, end: suggestion.end });
  } else if (add) void addToView(suggestion.entity.id);
  else void focusOn(suggestion.entity.id);
}

function Outcome({ typed, failed, count }: { typed: string; failed: boolean; count: number }) {
  if (failed) return <>The search does not answer just now. What is in view stays.</>;
  if (count === 0) return <>Nothing is named “{typed}”, and no sentence has these words.</>;
  return null;
}

/** `combobox` "Search". Enter shows what is chosen, Shift+Enter adds it to the view. */
export function Search() {
  const [typed, type] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const shifted = useRef(false);
  const { data = [], isError, isPending, isFetching, isPlaceholderData } = useSuggestions(typed);
  const asked = typed.trim() !== "";
  const items = asked ? data : [];
  const settled = asked && !isPending && !(isFetching && isPlaceholderData);
  return (
    <Autocomplete.Root
      items={items}
      filter={null}
      autoHighlight="always"
      itemToStringValue={() => typed}
      value={typed}
      onValueChange={(value, { reason }) => {
        if (reason !== "item-press") type(value);
      }}
    >
      <div className="relative w-full max-w-[560px]">
        <span className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-ink-3">
          <Icon name="search" />
        </span>
        <Autocomplete.Input
          ref={input}
          aria-label="Search"
          id="search"
          placeholder="Search actors, places, sentences"
          onKeyDown={(event) => {
            shifted.current = event.shiftKey;
          }}
          className="h-8 w-full rounded-lg bg-sunk pr-16 pl-8 text-base text-ink shadow-[inset_0_0_0_1px_var(--line)] transition-shadow placeholder:text-ink-3 hover:shadow-[inset_0_0_0_1px_var(--line-strong)] focus:bg-raised focus:shadow-[inset_0_0_0_1.5px_var(--accent)] focus:outline-none"
        />
        <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center">
          <Keys keys="Ctrl K" />
        </span>
      </div>
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={5} className="z-40 outline-none">
          <Autocomplete.Popup
            className={`max-h-[var(--available-height)] w-[max(var(--anchor-width),480px)] max-w-[var(--available-width)] overflow-hidden rounded-lg bg-raised shadow-float ${asked ? "" : "hidden"}`}
          >
            <Autocomplete.Status className="px-3 text-ink-2 not-empty:py-2.5">
              {settled && <Outcome typed={typed.trim()} failed={isError} count={items.length} />}
            </Autocomplete.Status>
            <Autocomplete.List className="max-h-[60vh] overflow-y-auto p-1 empty:hidden">
              {(suggestion: Suggestion) => (
                <Autocomplete.Item
                  key={suggestion.value}
                  value={suggestion}
                  onClick={(event) => {
                    choose(suggestion, shifted.current || event.shiftKey);
                    type("");
                    input.current?.blur();
                  }}
                  className="cursor-default rounded-md px-2 py-1.5 outline-none select-none data-highlighted:bg-accent-soft"
                >
                  <SuggestionRow suggestion={suggestion} query={typed.trim()} />
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
            {items.length > 0 && (
              <p className="flex gap-4 border-t border-line px-3 py-1.5 text-small text-ink-3">
                <span className="flex items-center gap-1.5">
                  <Keys keys="Enter" /> show
                </span>
                <span className="flex items-center gap-1.5">
                  <Keys keys="Shift Enter" /> add to the view
                </span>
              </p>
            )}
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
