/** News from the server: that the graph has changed. What is on the screen stays until the reader asks for more. */
import type { QueryClient } from "@tanstack/react-query";

/** Answers that a change of the graph makes old; texts of documents never change. */
const PERISHABLE = ["statistics", "connected", "suggestions", "evidence", "actor", "counts", "facets", "timeline"];

let client: QueryClient | undefined;
const listeners = new Set<() => void>();

/** The cache that is to be renewed. */
export const renewIn = (given: QueryClient): void => {
  client = given;
};

/** Asks again for everything that may have changed. */
export function renew(): void {
  for (const key of PERISHABLE) void client?.invalidateQueries({ queryKey: [key] });
  for (const listener of listeners) listener();
}

/** Tells of every renewal until the answer is called. */
export function onRenewal(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const CHANGES = "subscription Changes { changes { version } }";

/** Tells the graph's version whenever it changes, until the answer is called. The browser itself asks again when it was cut off. */
export function follow(onVersion: (version: number) => void): () => void {
  const source = new EventSource(`/graphql?${new URLSearchParams({ query: CHANGES }).toString()}`);
  source.addEventListener("next", (event: MessageEvent<string>) => {
    const { data } = JSON.parse(event.data) as { data?: { changes?: { version?: number } } };
    if (data?.changes?.version !== undefined) onVersion(data.changes.version);
  });
  // The server has said all that it will say; asking again would begin anew without end.
  source.addEventListener("complete", () => source.close());
  return () => source.close();
}
