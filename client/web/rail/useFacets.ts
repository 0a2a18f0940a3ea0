/** How what could be seen divides: counted on the server, under every filter but the one whose choices are counted. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ask } from "../data/client.ts";
import type { RelationFilterInput, ResultOf } from "../data/graphql.ts";
import { facetsQuery } from "../data/queries.ts";
import { MOST_NAMED, toRelationFilter } from "../state/asking.ts";
import { type Filters, NO_FILTERS } from "../state/filters.ts";
import { useExplorer, useFilters, useView } from "../state/store.ts";
import type { View } from "../state/view.ts";

export type Facets = ResultOf<typeof facetsQuery>["facets"];

/** The choices of a facet are counted as if nothing of it were chosen. */
export type CountedFacet = "legend" | "speakers" | "publishers" | "extractors";

const NAMES = 500;

const without = (filters: Filters, facet: CountedFacet): Filters =>
  facet === "legend"
    ? { ...filters, kinds: NO_FILTERS.kinds, types: NO_FILTERS.types, statuses: NO_FILTERS.statuses }
    : { ...filters, [facet]: [] };

/** In the working view its edges are counted; over the whole graph, and where there are too many to name, all are. */
function scopeOf(view: View, whole: boolean): RelationFilterInput {
  const ids = [...view.relations.keys()];
  return whole || ids.length > MOST_NAMED ? {} : { relations: ids };
}

/** `facets` is undefined until the server has counted; `failed` where it cannot. */
export function useFacets(facet: CountedFacet): { readonly facets: Facets | undefined; readonly failed: boolean } {
  const filters = useFilters();
  const view = useView();
  const whole = useExplorer(({ session }) => session.scope === "whole");
  const filter = useMemo(
    () => ({ ...toRelationFilter(without(filters, facet)), ...scopeOf(view, whole) }),
    [filters, facet, view, whole],
  );
  const { data, isError } = useQuery({
    queryKey: ["facets", filter],
    queryFn: ({ signal }) => ask(facetsQuery, { filter, names: NAMES }, signal),
    placeholderData: keepPreviousData,
    enabled: whole || view.relations.size > 0,
    retry: false,
  });
  return { facets: data?.facets, failed: isError };
}
