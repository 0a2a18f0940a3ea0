/** Relay's connections over the store's pages. */
import { type PageArguments, page as request } from "./arguments.ts";
import type { Assertion } from "../../schema/model.ts";
import type { Evidence, EvidencedRelation, Page, PageRequest } from "../store/port.ts";
import type { Context } from "./context.ts";

export interface Connection<Row> extends Page<Row> {
  readonly after: string | null | undefined;
  /** Where they are at hand without their cursors. */
  readonly nodes?: readonly Row[];
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

/** The first assertions that came with an edge; their cursors are made only when asked for. */
class FirstAssertions implements Connection<Assertion> {
  readonly after = undefined;
  readonly nodes: readonly Assertion[];
  readonly hasNextPage: boolean;
  readonly #relation: EvidencedRelation;
  readonly #evidence: Evidence;

  constructor(relation: EvidencedRelation, evidence: Evidence, first: number) {
    this.nodes = evidence.nodes.length > first ? evidence.nodes.slice(0, first) : evidence.nodes;
    this.hasNextPage = relation.assertionCount > this.nodes.length;
    this.#relation = relation;
    this.#evidence = evidence;
  }

  get edges() {
    return this.nodes.map((node, nth) => ({ node, cursor: this.#evidence.cursorOf(nth) }));
  }

  readonly totalCount = async () => this.#relation.assertionCount;
}

/** What came with an edge, where that is all that is asked for. */
export function atHand(
  relation: EvidencedRelation,
  args: PageArguments,
  { budget }: Context,
): Connection<Assertion> | undefined {
  const { evidence, assertionCount } = relation;
  if (!evidence || args.after) return undefined;
  const { first } = request(args);
  if (evidence.nodes.length < Math.min(first, assertionCount)) return undefined;
  budget.rows(Math.min(first, evidence.nodes.length));
  return new FirstAssertions(relation, evidence, first);
}

/** Resolvers of every type whose name ends in `Connection`. */
export const connectionResolvers = {
  nodes: (page: Connection<unknown>) => page.nodes ?? page.edges.map((edge) => edge.node),
  totalCount: (page: Connection<unknown>) => page.totalCount(),
  pageInfo: ({ edges, hasNextPage, after }: Connection<unknown>) => ({
    hasNextPage,
    hasPreviousPage: Boolean(after),
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }),
};
