/** Filters as Cypher. Values are parameters only. */
import { FIRST_DAY } from "../days.ts";
import type { Conditions } from "../filter.ts";
import type { SearchWords } from "../words.ts";
import { INDEXED } from "./layout.ts";
import type { Parameters } from "./parameters.ts";

/** Conditions that must all hold, as text. */
export type Where = readonly string[];

/** `WHERE` and all of these conditions, or nothing. */
export const whereAll = (conditions: Where): string =>
  conditions.length === 0 ? "" : `WHERE ${conditions.map((text) => `(${text})`).join(" AND ")}`;

/** A full-text query, in one property, for words that hold letters and digits only, so that nothing needs escaping. */
export const matching = ({ whole, last }: SearchWords, property: string): string =>
  [...whole.map((word) => `+${property}:"${word}"`), `+${property}:${last}*`].join(" ");

/** The parameters of a filter's conditions. */
export const parametersOf = (c: Conditions): Parameters => ({
  types: c.types,
  kinds: c.kinds,
  entities: c.entities,
  relations: c.relations,
  anEnd: c.of,
  around: c.of ? [c.of] : c.entities,
  statuses: c.statuses,
  speakers: c.speakers,
  extractors: c.extractors,
  minConfidence: c.minConfidence,
  publishers: c.publishers,
  documents: c.documents,
  publishedBy: c.publishedBy,
  publishedSince: c.publishedSince,
  ingestedBy: c.ingestedBy,
  from: c.days ? (c.days.from ?? FIRST_DAY) : undefined,
  to: c.days?.to,
  minAssertions: c.minAssertions,
  minDocuments: c.minDocuments,
  ...(c.search
    ? {
        search: matching(c.search, "words"),
        whole: c.search.whole.map((word) => ` ${word} `),
        last: ` ${c.search.last}`,
      }
    : {}),
});

/** Conditions on an edge, told by the properties that the relationship `r` and assertions of it share. */
function onEdge(c: Conditions, r: string, id: string): Where {
  if (c.nothing) return ["false"];
  return [
    ...(c.types ? [`${r}.type IN $types`] : []),
    ...(c.kinds ? [`${r}.subjectKind IN $kinds OR ${r}.objectKind IN $kinds`] : []),
    ...(c.relations ? [`${id} IN $relations`] : []),
    ...(c.of ? [`${r}.subject = $anEnd OR ${r}.object = $anEnd`] : []),
    ...(c.entities ? [`${r}.subject IN $entities OR ${r}.object IN $entities`] : []),
  ];
}

function onDays(days: Conditions["days"], a: string): Where {
  if (!days) return [];
  const undated = `${a}.fromDay IS NULL`;
  if (!days.dated) return [undated];
  const overlaps = `${a}.toDay >= $from${days.to === undefined ? "" : ` AND ${a}.fromDay <= $to`}`;
  return [days.undated ? `${undated} OR (${overlaps})` : overlaps];
}

/** Every word stands among the words of the passage, the last as the beginning of one. */
const onWords = (p: string) =>
  `all(word IN $whole WHERE (' ' + ${p}.words + ' ') CONTAINS word) AND (' ' + ${p}.words) CONTAINS $last`;

/** Conditions on the assertion `a` itself, beside those on its edge. */
function onAssertion(c: Conditions, a: string): Where {
  return [
    ...(c.statuses ? [`${a}.status IN $statuses`] : []),
    ...(c.speakers ? [`${a}.speaker IN $speakers`] : []),
    ...(c.extractors ? [`${a}.extractor IN $extractors`] : []),
    ...(c.publishers ? [`${a}.publisher IN $publishers`] : []),
    ...(c.documents ? [`${a}.document IN $documents`] : []),
    ...(c.minConfidence === undefined ? [] : [`${a}.confidence >= $minConfidence`]),
    ...(c.publishedBy === undefined ? [] : [`${a}.published <= $publishedBy`]),
    ...(c.publishedSince === undefined ? [] : [`${a}.published >= $publishedSince`]),
    ...(c.ingestedBy === undefined ? [] : [`${a}.ingested <= $ingestedBy`]),
    ...onDays(c.days, a),
    ...(c.search ? [`EXISTS { MATCH (${a})-[:QUOTES]->(q:Passage) WHERE ${onWords("q")} }`] : []),
  ];
}

/** Few assertions are likely to pass, so that they are looked up first. */
const isSelective = (c: Conditions): boolean =>
  Boolean(c.search ?? c.documents ?? c.publishers) || c.speakers?.includes("") === false;

/** `edge` (an id) has enough assertions that pass. */
function enough(c: Conditions, edge: string): Where {
  const passing = `MATCH (b:Assertion) ${whereAll([INDEXED.ofRelation("b", edge), ...onAssertion(c, "b")])}`;
  return [
    ...(c.minAssertions === undefined ? [] : [`COUNT { ${passing} } >= $minAssertions`]),
    ...(c.minDocuments === undefined ? [] : [`COUNT { ${passing} RETURN DISTINCT b.document } >= $minDocuments`]),
  ];
}

/** The edge `r` passes. Where no assertion is left out, its own counts decide. */
export function relationPasses(c: Conditions): Where {
  const edge = onEdge(c, "r", "r.id");
  const passes = onAssertion(c, "b");
  if (passes.length === 0)
    return [
      ...edge,
      ...(c.minAssertions === undefined ? [] : ["r.assertionCount >= $minAssertions"]),
      ...(c.minDocuments === undefined ? [] : ["r.documentCount >= $minDocuments"]),
    ];
  const several = enough(c, "r.id");
  const some = `EXISTS { MATCH (b:Assertion) ${whereAll([INDEXED.ofRelation("b", "r.id"), ...passes])} }`;
  return [...edge, ...(several.length > 0 ? several : [some])];
}

/** Where to begin looking, and what must hold there. */
export interface Search {
  readonly match: string;
  readonly where: Where;
  /** Whether what is found comes in no order, so that no index can be walked. */
  readonly unordered: boolean;
}

const FOUND_ASSERTIONS =
  "CALL db.index.fulltext.queryNodes('passages', $search) YIELD node AS p MATCH (p)<-[:QUOTES]-(a:Assertion)";
const AROUND = "MATCH (end:Entity)-[r:RELATION]-() WHERE end.id IN $around WITH DISTINCT r";

/** The edges `r` that pass. */
export function relationSearch(c: Conditions): Search {
  if ((c.of ?? c.entities) && !c.nothing) return { match: AROUND, where: relationPasses(c), unordered: true };
  if (!isSelective(c) || c.nothing)
    return { match: "MATCH ()-[r:RELATION]->()", where: relationPasses(c), unordered: false };
  const from = c.search ? FOUND_ASSERTIONS : "MATCH (a:Assertion)";
  const least = [
    ...(c.minAssertions === undefined ? [] : ["assertions >= $minAssertions"]),
    ...(c.minDocuments === undefined ? [] : ["documents >= $minDocuments"]),
  ];
  const match = `${from} ${whereAll([...onEdge(c, "a", "a.relation"), ...onAssertion(c, "a")])}
    WITH a.relation AS edge, count(*) AS assertions, count(DISTINCT a.document) AS documents ${whereAll(least)}
    MATCH ()-[r:RELATION {id: edge}]->()`;
  return { match, where: [], unordered: true };
}

/** The assertions `a` that pass. */
export function assertionSearch(c: Conditions): Search {
  const where = [
    ...onEdge(c, "a", "a.relation"),
    ...onAssertion(c, "a"),
    ...(c.nothing ? [] : enough(c, "a.relation")),
  ];
  if (c.nothing) return { match: "MATCH (a:Assertion)", where, unordered: false };
  if (c.search) return { match: FOUND_ASSERTIONS, where, unordered: true };
  if (c.of ?? c.entities)
    return {
      match: `${AROUND} MATCH (a:Assertion)`,
      where: [INDEXED.ofRelation("a", "r.id"), ...where],
      unordered: true,
    };
  return { match: "MATCH (a:Assertion)", where, unordered: isSelective(c) };
}
