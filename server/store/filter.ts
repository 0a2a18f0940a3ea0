/** A filter as both adapters apply it: checked, without repetition, what is always true left out. */
import { isDay } from "../../schema/edtf.ts";
import type { DocumentId, EntityId, RelationId } from "../../schema/ids.ts";
import {
  type EntityKind,
  RELATION_TYPES,
  relationTerm,
  type RelationType,
  type Status,
} from "../../schema/ontology.ts";
import { instant } from "./days.ts";
import { type RelationFilter, StoreError } from "./port.ts";
import { searchWords, type SearchWords } from "./words.ts";

/** A condition that is absent always holds. Lists are distinct and never empty. */
export interface Conditions {
  /** True where a list is empty, so that nothing can pass. */
  readonly nothing: boolean;
  /** Of the edge. `types` has the quad classes worked in. */
  readonly types?: readonly RelationType[];
  readonly kinds?: readonly EntityKind[];
  readonly entities?: readonly EntityId[];
  readonly relations?: readonly RelationId[];
  readonly of?: EntityId;
  /** Of the assertion. */
  readonly statuses?: readonly Status[];
  readonly speakers?: readonly string[];
  readonly extractors?: readonly string[];
  readonly minConfidence?: number;
  readonly search?: SearchWords;
  readonly days?: DayConditions;
  /** Of its document. */
  readonly publishers?: readonly string[];
  readonly documents?: readonly DocumentId[];
  readonly publishedBy?: string;
  readonly publishedSince?: string;
  /** Milliseconds since 1970, UTC. */
  readonly ingestedBy?: number;
  /** Of the edge's assertions that pass all others; at least 2. */
  readonly minAssertions?: number;
  readonly minDocuments?: number;
}

/**
 * Passes an assertion whose first day is `to` or before and whose last day is `from` or after (either absent: always
 * so), if `dated`; an undated one, if `undated`.
 */
export interface DayConditions {
  readonly from?: string;
  readonly to?: string;
  readonly dated: boolean;
  readonly undated: boolean;
}

const MOST_VALUES = 10_000;

function distinct<T>(name: string, list: readonly T[] | undefined): readonly T[] | undefined {
  if (list && list.length > MOST_VALUES)
    throw new StoreError(`The filter's ${name} has ${list.length} values; ${MOST_VALUES} is the most.`);
  return list && [...new Set(list)];
}

function day(name: string, value: string | undefined): string | undefined {
  if (value === undefined || isDay(value)) return value;
  throw new StoreError(`The filter's ${name} is "${value.slice(0, 40)}", which is not a day, YYYY-MM-DD.`);
}

function typesOf({ types, quads }: RelationFilter): readonly RelationType[] | undefined {
  if (!quads) return distinct("types", types);
  const among = distinct("quads", quads);
  return (distinct("types", types) ?? RELATION_TYPES).filter((type) => among?.includes(relationTerm(type).quad));
}

function daysOf(filter: RelationFilter): DayConditions | undefined {
  const [from, to] = [day("from", filter.from), day("to", filter.to)];
  if (from === undefined && to === undefined) {
    return filter.undated === undefined ? undefined : { dated: !filter.undated, undated: filter.undated };
  }
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    dated: true,
    undated: filter.undated === true,
  };
}

const atLeast = (value: number | undefined, trivial: number) =>
  value !== undefined && value > trivial ? value : undefined;

/** What a filter asks. Throws a StoreError that says what is wrong with it. */
export function conditionsOf(filter: RelationFilter): Conditions {
  const lists = {
    types: typesOf(filter),
    kinds: distinct("kinds", filter.kinds),
    entities: distinct("entities", filter.entities),
    relations: distinct("relations", filter.relations),
    statuses: distinct("statuses", filter.statuses),
    speakers: distinct("speakers", filter.speakers),
    extractors: distinct("extractors", filter.extractors),
    publishers: distinct("publishers", filter.publishers),
    documents: distinct("documents", filter.documents),
  };
  const all = {
    ...lists,
    of: filter.of,
    minConfidence: atLeast(filter.minConfidence, 0),
    search: filter.query === undefined ? undefined : searchWords(filter.query),
    days: daysOf(filter),
    publishedBy: day("publishedBy", filter.publishedBy),
    publishedSince: day("publishedSince", filter.publishedSince),
    ingestedBy: filter.ingestedBy === undefined ? undefined : instant(filter.ingestedBy),
    minAssertions: atLeast(filter.minAssertions, 1),
    minDocuments: atLeast(filter.minDocuments, 1),
  };
  const nothing = Object.values(lists).some((list) => list?.length === 0);
  const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return { nothing, ...present } as Conditions;
}
