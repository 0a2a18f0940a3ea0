/** Counts of what passes a filter, in one statement, so that it is applied once. */
import type { EntityKind, RelationType, Status } from "../../../schema/ontology.ts";
import { toFacets } from "../facets.ts";
import { conditionsOf } from "../filter.ts";
import { type Facets, MOST_NAMES, type NameFacet, type RelationFilter } from "../port.ts";
import type { Aside } from "./aside.ts";
import { passingAssertions } from "./passing.ts";

interface FacetRow {
  readonly facet: "kind" | "type" | "status" | "publisher" | "speaker" | "extractor";
  readonly name: string;
  /** How many names this facet has in all. */
  readonly among: number;
  readonly relations: number;
  readonly assertions: number;
  readonly entities: number;
}

const COUNTS = "count(DISTINCT relation) AS relations, count(*) AS assertions";

const byColumn = (column: "type" | "status") =>
  `SELECT '${column}', ${column}, 0, ${COUNTS}, 0 FROM passing GROUP BY 2`;

/** Those with most assertions, by the name that `table` has for the row; no row is the empty name. */
const byName = (facet: "publisher" | "speaker" | "extractor", row: string, from: string) =>
  `SELECT * FROM (
     SELECT '${facet}', ifnull(n.name, '') AS name, count(*) OVER (), relations, assertions, 0
     FROM (SELECT ${row} AS row, ${COUNTS} FROM ${from} GROUP BY 1) LEFT JOIN ${facet} n ON n.id = row
     ORDER BY assertions DESC, name LIMIT ${MOST_NAMES})`;

/** An edge between two of a kind is one edge of that kind. */
const BY_KIND = `SELECT 'kind' AS facet, e.kind AS name, 0 AS among, count(DISTINCT relation) AS relations, 0 AS assertions,
    count(DISTINCT e.id) AS entities
  FROM ends CROSS JOIN entity e ON e.id = ends.entity GROUP BY e.kind`;

const FACETS = [
  BY_KIND,
  byColumn("type"),
  byColumn("status"),
  byName("publisher", "d.publisher", "passing CROSS JOIN document d ON d.id = document AND d.publisher IS NOT NULL"),
  byName("speaker", "speaker", "passing"),
  byName("extractor", "extractor", "passing"),
].join("\nUNION ALL ");

export async function facets(aside: Aside, filter: RelationFilter): Promise<Facets> {
  const { text, values } = passingAssertions(conditionsOf(filter));
  const rows = await aside.all<FacetRow>(
    `WITH passing AS MATERIALIZED (
       SELECT a.relation, a.document, a.status, a.speaker, a.extractor, r.type ${text}
     ), ends AS MATERIALIZED (
       SELECT r.id AS relation, r.subject AS entity FROM (SELECT DISTINCT relation FROM passing) p
       CROSS JOIN relation r ON r.id = p.relation UNION ALL
       SELECT r.id, r.object FROM (SELECT DISTINCT relation FROM passing) p CROSS JOIN relation r ON r.id = p.relation
     ) ${FACETS}`,
    values,
  );
  const of = (facet: FacetRow["facet"]) => rows.filter((row) => row.facet === facet);
  const names = (facet: FacetRow["facet"]) =>
    of(facet).map(({ name, relations, assertions }): NameFacet => ({ name, relations, assertions }));
  return toFacets({
    kinds: of("kind").map(({ name, entities, relations }) => ({ kind: name as EntityKind, entities, relations })),
    types: names("type").map(({ name, ...share }) => ({ type: name as RelationType, ...share })),
    statuses: of("status").map(({ name, assertions }) => ({ status: name as Status, count: assertions })),
    publishers: names("publisher"),
    publisherCount: of("publisher")[0]?.among ?? 0,
    speakers: names("speaker"),
    speakerCount: of("speaker")[0]?.among ?? 0,
    extractors: names("extractor"),
  });
}
