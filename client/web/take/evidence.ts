/** Every sentence behind the edges on the screen, under the filters that hold there. */
import type { RelationId } from "../../../schema/ids.ts";
import { ask } from "../data/client.ts";
import { toStatus } from "../data/graph.ts";
import { graphql, type RelationFilterInput, type ResultOf } from "../data/graphql.ts";
import { onEdges } from "../state/asking.ts";
import type { Filters } from "../state/filters.ts";
import type { Footnote } from "./report.ts";

const PAGE = 500;

const sentencesQuery = graphql(`
  query SentencesBehind($filter: RelationFilter, $first: Int!, $after: String) {
    assertions(filter: $filter, first: $first, after: $after) {
      nodes {
        relation {
          id
        }
        quote
        start
        end
        status
        speaker
        date
        confidence
        extractor
        document {
          title
          publisher
          author
          published
          url
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Sentence = ResultOf<typeof sentencesQuery>["assertions"]["nodes"][number];

const footnoteOf = ({
  quote,
  start,
  end,
  status,
  speaker,
  date,
  confidence,
  extractor,
  document,
}: Sentence): Footnote => ({
  quote,
  start,
  end,
  status: toStatus(status),
  speaker: speaker ?? undefined,
  date: date ?? undefined,
  confidence,
  extractor,
  source: document,
});

async function pagesOf(filter: RelationFilterInput): Promise<Sentence[]> {
  const found: Sentence[] = [];
  let after: string | null = null;
  do {
    const { assertions }: ResultOf<typeof sentencesQuery> = await ask(sentencesQuery, { filter, first: PAGE, after });
    found.push(...assertions.nodes);
    after = assertions.pageInfo.hasNextPage ? assertions.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** The sentences of each edge, latest publication first. Throws a Failure if the server does not answer. */
export async function sentencesBehind(
  ids: readonly RelationId[],
  filters: Filters,
): Promise<ReadonlyMap<RelationId, readonly Footnote[]>> {
  const pages = await Promise.all(onEdges(filters, ids).map(pagesOf));
  const found = new Map<RelationId, Footnote[]>();
  for (const sentence of pages.flat()) {
    const id = sentence.relation.id as RelationId;
    found.set(id, [...(found.get(id) ?? []), footnoteOf(sentence)]);
  }
  return found;
}
