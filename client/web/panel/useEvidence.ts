/** The assertions of an edge that pass the filters, page by page; the first page comes with the edge itself. */
import { infiniteQueryOptions, type QueryClient, useInfiniteQuery } from "@tanstack/react-query";
import type { RelationId } from "../../../schema/ids.ts";
import { ask } from "../data/client.ts";
import type { ResultOf } from "../data/graphql.ts";
import { evidenceQuery } from "../data/queries.ts";
import { onEdges } from "../state/asking.ts";
import type { Filters } from "../state/filters.ts";
import { filtersOf } from "../state/session.ts";
import { useExplorer, useFilters } from "../state/store.ts";

export type EvidenceEdge = NonNullable<ResultOf<typeof evidenceQuery>["relation"]>;
export type EvidenceAssertion = ResultOf<typeof evidenceQuery>["assertions"]["nodes"][number];

const PAGE = 40;

/** The edge was chosen for what it is, so that only what its sentences must pass is asked of it. */
function evidenceOptions(id: RelationId, filters: Filters) {
  const [filter] = onEdges({ ...filters, types: new Set(), minAssertions: 1, minDocuments: 1 }, [id]);
  return infiniteQueryOptions({
    queryKey: ["evidence", id, filter],
    queryFn: ({ pageParam, signal }) =>
      ask(evidenceQuery, { id, filter: filter ?? { relations: [id] }, first: PAGE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ assertions }) => (assertions.pageInfo.hasNextPage ? assertions.pageInfo.endCursor : undefined),
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  });
}

export const useEvidence = (id: RelationId) => useInfiniteQuery(evidenceOptions(id, useFilters()));

/** Fetches the evidence of an edge that is being pointed at, so that a click finds it there. */
export const expectEvidence = (client: QueryClient, id: RelationId): void =>
  void client.prefetchInfiniteQuery(evidenceOptions(id, filtersOf(useExplorer.getState().session)));
