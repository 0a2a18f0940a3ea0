/** The assertions of an edge, page by page; the first page comes with the edge itself. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { RelationId } from "../../../schema/ids.ts";
import { ask } from "../data/client.ts";
import type { ResultOf } from "../data/graphql.ts";
import { evidenceQuery } from "../data/queries.ts";

export type EvidenceEdge = NonNullable<ResultOf<typeof evidenceQuery>["relation"]>;
export type EvidenceAssertion = EvidenceEdge["assertions"]["nodes"][number];

const PAGE = 20;

export function useEvidence(id: RelationId) {
  return useInfiniteQuery({
    queryKey: ["evidence", id],
    queryFn: ({ pageParam, signal }) => ask(evidenceQuery, { id, first: PAGE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ relation }) =>
      relation?.assertions.pageInfo.hasNextPage ? relation.assertions.pageInfo.endCursor : undefined,
  });
}
