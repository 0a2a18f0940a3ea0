/** What can be seen of a view under its filters. Pure. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import { type EntityKind, relationTerm, type RelationType, type Status } from "../../../schema/ontology.ts";
import { type Filters, isAsked } from "./filters.ts";
import type { ViewEntity, ViewRelation } from "./graph.ts";
import type { View } from "./view.ts";

export interface Visible {
  readonly entities: readonly ViewEntity[];
  readonly relations: readonly ViewRelation[];
}

/** What the server last said of which edges pass; what it was not asked about yet waits out of sight. */
export interface Judgement {
  readonly passed: ReadonlySet<RelationId>;
}

/** An edge whose own types and statuses pass; what hangs on single sentences is the server's to judge. */
const passes = (relation: ViewRelation, { types, statuses }: Filters): boolean =>
  !types.has(relation.type) && relation.statuses.some(({ status }) => !statuses.has(status));

/**
 * What is in view, not hidden and not filtered out. Who has no edge left in sight is seen only if asked for. Until the
 * server has judged for the first time, everything that it is asked about stays.
 */
export function visible(view: View, filters: Filters, judgement?: Judgement): Visible {
  const judged = isAsked(filters) ? judgement?.passed : undefined;
  const seen = (id: EntityId) => {
    const entity = view.entities.get(id);
    return entity !== undefined && !view.hidden.has(id) && !filters.kinds.has(entity.kind);
  };
  const relations = [...view.relations.values()].filter(
    (relation) =>
      seen(relation.subject) &&
      seen(relation.object) &&
      passes(relation, filters) &&
      (judged === undefined || judged.has(relation.id)),
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
