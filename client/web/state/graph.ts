/** What the view holds of the graph: the model's entities and relations, cut to what is drawn and listed. */
import type { EntityId } from "../../../schema/ids.ts";
import type { Entity, Relation } from "../../../schema/model.ts";
import type { Status } from "../../../schema/ontology.ts";

export type ViewEntity = Pick<Entity, "id" | "name" | "kind" | "country" | "degree" | "latitude" | "longitude">;

export type ViewRelation = Pick<
  Relation,
  | "id"
  | "type"
  | "subject"
  | "object"
  | "assertionCount"
  | "documentCount"
  | "speakerCount"
  | "statuses"
  | "firstDate"
  | "lastDate"
>;

/** Some entities and the edges among them, as an answer of the server. */
export interface Portion {
  readonly entities: readonly ViewEntity[];
  readonly relations: readonly ViewRelation[];
}

/** How an edge is drawn: by the surest thing that its sentences say, or as disputed where they deny each other. */
export type EdgeStatus = Status | "disputed";

const SUREST_FIRST: readonly Status[] = ["actual", "future", "hypothetical", "negated"];

export function edgeStatus(statuses: ViewRelation["statuses"]): EdgeStatus {
  const held = new Set(statuses.map(({ status }) => status));
  if (held.has("actual") && held.has("negated")) return "disputed";
  return SUREST_FIRST.find((status) => held.has(status)) ?? "actual";
}

/** The other end of an edge; the same end for an edge that joins an entity with itself. */
export const otherEnd = (relation: Pick<ViewRelation, "subject" | "object">, end: EntityId): EntityId =>
  relation.subject === end ? relation.object : relation.subject;

/** The edges at one entity. */
export const edgesAt = <R extends Pick<ViewRelation, "subject" | "object">>(
  relations: Iterable<R>,
  id: EntityId,
): R[] => [...relations].filter((relation) => relation.subject === id || relation.object === id);

/** Map of things by their id. */
export const byId = <T extends { readonly id: string }>(things: Iterable<T>) =>
  new Map<T["id"], T>([...things].map((thing) => [thing.id, thing]));
