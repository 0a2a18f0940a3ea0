/** Words that a sentence must have. */
import { useState } from "react";
import { refilter } from "../actions/edit.ts";
import { FIELD } from "../parts/field.ts";
import { withWords } from "../state/filters.ts";
import { useFilters } from "../state/store.ts";

function Field({ words }: { readonly words: string }) {
  const [typed, type] = useState(words);
  const settle = () => {
    if (typed.trim() !== words) refilter((filters) => withWords(filters, typed));
  };
  return (
    <form
      className="px-2"
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
    >
      <input
        type="search"
        aria-label="Words in the sentence"
        placeholder="drone strike"
        value={typed}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        className={`${FIELD} h-7 w-full`}
      />
      <p className="pt-1 text-small text-ink-3">Enter shows only edges with a sentence that has them.</p>
    </form>
  );
}

export function Words() {
  const { words } = useFilters();
  return <Field key={words} words={words} />;
}
