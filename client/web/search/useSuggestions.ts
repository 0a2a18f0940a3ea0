/** What a search might mean: actors first, then sentences that have the words. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { DocumentId } from "../../../schema/ids.ts";
import { ask } from "../data/client.ts";
import { toEntity } from "../data/graph.ts";
import { suggestionsQuery } from "../data/queries.ts";
import type { ViewEntity } from "../state/graph.ts";

export interface ActorSuggestion {
  readonly kind: "actor";
  readonly value: string;
  readonly entity: ViewEntity;
  /** The alias that the words are found in, where the name itself has them not. */
  readonly alias: string | undefined;
}

export interface SentenceSuggestion {
  readonly kind: "sentence";
  readonly value: string;
  readonly text: string;
  readonly document: DocumentId;
  readonly title: string;
  readonly publisher: string | undefined;
  readonly start: number;
  readonly end: number;
}

export type Suggestion = ActorSuggestion | SentenceSuggestion;

const PAUSE_MS = 90;
const ENTITIES = 8;
const SENTENCES = 3;

function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function aliasOf(name: string, aliases: readonly string[], query: string): string | undefined {
  const words = plain(query);
  return plain(name).includes(words) ? undefined : aliases.find((alias) => plain(alias).includes(words));
}

async function fetchSuggestions(query: string, signal: AbortSignal): Promise<Suggestion[]> {
  const found = await ask(suggestionsQuery, { query, entities: ENTITIES, sentences: SENTENCES }, signal);
  const actors = found.entities.nodes.map((node): Suggestion => {
    const entity = toEntity(node);
    return { kind: "actor", value: entity.id, entity, alias: aliasOf(node.name, node.aliases, query) };
  });
  const sentences = found.sentences.nodes.map(
    ({ start, end, text, document: { id, title, publisher } }): Suggestion => ({
      kind: "sentence",
      value: `${id}@${start}`,
      text,
      document: id as DocumentId,
      title,
      publisher: publisher ?? undefined,
      start,
      end,
    }),
  );
  return [...actors, ...sentences];
}

const NONE: readonly Suggestion[] = [];

/** Suggestions for what has been typed so far; `settled` once they are those for just that. */
export function useSuggestions(typed: string) {
  const now = typed.trim();
  const query = useSettled(now);
  const { data, isError, isFetching } = useQuery({
    queryKey: ["suggestions", query],
    queryFn: ({ signal }) => fetchSuggestions(query, signal),
    enabled: query !== "",
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return { items: now === "" ? NONE : (data ?? NONE), failed: isError, settled: query === now && !isFetching };
}
