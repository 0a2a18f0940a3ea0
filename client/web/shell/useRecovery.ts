/** When the server is gone, asks now and then whether it is back, and then for everything that is still owed. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ask } from "../data/client.ts";
import { statisticsQuery } from "../data/queries.ts";
import { useExplorer } from "../state/store.ts";

const EVERY_MS = 2_500;

export function useRecovery(): void {
  const client = useQueryClient();
  const failure = useExplorer((explorer) => explorer.failure);
  useEffect(() => {
    if (!failure?.lost) return undefined;
    const back = () => {
      void client.refetchQueries({ predicate: ({ state }) => state.status === "error" });
      if (failure.retry) failure.retry();
      else useExplorer.setState({ failure: undefined });
    };
    const timer = setInterval(() => void ask(statisticsQuery, {}).then(back, () => {}), EVERY_MS);
    return () => clearInterval(timer);
  }, [client, failure]);
}
