/** How well an edge has to be backed: the confidence of its reading, how many sentences, how many documents. */
import { useState } from "react";
import { refilter } from "../actions/edit.ts";
import { FIELD } from "../parts/field.ts";
import { atLeast } from "../state/filters.ts";
import { useFilters } from "../state/store.ts";

/** Set when the hand lets go, so that sliding is one step. */
function Confidence() {
  const { minConfidence } = useFilters();
  const [sliding, slide] = useState<number>();
  const value = Math.round(100 * (sliding ?? minConfidence));
  const settle = () => {
    if (sliding !== undefined) refilter((filters) => atLeast(filters, "minConfidence", sliding));
    slide(undefined);
  };
  return (
    <label className="block px-2 pb-1.5">
      <span className="flex text-ink-2">
        <span className="grow">Confidence at least</span>
        {value} %
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={value}
        aria-valuetext={`${value} %`}
        onChange={(event) => slide(Number(event.target.value) / 100)}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
        className="h-5 w-full accent-accent"
      />
    </label>
  );
}

function Least({ facet, label }: { readonly facet: "minAssertions" | "minDocuments"; readonly label: string }) {
  const value = useFilters()[facet];
  return (
    <label className="flex h-8 items-center gap-2 px-2 text-ink-2">
      <span className="grow">{label}</span>
      <input
        type="number"
        min={1}
        max={999}
        value={value}
        onChange={(event) => refilter((filters) => atLeast(filters, facet, Number(event.target.value)))}
        className={`${FIELD} h-7 w-16 text-right`}
      />
    </label>
  );
}

export function Strength() {
  return (
    <>
      <Confidence />
      <Least facet="minAssertions" label="Sentences at least" />
      <Least facet="minDocuments" label="Documents at least" />
    </>
  );
}
