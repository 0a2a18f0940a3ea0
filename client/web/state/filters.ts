/**
 * What is to be seen of the view and of the graph. The legend holds what is switched off; everything else narrows to
 * what is named. Pure steps: applied to canvas, table, timeline, map and evidence at once, undone, and kept in the address.
 */
import type { DocumentId } from "../../../schema/ids.ts";
import type { EntityKind, RelationType, Status } from "../../../schema/ontology.ts";

/** The clocks by which dates may be filtered. */
export const CLOCKS = ["event", "publication"] as const;
export type Clock = (typeof CLOCKS)[number];

/** Days by one clock. With `from` or `to`, undated sentences pass only if `undated`; alone it means only undated, or only dated. */
export interface TimeSpan {
  readonly clock: Clock;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly undated?: boolean | undefined;
}

export interface Filters {
  /** Switched off in the legend. */
  readonly kinds: ReadonlySet<EntityKind>;
  readonly types: ReadonlySet<RelationType>;
  readonly statuses: ReadonlySet<Status>;
  /** Any of these; empty lists let everything pass. An empty speaker is the author. */
  readonly speakers: readonly string[];
  readonly publishers: readonly string[];
  readonly documents: readonly DocumentId[];
  readonly extractors: readonly string[];
  /** 0 to 1. */
  readonly minConfidence: number;
  /** Of the sentences that pass all else, at least so many, in at least so many documents. */
  readonly minAssertions: number;
  readonly minDocuments: number;
  /** Words that stand in the sentence. */
  readonly words: string;
  readonly time: TimeSpan;
}

export const NO_TIME: TimeSpan = { clock: "event" };

export const NO_FILTERS: Filters = {
  kinds: new Set(),
  types: new Set(),
  statuses: new Set(),
  speakers: [],
  publishers: [],
  documents: [],
  extractors: [],
  minConfidence: 0,
  minAssertions: 1,
  minDocuments: 1,
  words: "",
  time: NO_TIME,
};

/** What the legend switches. */
export type LegendFacet = "kinds" | "types" | "statuses";
/** What is chosen from lists. */
export type ListFacet = "speakers" | "publishers" | "documents" | "extractors";
/** What has a least value. */
export type LeastFacet = "minConfidence" | "minAssertions" | "minDocuments";
export type MemberOf<F extends LegendFacet> = Filters[F] extends ReadonlySet<infer T> ? T : never;

/** Whether a span of time keeps anything out; which clock it goes by is kept in any case. */
export const isTimed = ({ from, to, undated }: TimeSpan): boolean =>
  from !== undefined || to !== undefined || undated !== undefined;

/** Whether only the server can tell what passes, because it hangs on single sentences. */
export const isAsked = (filters: Filters): boolean =>
  filters.speakers.length + filters.publishers.length + filters.documents.length + filters.extractors.length > 0 ||
  filters.minConfidence > 0 ||
  filters.minAssertions > 1 ||
  filters.minDocuments > 1 ||
  filters.words.trim() !== "" ||
  isTimed(filters.time);

export const isFiltering = (filters: Filters): boolean =>
  filters.kinds.size + filters.types.size + filters.statuses.size > 0 || isAsked(filters);

/** Switches some members of a facet on or off together. */
export function switchTo<F extends LegendFacet>(
  filters: Filters,
  facet: F,
  members: readonly MemberOf<F>[],
  on: boolean,
): Filters {
  const off = new Set<MemberOf<F>>(filters[facet] as ReadonlySet<MemberOf<F>>);
  for (const member of members) {
    if (on) off.delete(member);
    else off.add(member);
  }
  return { ...filters, [facet]: off };
}

/** Leaves only these members on; asked again, all are on. */
export function only<F extends LegendFacet>(
  filters: Filters,
  facet: F,
  members: readonly MemberOf<F>[],
  all: readonly MemberOf<F>[],
): Filters {
  const others = all.filter((member) => !members.includes(member));
  const off = filters[facet] as ReadonlySet<MemberOf<F>>;
  const already = others.every((member) => off.has(member)) && members.every((member) => !off.has(member));
  return { ...filters, [facet]: new Set(already ? [] : others) };
}

/** Adds a value to those that may pass, or takes it out again. */
export function toggle<F extends ListFacet>(filters: Filters, facet: F, value: Filters[F][number]): Filters {
  const chosen = filters[facet] as readonly string[];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...filters, [facet]: next };
}

/** Sets a least value; what is below the range is the least there is. */
export const atLeast = (filters: Filters, facet: LeastFacet, value: number): Filters => ({
  ...filters,
  [facet]: facet === "minConfidence" ? Math.min(1, Math.max(0, value)) : Math.max(1, Math.round(value)),
});

/** Sets the words that a sentence must have. */
export const withWords = (filters: Filters, words: string): Filters => ({ ...filters, words: words.trim() });

/** Sets days, clock and undated; what is not named stays. A beginning after the end changes places with it. */
export function within(filters: Filters, change: Partial<TimeSpan>): Filters {
  const { clock, from, to, undated } = { ...filters.time, ...change };
  const turned = from !== undefined && to !== undefined && from > to;
  const [first, last] = turned ? [to, from] : [from, to];
  return {
    ...filters,
    time: {
      clock,
      ...(first === undefined ? {} : { from: first }),
      ...(last === undefined ? {} : { to: last }),
      ...(undated === undefined || clock === "publication" ? {} : { undated }),
    },
  };
}

/** Without any days, by the same clock. */
export const timeless = (filters: Filters): Filters => ({ ...filters, time: { clock: filters.time.clock } });
