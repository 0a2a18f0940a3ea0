/** What an edge keeps, and how a document's share is added to it and taken off. Pure; the store only reads and writes it. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import { type RelationType, type Status, STATUSES } from "../../../schema/ontology.ts";
import type { RelationTally } from "../tally.ts";
import type { Row } from "./connection.ts";
import { latestFirst } from "./places.ts";

/** An edge's counts and days. */
export interface Edge {
  readonly id: RelationId;
  readonly subject: EntityId;
  readonly type: RelationType;
  readonly object: EntityId;
  readonly documentCount: number;
  readonly statuses: Readonly<Record<Status, number>>;
  /** How many assertions each named speaker makes. */
  readonly speakers: ReadonlyMap<string, number>;
  readonly firstDate: string | undefined;
  readonly lastDate: string | undefined;
}

/** Columns of the edge `r`, for `toEdge`. */
export const EDGE = `r.id, r.subject, r.type, r.object, r.documentCount, r.speakers, r.speakerUses, r.firstDate,
  r.lastDate, ${STATUSES.map((status) => `r.${status}`).join(", ")}`;

export function toEdge(row: Row): Edge {
  const [id, subject, type, object, documentCount, speakers, uses, firstDate, lastDate, ...counts] = row as [
    ...[RelationId, EntityId, RelationType, EntityId, number, string[], number[], string | null, string | null],
    ...number[],
  ];
  const statuses = Object.fromEntries(STATUSES.map((status, i) => [status, counts[i]!])) as Record<Status, number>;
  return {
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
}

/** An edge as one document alone asserts it. */
const alone = ({ id, subject, type, object, statuses, speakers, firstDate, lastDate }: RelationTally): Edge => ({
  id,
  subject,
  type,
  object,
  documentCount: 1,
  statuses,
  speakers,
  firstDate,
  lastDate,
});

const earlier = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b < a) ? b : a;
const later = (a: string | undefined, b: string | undefined) => (a === undefined || (b !== undefined && b > a) ? b : a);

function plus(edge: Edge, share: Edge, sign: 1 | -1): Edge {
  const speakers = new Map(edge.speakers);
  for (const [name, uses] of share.speakers) speakers.set(name, (speakers.get(name) ?? 0) + sign * uses);
  for (const [name, uses] of speakers) if (uses <= 0) speakers.delete(name);
  const statuses = Object.fromEntries(
    STATUSES.map((status) => [status, edge.statuses[status] + sign * share.statuses[status]]),
  ) as Record<Status, number>;
  return { ...edge, documentCount: edge.documentCount + sign, statuses, speakers };
}

/** The edge with a document's share added. */
export function withShare(edge: Edge | undefined, tally: RelationTally): Edge {
  if (!edge) return alone(tally);
  const firstDate = earlier(edge.firstDate, tally.firstDate);
  const lastDate = later(edge.lastDate, tally.lastDate);
  return { ...plus(edge, alone(tally), 1), firstDate, lastDate };
}

/** The edge without a document's share; its days are those of the assertions that are left. Undefined if none are. */
export function withoutShare(edge: Edge, tally: RelationTally): Edge | undefined {
  const rest = plus(edge, alone(tally), -1);
  return assertionCount(rest) > 0 ? rest : undefined;
}

const assertionCount = ({ statuses }: Edge) => STATUSES.reduce((sum, status) => sum + statuses[status], 0);

/** The kind that an entity's id tells, so that filters on kinds need not look at the ends. */
export const kindOf = (id: EntityId): string => id.slice(0, id.indexOf(":")).toUpperCase();

/** The properties of the relationship. */
export function propertiesOf({ statuses, speakers, firstDate, lastDate, ...edge }: Edge): Record<string, unknown> {
  const assertions = assertionCount({ statuses, speakers, firstDate, lastDate, ...edge });
  return {
    ...edge,
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
  };
}
