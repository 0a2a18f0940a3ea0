/** Filters as the server is asked them. */
import { type RelationId, nodeKind } from "../../../schema/ids.ts";
import { RELATION_TYPES, STATUSES } from "../../../schema/ontology.ts";
import type { RelationFilterInput } from "../data/graphql.ts";
import type { Filters, TimeSpan } from "./filters.ts";

function days({ clock, from, to, undated }: TimeSpan): RelationFilterInput {
  if (clock === "publication") {
    return {
      ...(from === undefined ? {} : { publishedSince: from }),
      ...(to === undefined ? {} : { publishedBy: to }),
    };
  }
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(undated === undefined ? {} : { undated }),
  };
}

const some = <K extends string, T>(name: K, list: readonly T[]) =>
  (list.length === 0 ? {} : { [name]: [...list] }) as { [P in K]?: T[] };

/** The filters as an argument of a question about edges or assertions; undefined where everything passes. */
export function toRelationFilter(filters: Filters): RelationFilterInput | undefined {
  const { types, statuses, minConfidence, minAssertions, minDocuments, words } = filters;
  const asked: RelationFilterInput = {
    ...(types.size === 0 ? {} : { types: RELATION_TYPES.filter((type) => !types.has(type)) }),
    ...(statuses.size === 0 ? {} : { statuses: STATUSES.filter((s) => !statuses.has(s)).map(upper) }),
    ...some("speakers", filters.speakers),
    ...some("publishers", filters.publishers),
    ...some("documents", filters.documents),
    ...some("extractors", filters.extractors),
    ...(minConfidence > 0 ? { minConfidence } : {}),
    ...(minAssertions > 1 ? { minAssertions } : {}),
    ...(minDocuments > 1 ? { minDocuments } : {}),
    ...(words.trim() === "" ? {} : { query: words.trim() }),
    ...days(filters.time),
  };
  return Object.keys(asked).length === 0 ? undefined : asked;
}

type StatusName = NonNullable<NonNullable<RelationFilterInput["statuses"]>[number]>;
const upper = (status: string) => status.toUpperCase() as StatusName;

/** The most edges that one question may name. */
export const MOST_NAMED = 1_000;

/** The same filters on some edges alone, in as many questions as their number needs. */
export function onEdges(filters: Filters, ids: readonly RelationId[]): RelationFilterInput[] {
  const known = ids.filter((id) => nodeKind(id) === "Relation");
  const parts = Array.from({ length: Math.ceil(known.length / MOST_NAMED) }, (_, i) =>
    known.slice(i * MOST_NAMED, (i + 1) * MOST_NAMED),
  );
  return parts.map((relations) => ({ ...toRelationFilter(filters), relations }));
}
