/** What the whole graph holds, as one question that several places ask. */
import { queryOptions } from "@tanstack/react-query";
import { ask } from "./client.ts";
import { statisticsQuery } from "./queries.ts";

export const statisticsOptions = queryOptions({
  queryKey: ["statistics"],
  queryFn: ({ signal }) => ask(statisticsQuery, {}, signal),
});
