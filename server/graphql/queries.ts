/** Resolvers of `Query`: one line each over the store's port. */
import {
  type AssertionId,
  type DocumentId,
  type EntityId,
  nodeKind,
  type NoteId,
  type RelationId,
  type StoryId,
  type ViewId,
} from "../../schema/ids.ts";
import type { EntityKind } from "../../schema/ontology.ts";
import { type Clock, MOST_EVIDENCE, type RelationOrder, type TimeBin } from "../store/port.ts";
import {
  centers,
  depth,
  entity,
  filter,
  type FilterInput,
  hops,
  limit,
  overviewLimit,
  type PageArguments,
  pathLimit,
  someWords,
  words,
} from "./arguments.ts";
import { connection } from "./connection.ts";
import type { Context } from "./context.ts";
import { type Asked, asksFor } from "./lookahead.ts";
import { notesOn } from "./records.ts";
import { refusal } from "./refusal.ts";

interface Filtered {
  readonly filter?: FilterInput | null;
}
interface Searched {
  readonly query?: string | null;
}

interface PathArguments extends Filtered {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly limit: number;
}

function node({ loaders }: Context, id: string) {
  const kind = nodeKind(id);
  if (kind === "Entity") return loaders.entity.load(id as EntityId);
  if (kind === "Relation") return loaders.relation.load(id as RelationId);
  if (kind === "Assertion") return loaders.assertion.load(id as AssertionId);
  if (kind === "Document") return loaders.document.load(id as DocumentId);
  return kind === undefined ? undefined : loaders.record.load(id as ViewId | StoryId | NoteId);
}

/** A record of one kind; nothing for the id of another. */
const record =
  (kind: "View" | "Story") =>
  (_: unknown, { id }: { id: string }, { loaders }: Context) =>
    nodeKind(id) === kind ? loaders.record.load(id as ViewId | StoryId) : undefined;

function oneEntity({ loaders, store }: Context, { id, name }: { id?: string | null; name?: string | null }) {
  if ((id == null) === (name == null)) throw refusal("entity: give either `id` or `name`.");
  return id == null ? store.entityByName(name!) : loaders.entity.load(id as EntityId);
}

const asksEvidence = asksFor("relations", "assertions");

/** Resolvers of `Query`. */
export const queries = {
  node: (_: unknown, args: { id: string }, context: Context) => node(context, args.id),
  entity: (_: unknown, args: { id?: string | null; name?: string | null }, context: Context) =>
    oneEntity(context, args),
  entities: (_: unknown, args: PageArguments & Searched & { kinds?: EntityKind[] | null }, context: Context) =>
    connection(args, context, (page) =>
      context.store.entities({ text: words(args.query), kinds: args.kinds ?? undefined }, page),
    ),
  relation: (_: unknown, args: { id: string }, { loaders }: Context) => loaders.relation.load(args.id as RelationId),
  relations: (_: unknown, args: PageArguments & Filtered & { orderBy?: RelationOrder | null }, context: Context) =>
    connection(args, context, (page) => context.store.relations(filter(args.filter), args.orderBy ?? "WEIGHT", page)),
  assertions: (_: unknown, args: PageArguments & Filtered, context: Context) =>
    connection(args, context, (page) => context.store.assertions(filter(args.filter), page)),
  sentences: (_: unknown, args: PageArguments & { query: string }, context: Context) =>
    connection(args, context, (page) => context.store.sentences(someWords(args.query), page)),
  document: (_: unknown, args: { id: string }, { loaders }: Context) => loaders.document.load(args.id as DocumentId),
  documents: (_: unknown, args: PageArguments & Searched & { publisher?: string | null }, context: Context) =>
    connection(args, context, (page) =>
      context.store.documents({ text: words(args.query), publisher: args.publisher ?? undefined }, page),
    ),
  neighborhood: async (
    _: unknown,
    args: Filtered & { of: string[]; depth: number; limit: number },
    { store, budget }: Context,
    asked: Asked,
  ) => {
    const [of, asks] = [centers(args.of), filter(args.filter)];
    const evidence = asksEvidence(asked) ? MOST_EVIDENCE : 0;
    const found = await store.neighborhood(of, depth(args.depth), asks, limit(args.limit), evidence);
    budget.rows(found.relations.length);
    return found;
  },
  neighborCounts: (_: unknown, args: Filtered & { of: string }, { store }: Context) =>
    store.neighborCounts(entity("of", args.of), filter(args.filter)),
  paths: async (_: unknown, args: PathArguments, { store, budget }: Context) => {
    const ends = [entity("from", args.from), entity("to", args.to)] as const;
    const found = await store.paths(...ends, hops(args.maxHops), pathLimit(args.limit), filter(args.filter));
    budget.rows(found.reduce((sum, { relations }) => sum + relations.length, 0));
    return found;
  },
  overview: async (_: unknown, args: Filtered & { limit: number }, { store }: Context) =>
    store.overview(filter(args.filter), overviewLimit(args.limit)),
  timeline: (_: unknown, args: Filtered & { bin: TimeBin; clock: Clock }, { store }: Context) =>
    store.timeline(filter(args.filter), args.bin, args.clock),
  facets: (_: unknown, args: Filtered, { store }: Context) => store.facets(filter(args.filter)),
  views: (_: unknown, _args: unknown, { store }: Context) => store.views(),
  view: record("View"),
  stories: (_: unknown, _args: unknown, { store }: Context) => store.stories(),
  story: record("Story"),
  notes: (_: unknown, args: { of: string[] }, context: Context) => notesOn(args, context),
  statistics: (_: unknown, _args: unknown, { store }: Context) => store.statistics(),
};
