/** What both adapters do alike with the answers about surroundings. */
import type { EntityId } from "../../schema/ids.ts";
import type { Relation } from "../../schema/model.ts";
import { RELATION_TYPES, relationTerm } from "../../schema/ontology.ts";
import { type NeighborCount, StoreError } from "./port.ts";

/** The most entities whose surroundings are asked for at once, and the most edges of an answer. */
const MOST_CENTRES = 100;
const MOST_EDGES = 5_000;

/** Throws a StoreError that names the limit where a neighbourhood is asked for that is too wide. */
export function checkReach(of: readonly EntityId[], depth: number, limit: number): void {
  const ensure = (condition: boolean, message: string) => {
    if (!condition) throw new StoreError(message);
  };
  ensure(
    of.length <= MOST_CENTRES,
    `Surroundings of ${of.length} entities were asked for; ${MOST_CENTRES} is the most.`,
  );
  ensure([1, 2, 3].includes(depth), `A neighbourhood reaches 1 to 3 edges far, not ${depth}.`);
  const isLimit = Number.isInteger(limit) && limit >= 1 && limit <= MOST_EDGES;
  ensure(isLimit, `A neighbourhood has a limit of 1 to ${MOST_EDGES} edges, not ${limit}.`);
}

/** The types whose edges have no direction. */
export const symmetricTypes = RELATION_TYPES.filter((type) => relationTerm(type).symmetric);

/** The ends of these edges that were not asked about, in the order in which they come up, subject first. */
export function surroundings(asked: readonly EntityId[], relations: readonly Relation[]): EntityId[] {
  const known = new Set(asked);
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
