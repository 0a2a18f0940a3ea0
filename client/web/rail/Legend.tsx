/** The legend, which is the filter: what is pressed off leaves canvas and table; its figures count what is in view. */
import type { ReactNode } from "react";
import { refilter } from "../actions/edit.ts";
import { type Filters, type LegendFacet, type MemberOf, only, switchTo } from "../state/filters.ts";
import { figure } from "../text/words.ts";

interface EntryProps<F extends LegendFacet> {
  readonly facet: F;
  readonly members: readonly MemberOf<F>[];
  /** Everything that "only" switches off around these. */
  readonly all: readonly MemberOf<F>[];
  readonly filters: Filters;
  readonly glyph: ReactNode;
  readonly label: string;
  readonly count: number;
  readonly description?: string;
  readonly indent?: boolean;
  readonly children?: ReactNode;
}

/** One line of the legend: press to switch it off or on, "only" to leave it alone. */
export function Entry<F extends LegendFacet>(props: EntryProps<F>) {
  const { facet, members, all, filters, glyph, label, count, description, indent, children } = props;
  const off = filters[facet] as ReadonlySet<MemberOf<F>>;
  const on = members.some((member) => !off.has(member));
  return (
    <li className={`group relative flex items-center ${count === 0 ? "text-ink-3" : ""}`}>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-label={`${label}, ${figure(count)}`}
        title={description}
        onClick={() => refilter((f) => switchTo(f, facet, members, !on))}
        className={`flex h-6 min-w-0 grow items-center gap-2 rounded-md pr-2 text-left transition-colors hover:bg-hover ${indent ? "pl-7" : "pl-2"}`}
      >
        <span className={on ? "" : "opacity-30 grayscale"}>{glyph}</span>
        <span className={`min-w-0 grow truncate ${on ? "" : "text-ink-3 line-through"}`}>{label}</span>
        <span className="shrink-0 text-small text-ink-3 group-focus-within:opacity-0 group-hover:opacity-0">
          {figure(count)}
        </span>
      </button>
      <button
        type="button"
        aria-label={`Only ${label}`}
        onClick={() => refilter((f) => only(f, facet, members, all))}
        className="absolute right-1 rounded px-1.5 text-small text-accent opacity-0 group-hover:opacity-100 hover:bg-accent-soft focus-visible:opacity-100"
      >
        only
      </button>
      {children}
    </li>
  );
}

/** A part of the legend under its heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="px-2 pt-2.5">
      <h2 className="px-2 pb-0.5 text-small font-medium text-ink-3">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}
