/** Resolvers of the fields that an object of the model does not carry itself. */
import { dayRange } from "../../schema/edtf.ts";
import { type EntityId, namedEntity, nodeKind } from "../../schema/ids.ts";
import type { Assertion, Entity, Mention, Relation, Sentence, StoredDocument } from "../../schema/model.ts";
import { relationTerm } from "../../schema/ontology.ts";
import { filterAround, filterIn, type FilterInput, nameLimit, type PageArguments } from "./arguments.ts";
import type { CitedAssertion, EvidencedRelation, Facets, Path, Subgraph } from "../store/port.ts";
import { atHand, batchedConnection, connection } from "./connection.ts";
import type { Context } from "./context.ts";
import { recordObjects } from "./records.ts";
import { type Asked, asksOnly } from "./lookahead.ts";

const entityFields = {
  relations: ({ id }: Entity, args: PageArguments & { readonly filter?: FilterInput | null }, context: Context) =>
    connection(args, context, (page) => context.store.relations(filterAround(id, args.filter), "WEIGHT", page)),
  mentions: ({ id }: Entity, args: PageArguments, context: Context) =>
    connection(args, context, (page) => context.store.mentions({ entity: id }, page)),
};

const asksNamed = asksOnly(["id", "name", "kind"]);

/** An end of an edge; what its id tells is not asked of the store. */
const end = (id: EntityId, { loaders }: Context, asked: Asked) =>
  asksNamed(asked) ? namedEntity(id) : loaders.entity.load(id);

const asksCited = asksOnly(["id", "title", "publisher", "author", "url", "published"]);

const relationFields = {
  quad: ({ type }: Relation) => relationTerm(type).quad,
  symmetric: ({ type }: Relation) => relationTerm(type).symmetric,
  subject: ({ subject }: Relation, _: unknown, context: Context, asked: Asked) => end(subject, context, asked),
  object: ({ object }: Relation, _: unknown, context: Context, asked: Asked) => end(object, context, asked),
  assertions: (relation: EvidencedRelation, args: PageArguments, context: Context) =>
    atHand(relation, args, context) ??
    batchedConnection(args, (page) => context.loaders.assertionsOf(relation.id, page)),
};

const assertionFields = {
  relation: ({ relation }: Assertion, _: unknown, { loaders }: Context) => loaders.relation.load(relation),
  document: (
    { document, cited }: Partial<CitedAssertion> & Assertion,
    _: unknown,
    { loaders }: Context,
    asked: Asked,
  ) => (cited && asksCited(asked) ? cited : loaders.document.load(document)),
  speaker: ({ speaker }: Assertion) => speaker || null,
  date: ({ date }: Assertion) => date || null,
  dateFrom: ({ date }: Assertion) => dayRange(date)?.from,
  dateTo: ({ date }: Assertion) => dayRange(date)?.to,
};

async function textOf({ id }: StoredDocument, { loaders, budget }: Context) {
  const found = await loaders.text.load(id);
  budget.text(found?.text.length ?? 0);
  return found;
}

const documentFields = {
  text: async (document: StoredDocument, _: unknown, context: Context) => (await textOf(document, context))?.text,
  sentences: async (document: StoredDocument, _: unknown, context: Context) =>
    (await textOf(document, context))?.sentences,
  assertions: ({ id }: StoredDocument, args: PageArguments, context: Context) =>
    connection(args, context, (page) => context.store.assertions(filterIn(id), page)),
  mentions: ({ id }: StoredDocument, args: PageArguments, context: Context) =>
    connection(args, context, (page) => context.store.mentions({ document: id }, page)),
};

const mentionFields = {
  entity: ({ entity }: Mention, _: unknown, { loaders }: Context) => loaders.entity.load(entity),
  document: ({ document }: Mention, _: unknown, { loaders }: Context) => loaders.document.load(document),
};

const sentenceFields = {
  document: ({ document }: Sentence, _: unknown, { loaders }: Context) => loaders.document.load(document),
  assertions: (sentence: Sentence, _: unknown, { loaders }: Context) => loaders.assertionsIn.load(sentence),
};

const subgraphFields = {
  entities: async ({ entities }: Subgraph, _: unknown, { loaders }: Context) => {
    const found = await entities();
    for (const entity of found) loaders.entity.prime(entity.id, entity);
    return found;
  },
  totalRelations: ({ totalRelations }: Subgraph) => totalRelations(),
};

const pathFields = {
  weakest: ({ relations: [first, ...others] }: Path) =>
    others.reduce((weakest, hop) => (hop.assertionCount < weakest.assertionCount ? hop : weakest), first),
};

const facetFields = {
  publishers: ({ publishers }: Facets, { limit }: { limit: number }) => publishers.slice(0, nameLimit(limit)),
  speakers: ({ speakers }: Facets, { limit }: { limit: number }) => speakers.slice(0, nameLimit(limit)),
};

/** Resolvers of every object type but the connections. */
export const objects = {
  Node: { __resolveType: ({ id }: { id: string }) => nodeKind(id) },
  Status: { ACTUAL: "actual", FUTURE: "future", HYPOTHETICAL: "hypothetical", NEGATED: "negated" },
  Entity: entityFields,
  Relation: relationFields,
  Assertion: assertionFields,
  Document: documentFields,
  Mention: mentionFields,
  Sentence: sentenceFields,
  Subgraph: subgraphFields,
  Path: pathFields,
  Facets: facetFields,
  ...recordObjects,
};
