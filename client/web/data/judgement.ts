/** Which edges of a view pass filters that hang on single sentences: only the server can tell. */
import type { RelationId } from "../../../schema/ids.ts";
import { MOST_NAMED, onEdges } from "../state/asking.ts";
import type { Filters } from "../state/filters.ts";
import type { Judgement } from "../state/visible.ts";
import { ask } from "./client.ts";
import { passingQuery } from "./queries.ts";

/** Asks about all edges at once; the answer is whole or none. */
export async function judge(filters: Filters, ids: readonly RelationId[], signal?: AbortSignal): Promise<Judgement> {
  const answers = await Promise.all(
    onEdges(filters, ids).map((filter) => ask(passingQuery, { filter, first: MOST_NAMED }, signal)),
  );
  return { passed: new Set(answers.flatMap(({ relations }) => relations.nodes.map(({ id }) => id as RelationId))) };
}
