/** The assertions of an edge, page by page; the first page comes with the edge itself. */
import { infiniteQueryOptions, type QueryClient, useInfiniteQuery } from "@tanstack/react-query";
import type { RelationId } from "../../../schema/ids.ts";
import { ask } from "../data/client.ts";
import type { ResultOf } from "../data/graphql.ts";
import { evidenceQuery } from "../data/queries.ts";

export type EvidenceEdge = NonNullable<ResultOf<typeof evidenceQuery>["relation"]>;
export type EvidenceAssertion = EvidenceEdge["assertions"]["nodes"][number];

const PAGE = 20;

const evidenceOptions = (id: RelationId) =>
  infiniteQueryOptions({
    queryKey: ["evidence", id],
    queryFn: ({ pageParam, signal }) => ask(evidenceQuery, { id, first: PAGE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ relation }) =>
      relation?.assertions.pageInfo.hasNextPage ? relation.assertions.pageInfo.endCursor : undefined,
  });

export const useEvidence = (id: RelationId) => useInfiniteQuery(evidenceOptions(id));

/** Fetches the evidence of an edge that is being pointed at, so that a click finds it there. */
export const expectEvidence = (client: QueryClient, id: RelationId): void =>
  void client.prefetchInfiniteQuery(evidenceOptions(id));
