/** A document to read: its text first, then, page by page, what it asserts and whom it names. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { DocumentId, EntityId, RelationId } from "../../../schema/ids.ts";
import type { Span } from "../../../schema/model.ts";
import { type EntityKind, type QuadClass, relationTerm } from "../../../schema/ontology.ts";
import { ask } from "../data/client.ts";
import type { ResultOf } from "../data/graphql.ts";
import { documentAssertionsQuery, documentMentionsQuery, documentQuery } from "../data/queries.ts";
import { edgeSentence } from "../text/words.ts";

export type ReadDocument = NonNullable<ResultOf<typeof documentQuery>["document"]>;

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

interface Connection {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const next = (page: Connection | undefined): string | undefined =>
  page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;

interface Page<T> {
  readonly items: readonly T[];
  readonly after: string | undefined;
}

/** All pages of something that a document has, in text order. Pages are worked out once, as they come. */
function usePages<T>(key: readonly string[], fetch: (after: string | null, signal: AbortSignal) => Promise<Page<T>>) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetch(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ after }) => after,
    ...forever,
  });
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
}

async function fetchAssertions(id: DocumentId, after: string | null, signal: AbortSignal) {
  const { document } = await ask(documentAssertionsQuery, { id, after }, signal);
  const items = (document?.assertions.nodes ?? []).map(({ start, end, relation: { id, type, subject, object } }) => {
    const words = edgeSentence(subject.name, type, object.name);
    return { start, end, id: id as RelationId, quad: relationTerm(type).quad, words };
  });
  return { items, after: next(document?.assertions) };
}

async function fetchMentions(id: DocumentId, after: string | null, signal: AbortSignal): Promise<Page<NamedActor>> {
  const { document } = await ask(documentMentionsQuery, { id, after }, signal);
  const nodes = document?.mentions.nodes ?? [];
  const items = nodes.map(({ start, end, entity }) => ({ start, end, ...entity, id: entity.id as EntityId }));
  return { items, after: next(document?.mentions) };
}

function useSentences(id: DocumentId): readonly AssertedSentence[] {
  const assertions = usePages(["document", id, "assertions"], (after, signal) => fetchAssertions(id, after, signal));
  return useMemo(() => {
    const sentences = new Map<number, AssertedSentence>();
    for (const { start, end, ...edge } of assertions) {
      const known = sentences.get(start)?.edges.filter((other) => other.id !== edge.id) ?? [];
      sentences.set(start, { start, end, edges: [...known, edge] });
    }
    return [...sentences.values()].toSorted((a, b) => a.start - b.start);
  }, [assertions]);
}

export function useReading(id: DocumentId) {
  const document = useQuery({
    queryKey: ["document", id],
    queryFn: ({ signal }) => ask(documentQuery, { id }, signal),
    ...forever,
  });
  const mentions = usePages(["document", id, "mentions"], (after, signal) => fetchMentions(id, after, signal));
  return { document, sentences: useSentences(id), mentions };
}
