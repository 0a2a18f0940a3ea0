/** Filters as SQL. Values are parameters; lists travel as one JSON parameter, so that few statements serve all filters. */
import { FIRST_DAY } from "../days.ts";
import type { Conditions } from "../filter.ts";
import type { SearchWords } from "../words.ts";
import { allOf, always, type Sql } from "./keyset.ts";

/** One of a list that is passed as JSON. */
export const LISTED = "(SELECT value FROM json_each(?))";
const never: Sql = { text: "0", values: [] };

const among = (column: string, list: readonly (string | number)[] | undefined): Sql =>
  list ? { text: `${column} IN ${LISTED}`, values: [JSON.stringify(list)] } : always;

/** A full-text expression of words that are letters and digits only. */
export const matching = ({ whole, last }: SearchWords): string =>
  [...whole.map((word) => `"${word}"`), `"${last}"*`].join(" AND ");

/** Conditions on the edge `r` itself. */
export function onRelation({ types, kinds, entities, relations, of, nothing }: Conditions): Sql {
  if (nothing) return never;
  const kindOfEnd = `EXISTS (SELECT 1 FROM entity e WHERE e.id IN (r.subject, r.object) AND e.kind IN ${LISTED})`;
  return allOf([
    among("r.type", types),
    relations
      ? { text: `r.id IN (SELECT id FROM relation WHERE key IN ${LISTED})`, values: [JSON.stringify(relations)] }
      : always,
    kinds ? { text: kindOfEnd, values: [JSON.stringify(kinds)] } : always,
    entities ? around(entities) : always,
    of ? around([of]) : always,
  ]);
}

/** The edge `r` has one of these entities at an end. */
function around(entities: readonly string[]): Sql {
  const ends = `SELECT id FROM entity WHERE key IN ${LISTED}`;
  const list = JSON.stringify(entities);
  return {
    text: `r.id IN (SELECT id FROM relation WHERE subject IN (${ends}) UNION ALL
             SELECT id FROM relation WHERE object IN (${ends}))`,
    values: [list, list],
  };
}

function onSpeaker(a: string, speakers: readonly string[] | undefined): Sql {
  if (!speakers) return always;
  const named = `${a}.speaker IN (SELECT id FROM speaker WHERE name IN ${LISTED})`;
  const text = speakers.includes("") ? `${named} OR ${a}.speaker IS NULL` : named;
  return { text, values: [JSON.stringify(speakers)] };
}

function onDays(a: string, days: Conditions["days"]): Sql {
  if (!days) return always;
  const { from = FIRST_DAY, to, dated, undated } = days;
  const overlaps = `${a}.to_day >= ? ${to === undefined ? "" : `AND ${a}.from_day <= ?`}`;
  const values = to === undefined ? [from] : [from, to];
  if (!dated) return { text: `${a}.from_day IS NULL`, values: [] };
  return { text: undated ? `${a}.from_day IS NULL OR (${overlaps})` : overlaps, values };
}

/** Conditions on the assertion `a`, by the alias that its table has. */
export function onAssertion(c: Conditions, a = "a"): Sql {
  const ofDocument = (what: string) => `${a}.document IN (SELECT id FROM document WHERE ${what})`;
  const publishers = ofDocument(`publisher IN (SELECT id FROM publisher WHERE name IN ${LISTED})`);
  const extractors = `${a}.extractor IN (SELECT id FROM extractor WHERE name IN ${LISTED})`;
  const listed = (text: string, list: readonly string[] | undefined): Sql =>
    list ? { text, values: [JSON.stringify(list)] } : always;
  const given = (text: string, value: string | number | undefined): Sql =>
    value === undefined ? always : { text, values: [value] };
  return allOf([
    among(`${a}.status`, c.statuses),
    onSpeaker(a, c.speakers),
    listed(extractors, c.extractors),
    listed(publishers, c.publishers),
    listed(ofDocument(`key IN ${LISTED}`), c.documents),
    given(`${a}.confidence >= ?`, c.minConfidence),
    given(`${a}.published <= ? AND ${a}.published <> ''`, c.publishedBy),
    given(`${a}.published >= ?`, c.publishedSince),
    given(`${a}.ingested <= ?`, c.ingestedBy),
    onDays(a, c.days),
    given(
      `${a}.passage IN (SELECT rowid FROM passage_words WHERE passage_words MATCH ?)`,
      c.search && matching(c.search),
    ),
  ]);
}

/** Whether few assertions are likely to pass, so that they are looked up first. */
const isSelective = ({ speakers, publishers, documents, search }: Conditions) =>
  Boolean(search ?? documents ?? publishers) || speakers?.includes("") === false;

/** Whether a query should begin with the conditions rather than with the order of the list. */
export const beginsWithConditions = (c: Conditions): boolean =>
  isSelective(c) || c.entities !== undefined || c.of !== undefined || c.relations !== undefined;

/** Whether assertions are found soonest by their edges: where only these have conditions. */
export const beginsWithEdges = (c: Conditions): boolean =>
  !isSelective(c) &&
  Boolean(c.of ?? c.entities ?? c.relations ?? (onAssertion(c).text === "1" ? (c.types ?? c.kinds) : undefined));

/** The edge in `column` has enough assertions that pass; `alias` names the assertions inside. */
function enough(c: Conditions, column: string): Sql {
  const passes = onAssertion(c, "b");
  const { minAssertions = 1, minDocuments = 1 } = c;
  const groups = `HAVING count(*) >= ? AND count(DISTINCT b.document) >= ?`;
  const values = [...passes.values, minAssertions, minDocuments];
  const text = isSelective(c)
    ? `${column} IN (SELECT b.relation FROM assertion b WHERE ${passes.text} GROUP BY b.relation ${groups})`
    : `EXISTS (SELECT 1 FROM assertion b WHERE b.relation = ${column} AND ${passes.text} GROUP BY b.relation ${groups})`;
  return { text, values };
}

/** The edge `r` passes a filter: its own conditions hold, and enough of its assertions pass. */
export function relationPasses(c: Conditions): Sql {
  const own = onRelation(c);
  const passes = onAssertion(c, "b");
  if (passes.text === "1") return allOf([own, weightPasses(c)]);
  if (c.minAssertions !== undefined || c.minDocuments !== undefined) return allOf([own, enough(c, "r.id")]);
  const some = isSelective(c)
    ? `r.id IN (SELECT b.relation FROM assertion b WHERE ${passes.text})`
    : `EXISTS (SELECT 1 FROM assertion b WHERE b.relation = r.id AND ${passes.text})`;
  return allOf([own, { text: some, values: passes.values }]);
}

/** Where no assertion is left out, the edge's own counts decide. */
function weightPasses({ minAssertions, minDocuments }: Conditions): Sql {
  const least = (column: string, value: number | undefined): Sql =>
    value === undefined ? always : { text: `${column} >= ?`, values: [value] };
  return allOf([least("r.assertion_count", minAssertions), least("r.document_count", minDocuments)]);
}

/** The assertion `a` of the edge `r` passes a filter. */
export function assertionPasses(c: Conditions): Sql {
  const own = allOf([onRelation(c), onAssertion(c)]);
  if (c.minAssertions === undefined && c.minDocuments === undefined) return own;
  return allOf([own, onAssertion(c).text === "1" ? weightPasses(c) : enough(c, "a.relation")]);
}
