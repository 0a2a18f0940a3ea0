/** Choosing among names by how much is said under each: speakers, publishers, extractors. */
import { useState } from "react";
import { refilter } from "../actions/edit.ts";
import { FIELD } from "../parts/field.ts";
import { type ListFacet, toggle } from "../state/filters.ts";
import { useFilters } from "../state/store.ts";
import { counted, figure } from "../text/words.ts";
import { type CountedFacet, type Facets, useFacets } from "./useFacets.ts";

const FEW = 8;

type Facet = Extract<ListFacet, CountedFacet>;

interface NamesProps {
  readonly facet: Facet;
  readonly label: string;
  /** What an empty name stands for. */
  readonly nameless?: string;
}

interface Choice {
  readonly name: string;
  readonly count: number;
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What is counted, and what is chosen though nothing is left of it; the chosen ones first. */
function choicesOf(facets: Facets | undefined, facet: Facet, chosen: readonly string[]): Choice[] {
  const known = (facets?.[facet] ?? []).map(({ name, assertions }) => ({ name, count: assertions }));
  const gone = chosen.filter((name) => !known.some((choice) => choice.name === name));
  const all = [...gone.map((name) => ({ name, count: 0 })), ...known];
  return all.toSorted((a, b) => Number(chosen.includes(b.name)) - Number(chosen.includes(a.name)));
}

function Line({
  facet,
  choice,
  nameless,
  on,
}: Pick<NamesProps, "facet"> & { readonly choice: Choice; readonly nameless: string; readonly on: boolean }) {
  const words = choice.name === "" ? nameless : choice.name;
  return (
    <li>
      <label className="flex h-6 items-center gap-2 rounded-md px-2 hover:bg-hover" title={words}>
        <input
          type="checkbox"
          checked={on}
          aria-label={`${words}, ${counted(choice.count, "sentence")}`}
          onChange={() => refilter((filters) => toggle(filters, facet, choice.name))}
          className="size-3.5 shrink-0 accent-accent"
        />
        <span className={`min-w-0 grow truncate ${choice.name === "" ? "italic" : ""}`}>{words}</span>
        <span className="shrink-0 text-small text-ink-3">{figure(choice.count)}</span>
      </label>
    </li>
  );
}

export function Names({ facet, label, nameless = "" }: NamesProps) {
  const { facets, failed } = useFacets(facet);
  const chosen = useFilters()[facet];
  const [typed, type] = useState("");
  const [all, showAll] = useState(false);
  const choices = choicesOf(facets, facet, chosen);
  const found = choices.filter(({ name }) => plain(name === "" ? nameless : name).includes(plain(typed.trim())));
  const shown = all || typed ? found : found.slice(0, FEW);
  if (failed && !facets) return <p className="px-2 text-small text-ink-3">{label} cannot be counted just now.</p>;
  if (!facets)
    return <span className="skeleton mx-2 my-1 block h-4" role="status" aria-label={`${label} are coming`} />;
  return (
    <>
      {choices.length > FEW && (
        <input
          type="search"
          aria-label={`Find among ${label.toLowerCase()}`}
          placeholder={`Find among ${figure(choices.length)}`}
          value={typed}
          onChange={(event) => type(event.target.value)}
          className={`${FIELD} mx-2 mb-1 h-7 w-[calc(100%-16px)]`}
        />
      )}
      <ul aria-label={label} className="max-h-60 overflow-y-auto">
        {shown.map((choice) => (
          <Line key={choice.name} facet={facet} choice={choice} nameless={nameless} on={chosen.includes(choice.name)} />
        ))}
      </ul>
      {found.length === 0 && (
        <p className="px-2 text-small text-ink-3">{typed ? "None is named so." : "None in sight."}</p>
      )}
      {found.length > shown.length && (
        <button
          type="button"
          onClick={() => showAll(true)}
          className="mx-2 mt-0.5 rounded text-small font-medium text-accent hover:underline"
        >
          Show {counted(found.length - shown.length, "more", "more")}
        </button>
      )}
    </>
  );
}
