/** The list of views and stories, and changing it: what failed is said, and what a change made is fetched anew. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Failure } from "../data/client.ts";
import { fetchKept, KEPT } from "./records.ts";

export const useKept = () => useQuery({ queryKey: KEPT, queryFn: ({ signal }) => fetchKept(signal), staleTime: 0 });

export interface Change {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** Runs a change; true if it was done. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly dismiss: () => void;
}

/** `keys` name the answers that a change makes stale. */
export function useChange(keys: readonly (readonly string[])[] = [KEPT]): Change {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(error instanceof Failure ? error : new Failure(String(error), false));
      return false;
    } finally {
      setBusy(false);
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    }
  };
  return { busy, failure, run, dismiss: () => setFailure(undefined) };
}
