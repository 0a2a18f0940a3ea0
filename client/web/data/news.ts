/** News from the server: that the graph has changed. What is on the screen stays until the reader asks for more. */
import type { QueryClient } from "@tanstack/react-query";

/** Answers that a change of the graph makes old; texts of documents never change. */
const PERISHABLE = ["statistics", "connected", "suggestions", "evidence", "actor", "counts", "facets", "timeline"];

let client: QueryClient | undefined;

/** The cache that is to be renewed. */
export const renewIn = (given: QueryClient): void => {
  client = given;
};

/** Asks again for everything that may have changed. */
export function renew(): void {
  for (const key of PERISHABLE) void client?.invalidateQueries({ queryKey: [key] });
}
