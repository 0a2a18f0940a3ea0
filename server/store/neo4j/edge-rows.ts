/** Edges as relationships of Neo4j. */
import { type EntityId, type RelationId } from "../../../schema/ids.ts";
import { type RelationType, type Status, STATUSES } from "../../../schema/ontology.ts";
import { assertionCount, type Edge, shownEdge } from "../edges.ts";
import type { Kept } from "../evidence.ts";
import type { Row } from "./connection.ts";
import { latestFirst } from "./places.ts";

/** An edge with its first assertions, which lie beside it as JSON. */
export interface KeptEdge {
  readonly edge: Edge;
  readonly evidence: readonly Kept[];
}

/** Columns of the edge `r`, for `toKeptEdge`. */
export const EDGE = `r.evidence, r.id, r.subject, r.type, r.object, r.documentCount, r.speakers, r.speakerUses, r.firstDate,
  r.lastDate, ${STATUSES.map((status) => `r.${status}`).join(", ")}`;

export function toKeptEdge([kept, ...row]: Row): KeptEdge {
  const [id, subject, type, object, documentCount, speakers, uses, firstDate, lastDate, ...counts] = row as [
    ...[RelationId, EntityId, RelationType, EntityId, number, string[], number[], string | null, string | null],
    ...number[],
  ];
  const statuses = Object.fromEntries(STATUSES.map((status, i) => [status, counts[i]!])) as Record<Status, number>;
  const edge: Edge = {
    id,
    subject,
    type,
    object,
    documentCount,
    statuses,
    speakers: new Map(speakers.map((speaker, i) => [speaker, uses[i]!])),
    firstDate: firstDate ?? undefined,
    lastDate: lastDate ?? undefined,
  };
  return { edge, evidence: kept === null ? [] : (JSON.parse(kept as string) as Kept[]) };
}

/** The kind that an entity's id tells, so that filters on kinds need not look at the ends. */
export const kindOf = (id: EntityId): string => id.slice(0, id.indexOf(":")).toUpperCase();

/** The properties of the relationship. */
export function propertiesOf({ edge, evidence }: KeptEdge): Record<string, unknown> {
  const { statuses, speakers, firstDate, lastDate, ...rest } = edge;
  const assertions = assertionCount(edge);
  return {
    ...rest,
    ...statuses,
    subjectKind: kindOf(edge.subject),
    objectKind: kindOf(edge.object),
    assertionCount: assertions,
    weight: -assertions,
    speakers: [...speakers.keys()],
    speakerUses: [...speakers.values()],
    speakerCount: speakers.size,
    firstDate,
    lastDate,
    recency: latestFirst(lastDate),
    shown: shownEdge(edge),
    evidence: JSON.stringify(evidence),
  };
}
