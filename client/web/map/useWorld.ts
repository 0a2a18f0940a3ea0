/** The outlines of the countries, served with the explorer and fetched when a map is first opened. */
import { useQuery } from "@tanstack/react-query";
import { geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import worldUrl from "world-atlas/countries-110m.json?url";
import { projection } from "./plan.ts";

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

async function outlines(signal: AbortSignal) {
  const world = (await (await fetch(worldUrl, { signal })).json()) as World;
  const path = geoPath(projection).digits(1);
  return {
    land: path(feature(world, world.objects.land)) ?? "",
    borders: path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? "",
  };
}

export const useWorld = () =>
  useQuery({ queryKey: ["world"], queryFn: ({ signal }) => outlines(signal), staleTime: Number.POSITIVE_INFINITY });
