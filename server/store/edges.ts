/** What an edge keeps, and how a document's share is added to it and taken off. Pure; stores only read and write it. */
import type { EntityId, RelationId } from "../../schema/ids.ts";
import type { Relation } from "../../schema/model.ts";
import { type RelationType, type Status, STATUSES } from "../../schema/ontology.ts";
import type { RelationTally } from "./tally.ts";

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

/** How many assertions an edge has. */
export const assertionCount = ({ statuses }: Pick<Edge, "statuses">): number =>
  STATUSES.reduce((sum, status) => sum + statuses[status], 0);

/**
 * An edge as a line of JSON, kept beside what it tells: a list of hundreds of edges is read as one text, which costs a
 * quarter of reading as many columns. What its id tells is left out.
 */
export function shownEdge(edge: Edge): string {
  const { id, documentCount, statuses, speakers, firstDate = "", lastDate = "" } = edge;
  const counts = [assertionCount(edge), documentCount, speakers.size, ...STATUSES.map((status) => statuses[status])];
  return JSON.stringify([id, ...counts, firstDate, lastDate]);
}

/** What `shownEdge` gives, parsed. */
export type ShownEdge = readonly [
  id: RelationId,
  assertionCount: number,
  documentCount: number,
  speakerCount: number,
  ...statusesAndDates: (number | string)[],
];

/** The edge that a parsed `shownEdge` shows. */
export function toRelation([id, assertionCount, documentCount, speakerCount, ...rest]: ShownEdge): Relation {
  const [subject, type, object] = id.split("~") as [EntityId, RelationType, EntityId];
  const statuses: { status: Status; count: number }[] = [];
  for (let i = 0; i < STATUSES.length; i += 1)
    if (rest[i] !== 0) statuses.push({ status: STATUSES[i]!, count: rest[i] as number });
  const [firstDate, lastDate] = [rest[STATUSES.length] as string, rest[STATUSES.length + 1] as string];
  const relation = { id, subject, type, object, assertionCount, documentCount, speakerCount };
  const found = { ...relation, statuses: statuses as unknown as Relation["statuses"] };
  return firstDate === "" ? found : { ...found, firstDate, lastDate };
}
