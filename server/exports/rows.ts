/** What exports tell of: entities, edges with their sentences, sentences, documents, each as far as a filter lets pass. */
import type { DocumentId, EntityId, RelationId } from "../../schema/ids.ts";
import type { Assertion, Entity, ReadDocument, Relation, StoredDocument } from "../../schema/model.ts";
import type { RelationFilter, StoreReader } from "../store/port.ts";
import { inParts, Lookup, pagesOf } from "./pages.ts";

/** Where rows come from. */
export interface Source {
  readonly store: StoreReader;
  readonly filter: RelationFilter;
}

/** A sentence with the document that it stands in. */
export interface Quoted {
  readonly assertion: Assertion;
  readonly document: StoredDocument;
}

/** A sentence with the ends of what it asserts. */
export interface AssertionRow extends Quoted {
  readonly subject: Entity;
  readonly object: Entity;
}

/** An edge with its ends, and the sentences of it that pass. */
export interface EdgeRow {
  readonly relation: Relation;
  readonly subject: Entity;
  readonly object: Entity;
  readonly quoted: readonly Quoted[];
}

const entitiesOf = ({ store }: Source) => new Lookup((ids: readonly EntityId[]) => store.entitiesById(ids));
const documentsOf = ({ store }: Source) => new Lookup((ids: readonly DocumentId[]) => store.documentsById(ids));

/** A row whose document or end was taken back meanwhile is left out. */
const isWhole = <Row extends object>(row: { [Key in keyof Row]: Row[Key] | undefined }): row is Row =>
  Object.values(row).every((value) => value !== undefined);

/** Every assertion that passes, latest publication first. */
export async function* assertionRows(source: Source): AsyncGenerator<readonly AssertionRow[]> {
  const { store, filter } = source;
  const [entities, documents] = [entitiesOf(source), documentsOf(source)];
  for await (const page of pagesOf((request) => store.assertions(filter, request))) {
    const ends = await entities.load(page.flatMap(({ subject, object }) => [subject, object]));
    const held = await documents.load(page.map(({ document }) => document));
    yield page
      .map((assertion) => ({
        assertion,
        document: held.get(assertion.document),
        subject: ends.get(assertion.subject),
        object: ends.get(assertion.object),
      }))
      .filter((row) => isWhole<AssertionRow>(row));
  }
}

/** About so many sentences are held at once; one edge alone may have more. */
const MOST_SENTENCES = 2_000;

function* fewAtOnce(relations: readonly Relation[]): Generator<readonly Relation[]> {
  let [part, sentences]: [Relation[], number] = [[], 0];
  for (const relation of relations) {
    if (part.length > 0 && sentences + relation.assertionCount > MOST_SENTENCES) {
      yield part;
      [part, sentences] = [[], 0];
    }
    part.push(relation);
    sentences += relation.assertionCount;
  }
  if (part.length > 0) yield part;
}

async function quotesOf({ store, filter }: Source, relations: readonly Relation[]) {
  const found = new Map<RelationId, Assertion[]>(relations.map(({ id }) => [id, []]));
  const asked = { ...filter, relations: [...found.keys()] };
  for await (const page of pagesOf((request) => store.assertions(asked, request)))
    for (const assertion of page) found.get(assertion.relation)?.push(assertion);
  return found;
}

/** Every edge that passes, by id. */
export async function* edgeRows(source: Source): AsyncGenerator<readonly EdgeRow[]> {
  const { store, filter } = source;
  const [entities, documents] = [entitiesOf(source), documentsOf(source)];
  for await (const page of pagesOf((request) => store.relations(filter, "NAME", request)))
    for (const relations of fewAtOnce(page)) {
      const quotes = await quotesOf(source, relations);
      const ends = await entities.load(relations.flatMap(({ subject, object }) => [subject, object]));
      const held = await documents.load([...quotes.values()].flat().map(({ document }) => document));
      const quoted = (relation: Relation) =>
        (quotes.get(relation.id) ?? [])
          .map((assertion) => ({ assertion, document: held.get(assertion.document) }))
          .filter((row) => isWhole<Quoted>(row));
      yield relations
        .map((relation) => ({
          relation,
          subject: ends.get(relation.subject),
          object: ends.get(relation.object),
          quoted: quoted(relation),
        }))
        .filter((row) => isWhole<EdgeRow>(row) && row.quoted.length > 0) as EdgeRow[];
    }
}

const asksForAll = ({ filter }: Source) => Object.values(filter).every((value) => value === undefined);
const AT_ONCE = 500;

/** The ends of all edges that pass, by id; every entity where the filter asks nothing. Holds the ids of the ends. */
export async function* entityRows(source: Source): AsyncGenerator<readonly Entity[]> {
  const { store, filter } = source;
  if (asksForAll(source)) return yield* pagesOf((request) => store.entities({}, request));
  const ids = new Set<EntityId>();
  for await (const page of pagesOf((request) => store.relations(filter, "NAME", request)))
    for (const { subject, object } of page) ids.add(subject).add(object);
  for (const part of inParts([...ids].sort(), AT_ONCE))
    yield (await store.entitiesById(part)).filter((entity) => entity !== undefined);
}

/** The documents with an assertion that passes, by id, with those assertions' edges. Holds the ids of the documents. */
export async function documentIds({ store, filter }: Source): Promise<readonly DocumentId[]> {
  const ids = new Set<DocumentId>();
  for await (const page of pagesOf((request) => store.assertions(filter, request)))
    for (const { document } of page) ids.add(document);
  return [...ids].sort();
}

/** Documents whole: all, or those with an assertion that passes. */
export async function* wholeDocuments(source: Source): AsyncGenerator<ReadDocument> {
  if (asksForAll(source)) return yield* source.store.export();
  for (const id of await documentIds(source)) {
    const document = await source.store.whole(id);
    if (document) yield document;
  }
}

/** A document with the edges that its passing assertions assert. */
export interface ReportRow {
  readonly document: StoredDocument;
  readonly relations: ReadonlySet<RelationId>;
}

const REPORTS_AT_ONCE = 50;

/** Every document with an assertion that passes, by id. */
export async function* reportRows({ store, filter }: Source): AsyncGenerator<readonly ReportRow[]> {
  for (const ids of inParts(await documentIds({ store, filter }), REPORTS_AT_ONCE)) {
    const relations = new Map<DocumentId, Set<RelationId>>(ids.map((id) => [id, new Set()]));
    for await (const page of pagesOf((request) => store.assertions({ ...filter, documents: ids }, request)))
      for (const { document, relation } of page) relations.get(document)?.add(relation);
    const documents = await store.documentsById(ids);
    yield documents.flatMap((document) => (document ? [{ document, relations: relations.get(document.id)! }] : []));
  }
}
