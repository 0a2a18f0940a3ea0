/** Which actors of a view belong together: by kind, by standing together, or by who is connected with whom. Pure. */
import type { EntityId } from "../../../schema/ids.ts";
import { KIND_TERMS, type RelationType } from "../../../schema/ontology.ts";
import type { Grouping } from "./display.ts";
import type { ViewEntity, ViewRelation } from "./graph.ts";

export interface Group {
  readonly key: string;
  readonly name: string;
  readonly members: readonly EntityId[];
}

interface Held {
  readonly entities: readonly ViewEntity[];
  readonly relations: readonly ViewRelation[];
}

/** Edges that say that their ends stand together. */
const TOGETHER: ReadonlySet<RelationType> = new Set(["ALLIED_WITH", "MEMBER_OF", "PART_OF"]);

/** The members of each class that joined pairs make, as one representative for each. */
function joined(ids: readonly EntityId[], pairs: Iterable<readonly [EntityId, EntityId]>): Map<EntityId, EntityId> {
  const parent = new Map(ids.map((id) => [id, id]));
  const root = (id: EntityId): EntityId => {
    const above = parent.get(id)!;
    return above === id ? id : root(above);
  };
  for (const [a, b] of pairs) if (parent.has(a) && parent.has(b)) parent.set(root(a), root(b));
  return new Map(ids.map((id) => [id, root(id)]));
}

/** Puts what has the same key together; one alone is no group. */
function together(
  entities: readonly ViewEntity[],
  keyOf: (entity: ViewEntity) => string | undefined,
  nameOf: (members: readonly ViewEntity[]) => string,
): Group[] {
  const groups = new Map<string, ViewEntity[]>();
  for (const entity of entities) {
    const key = keyOf(entity);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), entity]);
  }
  return [...groups]
    .filter(([, members]) => members.length > 1)
    .map(([key, members]) => ({ key, name: nameOf(members), members: members.map(({ id }) => id) }))
    .toSorted((a, b) => b.members.length - a.members.length);
}

const foremost = (members: readonly ViewEntity[]): string =>
  `Around ${members.reduce((a, b) => (b.degree > a.degree ? b : a)).name}`;

/** The groups of what is in sight, the largest first. `communities` is what the layout's thread found. */
export function groupsOf(held: Held, by: Grouping, communities: ReadonlyMap<EntityId, number> = new Map()): Group[] {
  const { entities, relations } = held;
  if (by === "none") return [];
  if (by === "kind")
    return together(
      entities,
      ({ kind }) => kind,
      ([first]) => KIND_TERMS[first!.kind].label,
    );
  if (by === "community") return together(entities, ({ id }) => communities.get(id)?.toString(), foremost);
  const standing = relations.filter(
    ({ type, statuses }) => TOGETHER.has(type) && statuses.some(({ status }) => status === "actual"),
  );
  const classes = joined(
    entities.map(({ id }) => id),
    standing.map(({ subject, object }) => [subject, object] as const),
  );
  return together(entities, ({ id }) => classes.get(id), foremost);
}
