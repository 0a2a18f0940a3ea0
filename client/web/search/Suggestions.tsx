/** The list below the search box. */
import { Keys } from "../parts/Button.tsx";
import { SuggestionRow } from "./SuggestionRow.tsx";
import type { Suggestion } from "./useSuggestions.ts";

interface SuggestionsProps {
  readonly id: string;
  readonly option: (index: number) => string;
  readonly open: boolean;
  readonly typed: string;
  readonly items: readonly Suggestion[];
  readonly active: number;
  readonly failed: boolean;
  readonly settled: boolean;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (suggestion: Suggestion, shift: boolean) => void;
}

function outcome({ typed, items, failed, settled }: SuggestionsProps): string {
  if (failed) return "The search does not answer just now. What is in view stays.";
  if (!settled) return "";
  if (items.length === 0) return `Nothing is named “${typed}”, and no sentence has these words.`;
  return "";
}

function Hints() {
  return (
    <p className="flex gap-4 border-t border-line px-3 py-1.5 text-small text-ink-3" aria-hidden="true">
      <span className="flex items-center gap-1.5">
        <Keys keys="Enter" /> show
      </span>
      <span className="flex items-center gap-1.5">
        <Keys keys="Shift Enter" /> add to the view
      </span>
    </p>
  );
}

export function Suggestions(props: SuggestionsProps) {
  const { id, option, open, items, active, onPoint, onChoose } = props;
  const words = outcome(props);
  return (
    <div
      hidden={!open || (items.length === 0 && words === "")}
      className="absolute top-[37px] left-0 z-40 w-full min-w-[min(480px,92vw)] overflow-hidden rounded-lg bg-raised shadow-float"
    >
      <p role="status" className="px-3 text-ink-2 not-empty:py-2.5">
        {words}
      </p>
      <ul id={id} role="listbox" aria-label="Suggestions" className="max-h-[64vh] overflow-y-auto p-1 empty:hidden">
        {items.map((suggestion, i) => (
          <li
            key={suggestion.value}
            id={option(i)}
            role="option"
            aria-selected={i === active}
            // The box keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => i !== active && onPoint(i)}
            onClick={(event) => onChoose(suggestion, event.shiftKey)}
            className="rounded-md px-2 py-1.5 select-none aria-selected:bg-accent-soft"
          >
            <SuggestionRow suggestion={suggestion} query={props.typed} />
          </li>
        ))}
      </ul>
      {items.length > 0 && <Hints />}
    </div>
  );
}
