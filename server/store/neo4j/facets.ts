/** Counts of what passes a filter. */
import type { EntityKind, RelationType, Status } from "../../../schema/ontology.ts";
import { toFacets } from "../facets.ts";
import { conditionsOf } from "../filter.ts";
import { type Facets, MOST_NAMES, type NameFacet, type RelationFilter } from "../port.ts";
import type { Connection, Row } from "./connection.ts";
import { assertionSearch, parametersOf, whereAll } from "./where.ts";

const COUNTS = "count(DISTINCT a.relation), count(*)";

/** The names with most assertions, and how many there are in all. */
const byName = (property: string) =>
  `WITH a.${property} AS name, count(DISTINCT a.relation) AS relations, count(*) AS assertions
   WHERE name IS NOT NULL WITH name, relations, assertions ORDER BY assertions DESC, name
   WITH collect([name, relations, assertions]) AS names RETURN size(names), names[..${MOST_NAMES}]`;

/** An edge between two of a kind is one edge of that kind. */
const BY_KIND = `WITH DISTINCT a.relation AS relation, a.subject AS subject, a.object AS object,
    a.subjectKind AS subjectKind, a.objectKind AS objectKind
  UNWIND [[subject, subjectKind], [object, objectKind]] AS end
  RETURN end[1], count(DISTINCT end[0]), count(DISTINCT relation)`;

function toNames([row]: readonly Row[]): { readonly count: number; readonly names: readonly NameFacet[] } {
  const [count, names] = row as [number, [string, number, number][]];
  return { count, names: names.map(([name, relations, assertions]) => ({ name, relations, assertions })) };
}

/** What passes, by kind, type, status and name. */
export async function facets(connection: Connection, filter: RelationFilter): Promise<Facets> {
  const conditions = conditionsOf(filter);
  const { match, where } = assertionSearch(conditions);
  const ask = (count: string) => connection.read(`${match} ${whereAll(where)} ${count}`, parametersOf(conditions));
  const [kinds, types, statuses, publishers, speakers, extractors] = await Promise.all([
    ask(BY_KIND),
    ask(`RETURN a.type, ${COUNTS}`),
    ask("RETURN a.status, count(*)"),
    ask(byName("publisher")).then(toNames),
    ask(byName("speaker")).then(toNames),
    ask(byName("extractor")).then(toNames),
  ]);
  return toFacets({
    kinds: kinds.map(([kind, entities, relations]) => ({
      kind: kind as EntityKind,
      entities: entities as number,
      relations: relations as number,
    })),
    types: types.map(([type, relations, assertions]) => ({
      type: type as RelationType,
      relations: relations as number,
      assertions: assertions as number,
    })),
    statuses: statuses.map(([status, count]) => ({ status: status as Status, count: count as number })),
    publishers: publishers.names,
    publisherCount: publishers.count,
    speakers: speakers.names,
    speakerCount: speakers.count,
    extractors: extractors.names,
  });
}
