/** A small graph for tests of the client's state: Iran backs the PMF, which the United States attacks, and so on. */
import { entityId, type EntityId, relationId } from "../../../schema/ids.ts";
import type { EntityKind, RelationType, Status } from "../../../schema/ontology.ts";
import type { ViewEntity, ViewRelation } from "../../../client/web/state/graph.ts";
import type { Answer } from "../../../client/web/state/view.ts";

export const entity = (kind: EntityKind, name: string, degree = 1): ViewEntity => ({
  id: entityId(kind, name),
  name,
  kind,
  country: undefined,
  degree,
});

export const relation = (
  subject: ViewEntity,
  type: RelationType,
  object: ViewEntity,
  statuses: readonly [Status, ...Status[]] = ["actual"],
): ViewRelation => {
  const [first, ...rest] = statuses.map((status) => ({ status, count: 1 }));
  return {
    id: relationId(subject.id, type, object.id),
    type,
    subject: subject.id,
    object: object.id,
    assertionCount: statuses.length,
    documentCount: 1,
    speakerCount: 0,
    statuses: [first!, ...rest],
    firstDate: undefined,
    lastDate: undefined,
  };
};

export const iran = entity("STATE", "Iran", 9);
export const usa = entity("STATE", "United States", 12);
export const pmf = entity("MILITIA", "Popular Mobilization Forces", 3);
export const balad = entity("BASE", "Balad Airbase", 2);
export const general = entity("PERSON", "Michael Kurilla");

export const backs = relation(iran, "BACKS", pmf);
export const attacks = relation(usa, "ASSAULT", pmf, ["actual", "negated"]);
export const near = relation(pmf, "OPERATES_IN", balad, ["future"]);
export const leads = relation(general, "LEADS", usa, ["hypothetical"]);

/** What surrounds the PMF. */
export const aroundPmf: Answer = {
  focus: [pmf.id],
  entities: [pmf, iran, usa, balad],
  relations: [backs, attacks, near],
  around: 3,
};

/** What surrounds the United States. */
export const aroundUsa: Answer = {
  focus: [usa.id],
  entities: [usa, pmf, general],
  relations: [attacks, leads],
  around: 5,
};

export const ids = (entities: Iterable<ViewEntity>): EntityId[] => [...entities].map(({ id }) => id);
