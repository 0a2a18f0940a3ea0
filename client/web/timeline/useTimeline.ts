/** The sentences over time, under every filter but that of the days, which the brush itself sets. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ask } from "../data/client.ts";
import { timelineQuery } from "../data/whole.ts";
import { toRelationFilter } from "../state/asking.ts";
import { type Clock, timeless } from "../state/filters.ts";
import { useFilters } from "../state/store.ts";
import { barsOf, type BinWidth, lineOf, undatedIn, widthFor } from "./scale.ts";

const CLOCKS = { event: "EVENT", publication: "PUBLICATION" } as const;

function useBins(bin: BinWidth, clock: Clock, enabled: boolean) {
  const filters = useFilters();
  const filter = useMemo(() => toRelationFilter(timeless(filters)) ?? null, [filters]);
  return useQuery({
    queryKey: ["timeline", bin, clock, JSON.stringify(filter)],
    queryFn: ({ signal }) => ask(timelineQuery, { bin, clock: CLOCKS[clock], filter }, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Bars, the line under them and the number of undated sentences; the width of bins follows the span of time. */
export function useTimeline(clock: Clock, enabled: boolean) {
  const coarse = useBins("MONTH", clock, enabled);
  const months = coarse.data?.timeline;
  const span = months && lineOf(barsOf(months));
  const width = span ? widthFor(span) : "MONTH";
  const fine = useBins(width, clock, enabled && width !== "MONTH" && months !== undefined);
  const bins = (width === "MONTH" ? months : fine.data?.timeline) ?? months;
  const known = useMemo(() => {
    if (!bins) return undefined;
    const bars = barsOf(bins);
    return { bars, line: lineOf(bars), undated: undatedIn(bins) };
  }, [bins]);
  return { known, error: coarse.error ?? fine.error, again: () => void coarse.refetch() };
}
