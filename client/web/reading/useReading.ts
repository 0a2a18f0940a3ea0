/** A document to read: its text first, then, page by page, what it asserts and whom it names. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { DocumentId, EntityId, RelationId } from "../../../schema/ids.ts";
import type { Span } from "../../../schema/model.ts";
import { type EntityKind, type QuadClass, relationTerm } from "../../../schema/ontology.ts";
import { ask } from "../data/client.ts";
import { documentAssertionsQuery, documentMentionsQuery, documentQuery } from "../data/queries.ts";
import { edgeSentence } from "../text/words.ts";

/** A sentence that asserts edges. */
export interface AssertedSentence extends Span {
  readonly edges: readonly { readonly id: RelationId; readonly quad: QuadClass; readonly words: string }[];
}

export interface NamedActor extends Span {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: EntityKind;
}

const forever = { staleTime: Number.POSITIVE_INFINITY };
type Page = { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
const next = (page: Page | undefined) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined);

/** Goes on asking until every page is there. */
function useAll(query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
}

function useAssertions(id: DocumentId): readonly AssertedSentence[] {
  const query = useInfiniteQuery({
    queryKey: ["document", id, "assertions"],
    queryFn: ({ pageParam, signal }) => ask(documentAssertionsQuery, { id, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ document }) => next(document?.assertions),
    ...forever,
  });
  useAll(query);
  return useMemo(() => {
    const sentences = new Map<number, AssertedSentence>();
    const edges = query.data?.pages.flatMap(({ document }) => document?.assertions.nodes ?? []) ?? [];
    for (const { start, end, relation } of edges) {
      const words = edgeSentence(relation.subject.name, relation.type, relation.object.name);
      const edge = { id: relation.id as RelationId, quad: relationTerm(relation.type).quad, words };
      const known = sentences.get(start)?.edges.filter(({ id }) => id !== edge.id) ?? [];
      sentences.set(start, { start, end, edges: [...known, edge] });
    }
    return [...sentences.values()].toSorted((a, b) => a.start - b.start);
  }, [query.data]);
}

function useMentions(id: DocumentId): readonly NamedActor[] {
  const query = useInfiniteQuery({
    queryKey: ["document", id, "mentions"],
    queryFn: ({ pageParam, signal }) => ask(documentMentionsQuery, { id, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ document }) => next(document?.mentions),
    ...forever,
  });
  useAll(query);
  return useMemo(() => {
    const mentions = query.data?.pages.flatMap(({ document }) => document?.mentions.nodes ?? []) ?? [];
    return mentions
      .map(({ start, end, entity }) => ({ start, end, ...entity, id: entity.id as EntityId }))
      .toSorted((a, b) => a.start - b.start);
  }, [query.data]);
}

export function useReading(id: DocumentId) {
  const document = useQuery({
    queryKey: ["document", id],
    queryFn: ({ signal }) => ask(documentQuery, { id }, signal),
    ...forever,
  });
  return { document, sentences: useAssertions(id), mentions: useMentions(id) };
}
