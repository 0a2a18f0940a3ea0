/** What is in view and what is not, said in figures: nothing is cut in silence. Chips for the filters that hold. */
import { QUAD_CLASSES, RELATION_TYPES, relationTerm, type RelationType } from "../../../schema/ontology.ts";
import { refilter, unhideAll } from "../actions/edit.ts";
import { Icon } from "../parts/Icon.tsx";
import { type Filters, isFiltering, NO_FILTERS } from "../state/filters.ts";
import { useExplorer, useView, useVisible } from "../state/store.ts";
import { totalEdges } from "../state/view.ts";
import { counted, figure, kindLabel, QUAD_LABELS, STATUS_LABELS, verb } from "../text/words.ts";

/** Types in words: a quad class of which every type is named is said as one. */
function typeWords(types: ReadonlySet<RelationType>): string[] {
  const whole = QUAD_CLASSES.filter((quad) =>
    RELATION_TYPES.every((type) => relationTerm(type).quad !== quad || types.has(type)),
  );
  const rest = [...types].filter((type) => !whole.includes(relationTerm(type).quad));
  return [...whole.map((quad) => QUAD_LABELS[quad].toLowerCase()), ...rest.map(verb)];
}

/** What is switched off, in words; many of one facet in one chip. */
function switchedOff({ kinds, types, statuses }: Filters): { label: string; clear: Partial<Filters> }[] {
  const some = (words: string[], one: string, many: string) =>
    words.length > 3 ? counted(words.length, one, many) : words.join(", ");
  const chips: { label: string; clear: Partial<Filters> }[] = [
    { label: some([...kinds].map(kindLabel), "kind", "kinds"), clear: { kinds: new Set() } },
    { label: some(typeWords(types), "type of edge", "types of edge"), clear: { types: new Set() } },
    {
      label: some(
        [...statuses].map((status) => STATUS_LABELS[status]),
        "status",
        "statuses",
      ),
      clear: { statuses: new Set() },
    },
  ];
  return chips.filter(({ label }) => label !== "");
}

function Chip({ label, onClear }: { readonly label: string; readonly onClear: () => void }) {
  return (
    <button
      type="button"
      onClick={onClear}
      aria-label={`Show again: ${label}`}
      className="pointer-events-auto flex h-6 items-center gap-1 rounded-full bg-accent-soft pr-1.5 pl-2.5 text-small text-ink hover:brightness-95"
    >
      {label} <Icon name="close" size={12} />
    </button>
  );
}

/** "148 of 1,234 edges shown": all that were asked for, or how many of them. */
function shownOf(shown: number, held: number, total: number): string {
  if (shown >= Math.max(held, total)) return counted(shown, "edge");
  const cut = total > held && shown === held ? ", the heaviest" : "";
  return `${figure(shown)} of ${counted(Math.max(held, total), "edge")} shown${cut}`;
}

export function InView() {
  const view = useView();
  const { entities, relations } = useVisible();
  const filters = useExplorer(({ session }) => session.filters);
  if (view.entities.size === 0) return null;
  return (
    <div className="pointer-events-none absolute top-3 left-3 z-10 flex max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-1.5">
      <p role="status" className="rounded-full bg-surface/85 px-2.5 py-0.5 text-small text-ink-2 backdrop-blur-sm">
        {view.start && "Where most is said · "}
        {counted(entities.length, "actor")} · {shownOf(relations.length, view.relations.size, totalEdges(view))}
      </p>
      {switchedOff(filters).map(({ label, clear }) => (
        <Chip key={label} label={`Without ${label}`} onClear={() => refilter((f) => ({ ...f, ...clear }))} />
      ))}
      {view.hidden.size > 0 && <Chip label={`${view.hidden.size} hidden`} onClear={unhideAll} />}
      {isFiltering(filters) && filters.kinds.size > 0 && filters.types.size > 0 && (
        <Chip label="All filters" onClear={() => refilter(() => NO_FILTERS)} />
      )}
    </div>
  );
}
