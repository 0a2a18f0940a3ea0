/** Relay's connections over the store's pages. */
import type { Page } from "../store/port.ts";
import { type PageArguments, page as request } from "./arguments.ts";
import type { PageRequest } from "../store/port.ts";

export interface Connection<Row> extends Page<Row> {
  readonly after: string | null | undefined;
}

/** Asks for a page with checked arguments. */
export async function connection<Row>(
  args: PageArguments,
  ask: (page: PageRequest) => Promise<Page<Row>>,
): Promise<Connection<Row>> {
  return { ...(await ask(request(args))), after: args.after };
}

/** Resolvers of every type whose name ends in `Connection`. */
export const connectionResolvers = {
  nodes: ({ edges }: Connection<unknown>) => edges.map((edge) => edge.node),
  totalCount: (page: Connection<unknown>) => page.totalCount(),
  pageInfo: ({ edges, hasNextPage, after }: Connection<unknown>) => ({
    hasNextPage,
    hasPreviousPage: Boolean(after),
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }),
};
