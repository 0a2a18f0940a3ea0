/** Arguments as GraphQL hands them over, checked and in the store's terms. */
import { type DocumentId, type EntityId, nodeKind } from "../../schema/ids.ts";
import { MOST_NAMES, MOST_OVERVIEW, type PageRequest, type RelationFilter } from "../store/port.ts";
import { refusal } from "./refusal.ts";

export const MAX_PAGE = 1_000;
export const MAX_NEIGHBORHOOD = 5_000;
const MAX_DEPTH = 3;
const MAX_CENTERS = 100;
const MAX_LIST = 1_000;
const MAX_WORDS = 1_000;

export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

/** What `RelationFilter` of the SDL gives; a field may be null as well as absent. */
export type FilterInput = { readonly [Key in keyof RelationFilter]?: RelationFilter[Key] | null };

function within(name: string, value: number, most: number, advice: string): number {
  if (value < 1 || value > most) throw refusal(`${name}: ${value} is not between 1 and ${most}; ${advice}.`);
  return value;
}

/** A page of 1 to 1,000 rows. */
export function page({ first, after }: PageArguments): PageRequest {
  within("first", first, MAX_PAGE, "go on from page to page with after: endCursor");
  return after ? { first, after } : { first };
}

/** Words to search by; blank ones are none. */
export function words(query: string | null | undefined): string | undefined {
  if (query && query.length > MAX_WORDS)
    throw refusal(`query: ${query.length} characters are more than ${MAX_WORDS}; search with fewer words.`);
  return query?.trim() ? query : undefined;
}

/** Words to search by, of which there must be some. */
export function someWords(query: string): string {
  const found = words(query);
  if (found === undefined) throw refusal("query: is empty; give at least one word to look for.");
  return found;
}

/** The id of an entity, refused if it has not the form of one. */
export function entity(name: string, id: string): EntityId {
  if (nodeKind(id) !== "Entity")
    throw refusal(`${name}: ${JSON.stringify(id.slice(0, 100))} is not the id of an entity; take it from Entity.id.`);
  return id as EntityId;
}

/** The entities in the middle of a neighborhood, each once. */
export function centers(ids: readonly string[]): readonly EntityId[] {
  if (ids.length === 0) throw refusal("of: is empty; give the id of at least one entity.");
  if (ids.length > MAX_CENTERS)
    throw refusal(`of: ${ids.length} entities are more than ${MAX_CENTERS}; ask for them in parts.`);
  return [...new Set(ids.map((id) => entity("of", id)))];
}

/** How far a neighborhood reaches. */
export const depth = (value: number): number =>
  within("depth", value, MAX_DEPTH, "further out, take the ends you find as the next `of`");

/** How many edges a neighborhood may have. */
export const limit = (value: number): number =>
  within("limit", value, MAX_NEIGHBORHOOD, "narrow the filter, or page through relations(filter: …)");

/** How long a path may be. */
export const hops = (value: number): number =>
  within("maxHops", value, 8, "further apart, actors have little to do with each other");

/** How many paths are told. */
export const pathLimit = (value: number): number => within("limit", value, 50, "narrow the filter to see others");

/** How many entities an overview has. */
export const overviewLimit = (value: number): number =>
  within("limit", value, MOST_OVERVIEW.entities, "narrow the filter, or look around some entities with neighborhood");

/** How many names a facet has. */
export const nameLimit = (value: number): number => within("limit", value, MOST_NAMES, "narrow the filter");

function checkNumbers({ minConfidence, minAssertions, minDocuments }: FilterInput): void {
  if (minConfidence && !(minConfidence >= 0 && minConfidence <= 1))
    throw refusal(`filter.minConfidence: ${minConfidence} is not between 0 and 1.`);
  for (const [name, value] of Object.entries({ minAssertions, minDocuments }))
    if (value && value < 0) throw refusal(`filter.${name}: ${value} is less than 0.`);
}

function checkLists(input: FilterInput, most: number): void {
  for (const [name, value] of Object.entries(input))
    if (Array.isArray(value) && value.length > most)
      throw refusal(`filter.${name}: ${value.length} values are more than ${most}; ask in parts.`);
  for (const id of input.entities ?? []) entity("filter.entities", id);
  for (const id of input.relations ?? [])
    if (nodeKind(id) !== "Relation")
      throw refusal(`filter.relations: ${JSON.stringify(id)} is not the id of an edge; take it from Relation.id.`);
  for (const id of input.documents ?? [])
    if (nodeKind(id) !== "Document")
      throw refusal(`filter.documents: ${JSON.stringify(id)} is not the id of a document; take it from Document.id.`);
}

/** A filter in the store's terms, with lists of at most so many values. */
export function filter(input: FilterInput | null | undefined, mostValues = MAX_LIST): RelationFilter {
  if (!input) return {};
  checkNumbers(input);
  checkLists(input, mostValues);
  if (input.from && input.to && input.from > input.to)
    throw refusal(`filter.from: ${input.from} is later than filter.to, ${input.to}.`);
  const given = Object.entries({ ...input, query: words(input.query) }).filter(([, value]) => value != null);
  return Object.fromEntries(given) as RelationFilter;
}

/** The filter of one entity's edges. */
export const filterAround = (id: EntityId, input: FilterInput | null | undefined): RelationFilter => ({
  ...filter(input),
  of: id,
});

/** The filter of one document's assertions. */
export const filterIn = (id: DocumentId): RelationFilter => ({ documents: [id] });
