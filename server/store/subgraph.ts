/** What both adapters do alike with the answers about surroundings. */
import type { EntityId } from "../../schema/ids.ts";
import type { Entity, Relation } from "../../schema/model.ts";
import { RELATION_TYPES, relationTerm } from "../../schema/ontology.ts";
import type { NeighborCount } from "./port.ts";

/** The types whose edges have no direction. */
export const symmetricTypes = RELATION_TYPES.filter((type) => relationTerm(type).symmetric);

/** The ends of these edges that were not asked about, in the order in which they come up, subject first. */
export function surroundings(asked: readonly Entity[], relations: readonly Relation[]): EntityId[] {
  const known = new Set(asked.map(({ id }) => id));
  const ends = new Set(relations.flatMap(({ subject, object }) => [subject, object]));
  return [...ends].filter((id) => !known.has(id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Most edges first, then by type, kind, outgoing before incoming. */
export const orderCounts = (counts: readonly NeighborCount[]): NeighborCount[] =>
  counts.toSorted(
    (a, b) =>
      b.relations - a.relations ||
      compare(a.type, b.type) ||
      compare(a.kind, b.kind) ||
      Number(b.outgoing) - Number(a.outgoing),
  );
