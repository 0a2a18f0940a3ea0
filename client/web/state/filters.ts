/** The legend as filter: what is switched off is out of sight on canvas and in the table, and stays in the view. */
import type { EntityId } from "../../../schema/ids.ts";
import { type EntityKind, relationTerm, type RelationType, type Status } from "../../../schema/ontology.ts";
import type { ViewEntity, ViewRelation } from "./graph.ts";
import type { View } from "./view.ts";

export interface Filters {
  readonly kinds: ReadonlySet<EntityKind>;
  readonly types: ReadonlySet<RelationType>;
  readonly statuses: ReadonlySet<Status>;
}

/** Each set holds what is switched off. */
export const NO_FILTERS: Filters = { kinds: new Set(), types: new Set(), statuses: new Set() };

type Facet = keyof Filters;
type Member<F extends Facet> = Filters[F] extends ReadonlySet<infer T> ? T : never;

export const isFiltering = (filters: Filters): boolean =>
  filters.kinds.size + filters.types.size + filters.statuses.size > 0;

/** Switches some members of a facet on or off together. */
export function switchTo<F extends Facet>(filters: Filters, facet: F, members: readonly Member<F>[], on: boolean) {
  const off = new Set<Member<F>>(filters[facet] as ReadonlySet<Member<F>>);
  for (const member of members) {
    if (on) off.delete(member);
    else off.add(member);
  }
  return { ...filters, [facet]: off } as Filters;
}

/** Leaves only these members on; asked again, all are on. */
export function only<F extends Facet>(
  filters: Filters,
  facet: F,
  members: readonly Member<F>[],
  all: readonly Member<F>[],
) {
  const others = all.filter((member) => !members.includes(member));
  const off = filters[facet] as ReadonlySet<Member<F>>;
  const already = others.every((member) => off.has(member)) && members.every((member) => !off.has(member));
  return { ...filters, [facet]: new Set(already ? [] : others) } as Filters;
}

/** What can be seen of a view. */
export interface Visible {
  readonly entities: readonly ViewEntity[];
  readonly relations: readonly ViewRelation[];
}

const passes = (relation: ViewRelation, { types, statuses }: Filters): boolean =>
  !types.has(relation.type) && relation.statuses.some(({ status }) => !statuses.has(status));

/** What is in view, not hidden and not filtered out. Who has no edge left in sight is seen only if asked for. */
export function visible(view: View, filters: Filters): Visible {
  const seen = (id: EntityId) => {
    const entity = view.entities.get(id);
    return entity !== undefined && !view.hidden.has(id) && !filters.kinds.has(entity.kind);
  };
  const relations = [...view.relations.values()].filter(
    (relation) => seen(relation.subject) && seen(relation.object) && passes(relation, filters),
  );
  const held = new Set([...view.focus, ...relations.flatMap((r) => [r.subject, r.object])]);
  return { entities: [...view.entities.values()].filter(({ id }) => held.has(id) && seen(id)), relations };
}

/** How much of each kind, type and status the view holds, whatever is switched off. */
export interface Counts {
  readonly kinds: ReadonlyMap<EntityKind, number>;
  readonly types: ReadonlyMap<RelationType, number>;
  readonly statuses: ReadonlyMap<Status, number>;
}

function tally<T>(items: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

export function count(view: View): Counts {
  const relations = [...view.relations.values()];
  return {
    kinds: tally([...view.entities.values()].map(({ kind }) => kind)),
    types: tally(relations.map(({ type }) => type)),
    statuses: tally(relations.flatMap(({ statuses }) => statuses.map(({ status }) => status))),
  };
}

/** The quad class by which an edge is coloured. */
export const quadOf = (relation: Pick<ViewRelation, "type">) => relationTerm(relation.type).quad;
