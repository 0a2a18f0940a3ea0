/** Facets out of the counts that both adapters give. */
import { relationTerm, type EntityKind, type RelationType, type Status } from "../../schema/ontology.ts";
import type { Facets, NameFacet, Share } from "./port.ts";

/** What an adapter counts; lists in any order, names already cut. */
export interface FacetCounts {
  readonly kinds: readonly { readonly kind: EntityKind; readonly entities: number; readonly relations: number }[];
  readonly types: readonly (Share & { readonly type: RelationType })[];
  readonly statuses: readonly { readonly status: Status; readonly count: number }[];
  readonly publishers: readonly NameFacet[];
  readonly publisherCount: number;
  readonly speakers: readonly NameFacet[];
  readonly speakerCount: number;
  readonly extractors: readonly NameFacet[];
}

const byText = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Most first, then by name. */
const ordered = <Item>(list: readonly Item[], count: (item: Item) => number, name: (item: Item) => string): Item[] =>
  list.toSorted((a, b) => count(b) - count(a) || byText(name(a), name(b)));

const byAssertions = <Item extends Share>(list: readonly Item[], name: (item: Item) => string): Item[] =>
  ordered(list, ({ assertions }) => assertions, name);

function byQuad(types: FacetCounts["types"]): Facets["quads"] {
  const quads = new Map<Facets["quads"][number]["quad"], Share>();
  for (const { type, relations, assertions } of types) {
    const { quad } = relationTerm(type);
    const before = quads.get(quad) ?? { relations: 0, assertions: 0 };
    quads.set(quad, { relations: before.relations + relations, assertions: before.assertions + assertions });
  }
  return byAssertions(
    [...quads].map(([quad, share]) => ({ quad, ...share })),
    ({ quad }) => quad,
  );
}

const total = (types: FacetCounts["types"], of: keyof Share) => types.reduce((sum, share) => sum + share[of], 0);

/** An edge has one type, and an entity one kind, so that the sums of these are what passes in all. */
export const toFacets = (counts: FacetCounts): Facets => ({
  ...counts,
  entities: counts.kinds.reduce((sum, { entities }) => sum + entities, 0),
  relations: total(counts.types, "relations"),
  assertions: total(counts.types, "assertions"),
  kinds: ordered(
    counts.kinds,
    ({ relations }) => relations,
    ({ kind }) => kind,
  ),
  types: byAssertions(counts.types, ({ type }) => type),
  quads: byQuad(counts.types),
  statuses: ordered(
    counts.statuses,
    ({ count }) => count,
    ({ status }) => status,
  ),
  publishers: byAssertions(counts.publishers, ({ name }) => name),
  speakers: byAssertions(counts.speakers, ({ name }) => name),
  extractors: byAssertions(counts.extractors, ({ name }) => name),
});
