/** Relay's connections over the store's pages. */
import { type PageArguments, page as request } from "./arguments.ts";
import type { Page, PageRequest } from "../store/port.ts";
import type { Context } from "./context.ts";

export interface Connection<Row> extends Page<Row> {
  readonly after: string | null | undefined;
}

type Ask<Row> = (page: PageRequest) => Promise<Page<Row>>;

/** Asks for a page with checked arguments, within the budget of the request. */
export async function connection<Row>(
  args: PageArguments,
  { budget }: Context,
  ask: Ask<Row>,
): Promise<Connection<Row>> {
  const page = await batchedConnection(args, ask);
  budget.rows(page.edges.length);
  return page;
}

/** The same for a loader that spends the budget itself. */
export async function batchedConnection<Row>(args: PageArguments, ask: Ask<Row>): Promise<Connection<Row>> {
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
