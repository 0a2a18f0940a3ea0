/** The figures of the legend: the server's, under the other filters; until they are there, what the view holds. */
import { useMemo } from "react";
import { toStatus } from "../data/graph.ts";
import { useView } from "../state/store.ts";
import { type Counts, count } from "../state/visible.ts";
import { useFacets } from "./useFacets.ts";

export function useCounts(): Counts {
  const view = useView();
  const { facets } = useFacets("legend");
  return useMemo(
    () =>
      facets
        ? {
            kinds: new Map(facets.kinds.map(({ kind, entities }) => [kind, entities])),
            types: new Map(facets.types.map(({ type, relations }) => [type, relations])),
            statuses: new Map(facets.statuses.map(({ status, count }) => [toStatus(status), count])),
          }
        : count(view),
    [facets, view],
  );
}
