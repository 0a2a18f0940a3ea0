/** A chip for each filter that holds: pressing one lifts it, and one more lifts them all. */
import { useQuery } from "@tanstack/react-query";
import type { DocumentId } from "../../../schema/ids.ts";
import { ENTITY_KINDS } from "../../../schema/ontology.ts";
import { refilter, unhideAll } from "../actions/edit.ts";
import { titlesOf } from "../data/titles.ts";
import { Icon } from "../parts/Icon.tsx";
import { chipsOf } from "../state/chips.ts";
import { NO_FILTERS } from "../state/filters.ts";
import { useFilters, useView } from "../state/store.ts";
import { counted } from "../text/words.ts";

interface ChipProps {
  readonly label: string;
  readonly what: string;
  readonly onLift: () => void;
}

function Chip({ label, what, onLift }: ChipProps) {
  return (
    <button
      type="button"
      onClick={onLift}
      aria-label={`${what}: ${label}`}
      title={label}
      className="pointer-events-auto flex h-6 max-w-72 items-center gap-1 rounded-full bg-accent-soft pr-1.5 pl-2.5 text-small text-ink transition-[filter] hover:brightness-95"
    >
      <span className="truncate">{label}</span> <Icon name="close" size={12} />
    </button>
  );
}

const NO_TITLES: ReadonlyMap<DocumentId, string> = new Map();

export function Chips() {
  const filters = useFilters();
  const { hidden } = useView();
  const { data: titles = NO_TITLES } = useQuery({
    queryKey: ["titles", filters.documents],
    queryFn: ({ signal }) => titlesOf(filters.documents, signal),
    enabled: filters.documents.length > 0,
  });
  const chips = chipsOf(filters, ENTITY_KINDS, titles);
  const clear = () => refilter(({ time }) => ({ ...NO_FILTERS, time: { clock: time.clock } }));
  return (
    <>
      {chips.map(({ key, label, lift }) => (
        <Chip key={key} label={label} what="Lift this filter" onLift={() => refilter(lift)} />
      ))}
      {hidden.size > 0 && <Chip label={`${counted(hidden.size, "actor")} hidden`} what="Show" onLift={unhideAll} />}
      {chips.length > 1 && (
        <button
          type="button"
          onClick={clear}
          className="pointer-events-auto h-6 rounded-full bg-surface/85 px-2.5 text-small font-medium text-accent hover:bg-accent-soft"
        >
          Clear all filters
        </button>
      )}
    </>
  );
}
