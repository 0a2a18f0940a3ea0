/** Filters as parts of an address, read back to the same filters. */
import { type DocumentId, nodeKind } from "../../../schema/ids.ts";
import { isDay } from "../../../schema/edtf.ts";
import { ENTITY_KINDS, RELATION_TYPES, STATUSES } from "../../../schema/ontology.ts";
import { atLeast, CLOCKS, type Filters, isFiltering, NO_FILTERS, type TimeSpan, within, withWords } from "./filters.ts";

const among =
  <T extends string>(known: readonly T[]) =>
  (words: readonly string[]): Set<T> =>
    new Set(known.filter((word) => words.includes(word)));

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

const number = (text: string | null): number => (text !== null && Number.isFinite(Number(text)) ? Number(text) : 0);

function parseTime(query: URLSearchParams): Partial<TimeSpan> {
  const day = (name: string) => {
    const text = query.get(name);
    return text !== null && isDay(text) ? text : undefined;
  };
  const undated = query.get("undated");
  return {
    clock: CLOCKS.find((clock) => clock === query.get("clock")) ?? "event",
    from: day("since"),
    to: day("until"),
    undated: undated === "yes" ? true : undated === "no" ? false : undefined,
  };
}

/** Reads what of an address filters; what means nothing is left out. */
export function parseFilters(query: URLSearchParams): Filters {
  const off = query.getAll("off").flatMap((words) => words.split(","));
  const lists: Filters = {
    ...NO_FILTERS,
    kinds: among(ENTITY_KINDS)(off),
    types: among(RELATION_TYPES)(off),
    statuses: among(STATUSES)(off),
    speakers: distinct(query.getAll("speaker")),
    publishers: distinct(query.getAll("publisher")),
    documents: distinct(query.getAll("in")).filter((id): id is DocumentId => nodeKind(id) === "Document"),
    extractors: distinct(query.getAll("extractor")),
  };
  const confident = atLeast(lists, "minConfidence", number(query.get("confidence")));
  const said = atLeast(confident, "minAssertions", number(query.get("sentences")));
  const backed = atLeast(said, "minDocuments", number(query.get("documents")));
  const all = within(withWords(backed, query.get("words") ?? ""), parseTime(query));
  return isFiltering(all) || all.time.clock !== "event" ? all : NO_FILTERS;
}

/** The pairs of an address that say the filters. */
export function filterPairs(filters: Filters): [string, string][] {
  const { minConfidence, minAssertions, minDocuments, words, time } = filters;
  const off = [...filters.kinds, ...filters.types, ...filters.statuses];
  const each = (name: string, values: readonly string[]) => values.map((value): [string, string] => [name, value]);
  return [
    ...each("off", off.length > 0 ? [off.join(",")] : []),
    ...each("speaker", filters.speakers),
    ...each("publisher", filters.publishers),
    ...each("in", filters.documents),
    ...each("extractor", filters.extractors),
    ...each("confidence", minConfidence > 0 ? [String(minConfidence)] : []),
    ...each("sentences", minAssertions > 1 ? [String(minAssertions)] : []),
    ...each("documents", minDocuments > 1 ? [String(minDocuments)] : []),
    ...each("words", words === "" ? [] : [words]),
    ...each("clock", time.clock === "event" ? [] : [time.clock]),
    ...each("since", time.from === undefined ? [] : [time.from]),
    ...each("until", time.to === undefined ? [] : [time.to]),
    ...each("undated", time.undated === undefined ? [] : [time.undated ? "yes" : "no"]),
  ];
}
