/**
 * The store's port: what every adapter answers, and nothing of how. Readers cannot write.
 * The same questions have the same answers in every adapter; `test/contract` holds them to it.
 */
import type { AssertionId, DocumentId, EntityId, NoteId, RelationId, StoryId, ViewId } from "../../schema/ids.ts";
import type {
  Assertion,
  Entity,
  Mention,
  NonEmpty,
  Note,
  ReadDocument,
  Relation,
  Sentence,
  Span,
  StoredDocument,
  StoredRecord,
  Story,
  View,
} from "../../schema/model.ts";
import type { EntityKind, QuadClass, RelationType, Status } from "../../schema/ontology.ts";

/**
 * All conditions hold together, on the same assertion; lists mean any of, an empty list means none.
 * `entities` and `kinds` pass where either end does. `from` and `to` pass an assertion whose days overlap them.
 */
export interface RelationFilter {
  readonly types?: readonly RelationType[] | undefined;
  readonly quads?: readonly QuadClass[] | undefined;
  readonly kinds?: readonly EntityKind[] | undefined;
  readonly entities?: readonly EntityId[] | undefined;
  readonly relations?: readonly RelationId[] | undefined;
  /** An end is this entity, whatever `entities` asks besides. */
  readonly of?: EntityId | undefined;
  readonly statuses?: readonly Status[] | undefined;
  readonly speakers?: readonly string[] | undefined;
  readonly publishers?: readonly string[] | undefined;
  readonly documents?: readonly DocumentId[] | undefined;
  readonly extractors?: readonly string[] | undefined;
  /** First and last day of interest, YYYY-MM-DD. With either, undated assertions pass only if `undated`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Alone: true passes undated assertions only, false dated ones only. */
  readonly undated?: boolean | undefined;
  /** Published on or before this day; a document without a day of publication does not pass. */
  readonly publishedBy?: string | undefined;
  /** Published on or after this day; likewise. */
  readonly publishedSince?: string | undefined;
  /** Read by Actant at or before this instant, RFC 3339, UTC. */
  readonly ingestedBy?: string | undefined;
  /** At least so many assertions, or documents, of the edge pass all other conditions. */
  readonly minAssertions?: number | undefined;
  readonly minDocuments?: number | undefined;
  readonly minConfidence?: number | undefined;
  /**
   * Every word stands in the quote, ignoring case and accents; the last may be the beginning of a word. What a word
   * is, `words.ts` says. A query without words asks nothing.
   */
  readonly query?: string | undefined;
}

/**
 * `WEIGHT`: most assertions first (of all that the edge has, whatever the filter). `LATEST`: latest `lastDate` first,
 * undated last. `NAME`: by id. Ties go by id; strings are ordered by code point everywhere.
 */
export const RELATION_ORDERS = ["WEIGHT", "LATEST", "NAME"] as const;
export type RelationOrder = (typeof RELATION_ORDERS)[number];

/** A keyset cursor: opaque, and stable while others write. */
export interface PageRequest {
  /** 1 to 1,000. */
  readonly first: number;
  readonly after?: string | undefined;
}

export interface Page<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly hasNextPage: boolean;
  /** Counted only when asked for. */
  readonly totalCount: () => Promise<number>;
}

/** The most assertions that an edge of a neighbourhood comes with. */
export const MOST_EVIDENCE = 3;

/** What is cited of a document beside a quote. */
export type Citation = Pick<StoredDocument, "id" | "title" | "publisher" | "author" | "url" | "published">;

/** An assertion that came with what is cited of its document. */
export interface CitedAssertion extends Assertion {
  readonly cited: Citation;
}

/** The first assertions of an edge, in the order of `assertions`. */
export interface Evidence {
  readonly nodes: readonly CitedAssertion[];
  /** A cursor of `assertionsOf`, after one of the nodes. */
  readonly cursorOf: (nth: number) => string;
}

/** An edge that its first assertions may have come with. */
export interface EvidencedRelation extends Relation {
  readonly evidence?: Evidence | undefined;
}

export interface Subgraph {
  readonly relations: readonly EvidencedRelation[];
  /** Whether more edges pass the filter than are here. */
  readonly truncated: boolean;
  /** Read only when asked for: those asked about that are there, then in the order of the edges. */
  readonly entities: () => Promise<readonly Entity[]>;
  /** How many edges pass the filter in all; counted only when asked for. */
  readonly totalRelations: () => Promise<number>;
}

/** How many edges of one type lead to neighbours of one kind. */
export interface NeighborCount {
  readonly type: RelationType;
  readonly kind: EntityKind;
  /** Whether the entity asked about is the subject; true for symmetric types. */
  readonly outgoing: boolean;
  readonly relations: number;
  readonly entities: number;
}

/** A way from one entity to another: `relations[i]` joins `entities[i]` and `entities[i + 1]`, either way round. */
export interface Path {
  readonly entities: readonly Entity[];
  readonly relations: NonEmpty<Relation>;
}

export const TIME_BINS = ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"] as const;
export type TimeBin = (typeof TIME_BINS)[number];
/** `EVENT`: when it happened. `PUBLICATION`: when its document was published. */
export const CLOCKS = ["EVENT", "PUBLICATION"] as const;
export type Clock = (typeof CLOCKS)[number];

/** The assertions of one bin; that of the undated has no days. */
export interface TimelineBin {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly assertions: number;
  /** Those whose date allows days outside the bin. */
  readonly reachingBeyond: number;
  /** Those of each quad class that has any, in the ontology's order. */
  readonly quads: readonly { readonly quad: QuadClass; readonly count: number }[];
}

/** How many edges and assertions have something in common. */
export interface Share {
  readonly relations: number;
  readonly assertions: number;
}
export type NameFacet = Share & { readonly name: string };

/** Counts of what passes a filter. Lists: most assertions first (kinds: most edges), then by name. */
export interface Facets extends Share {
  readonly entities: number;
  readonly kinds: readonly { readonly kind: EntityKind; readonly entities: number; readonly relations: number }[];
  readonly types: readonly (Share & { readonly type: RelationType })[];
  readonly quads: readonly (Share & { readonly quad: QuadClass })[];
  readonly statuses: readonly { readonly status: Status; readonly count: number }[];
  /** At most `MOST_NAMES`; documents without a publisher are not counted. */
  readonly publishers: readonly NameFacet[];
  readonly publisherCount: number;
  /** At most `MOST_NAMES`; the authors' own statements are under the empty name. */
  readonly speakers: readonly NameFacet[];
  readonly speakerCount: number;
  readonly extractors: readonly NameFacet[];
}

/** The most publishers, and speakers, that facets name. */
export const MOST_NAMES = 1_000;

/** The graph from above, in columns: the values of one entity, or of one edge, have the same index in every list. */
export interface Overview {
  readonly entities: {
    readonly id: readonly EntityId[];
    readonly name: readonly string[];
    readonly kind: readonly EntityKind[];
    readonly degree: readonly number[];
    readonly x: readonly number[];
    readonly y: readonly number[];
    /** Indexes of `communities`, -1 for none. */
    readonly community: readonly number[];
  };
  readonly relations: {
    /** Indexes of `entities`. */
    readonly subject: readonly number[];
    readonly object: readonly number[];
    readonly quad: readonly QuadClass[];
    readonly weight: readonly number[];
  };
  /** Those that the entities belong to, largest first. */
  readonly communities: readonly Community[];
  readonly totalEntities: number;
  readonly totalRelations: number;
  readonly truncated: boolean;
  readonly layoutVersion: number;
}

export interface Community {
  /** Of the member with most edges. */
  readonly name: string;
  /** Its members in the whole graph. */
  readonly size: number;
}

/** The most entities and edges of an overview. */
export const MOST_OVERVIEW = { entities: 20_000, relations: 60_000 } as const;

export interface Statistics {
  readonly documents: number;
  readonly sentences: number;
  readonly entities: number;
  readonly relations: number;
  readonly assertions: number;
  readonly mentions: number;
  /** Counts every write; grows by at least one with each document written or removed. */
  readonly version: number;
}

/** What changes by itself. */
export interface Versions {
  /** That of `Statistics`. */
  readonly version: number;
  /** The version of the graph that positions were laid out for. */
  readonly layoutVersion: number;
  /** Counts every change of views, stories and notes. */
  readonly recordVersion: number;
}

/** The graph as it is laid out, in columns: entities with edges, most edges first; edges heaviest first. */
export interface LayoutInput extends Versions {
  readonly id: readonly EntityId[];
  readonly name: readonly string[];
  readonly degree: readonly number[];
  /** Where each stands now; null if it was not laid out yet. */
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
  /** Indexes of `id`. */
  readonly subject: readonly number[];
  readonly object: readonly number[];
  readonly weight: readonly number[];
}

/** Places and communities, in columns. */
export interface Layout {
  /** The version of the graph that was laid out. */
  readonly version: number;
  readonly id: readonly EntityId[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Indexes of `communities`. */
  readonly community: readonly number[];
  readonly communities: readonly Community[];
}

/** The most entities that are laid out, and edges that are heeded; what is beyond stands beside its neighbours. */
export const MOST_LAID_OUT = { entities: 50_000, relations: 300_000 } as const;

type Draft<Kept extends StoredRecord> = Omit<Kept, "id" | "revision" | "createdAt" | "updatedAt"> &
  ({ readonly id?: undefined } | Pick<Kept, "id" | "revision">);

/** A record to keep: a new one, or what one is to be, with the revision on which the change builds. */
export type RecordDraft = Draft<View> | Draft<Story> | Draft<Note>;

/** What a reader may ask. Batch calls answer in the order asked, undefined for what is not there. */
export interface StoreReader {
  entitiesById(ids: readonly EntityId[]): Promise<readonly (Entity | undefined)[]>;
  relationsById(ids: readonly RelationId[]): Promise<readonly (Relation | undefined)[]>;
  assertionsById(ids: readonly AssertionId[]): Promise<readonly (Assertion | undefined)[]>;
  documentsById(ids: readonly DocumentId[]): Promise<readonly (StoredDocument | undefined)[]>;
  /** The whole text of a document, as read, and its sentences. */
  textOf(id: DocumentId): Promise<{ readonly text: string; readonly sentences: readonly Span[] } | undefined>;

  /** By exact name or alias, ignoring case; of several, the one with most edges, then the smallest id. */
  entityByName(name: string): Promise<Entity | undefined>;
  /**
   * With `text`: names and aliases, prefix-matching and forgiving one typing error a word, best first as
   * `name-search.ts` says; nothing where it has no words. Without, or blank: most edges first, then by id.
   */
  entities(
    query: { readonly text?: string | undefined; readonly kinds?: readonly EntityKind[] | undefined },
    page: PageRequest,
  ): Promise<Page<Entity>>;
  /** Edges that have at least one assertion that passes. */
  relations(filter: RelationFilter, order: RelationOrder, page: PageRequest): Promise<Page<Relation>>;
  /** Assertions that pass, latest publication first (unknown last), then by document, place in its text, and id. */
  assertions(filter: RelationFilter, page: PageRequest): Promise<Page<Assertion>>;
  /** The first assertions of each of several edges, in the order of `assertions`. */
  assertionsOf(relations: readonly RelationId[], page: PageRequest): Promise<readonly Page<Assertion>[]>;
  /** The assertions made in each of several sentences or parts of them, in the order of `assertions`. */
  assertionsIn(sentences: readonly Sentence[]): Promise<readonly (readonly Assertion[])[]>;
  /**
   * Full text over every sentence: all words, the last perhaps unfinished. Best first: the sentences that say the
   * least else (fewest words), then latest publication, document and place.
   */
  sentences(query: string, page: PageRequest): Promise<Page<Sentence>>;
  /** Latest publication first (unknown last), then by id; `text`: every word in title, author, publisher or source. */
  documents(
    query: { readonly text?: string | undefined; readonly publisher?: string | undefined },
    page: PageRequest,
  ): Promise<Page<StoredDocument>>;
  /** Mentions of one entity, or in one document, by document, place, and entity. */
  mentions(
    of: { readonly entity: EntityId } | { readonly document: DocumentId },
    page: PageRequest,
  ): Promise<Page<Mention>>;

  /**
   * What surrounds some entities, to `depth` 1–3, at most `limit` (1–5,000) edges: the nearest first, so that what is
   * returned hangs together, then in the order of `WEIGHT`. An edge is one step away where an end is among those asked
   * about, and so on outward over edges that pass. Edges come with their first `evidence` assertions, up to
   * `MOST_EVIDENCE` and where these are not too long.
   */
  neighborhood(
    of: readonly EntityId[],
    depth: number,
    filter: RelationFilter,
    limit: number,
    evidence?: number,
  ): Promise<Subgraph>;
  /** Most edges first, then by type, kind, outgoing before incoming. */
  neighborCounts(of: EntityId, filter: RelationFilter): Promise<readonly NeighborCount[]>;
  /**
   * The paths of fewest edges, and then those of one edge more, of at most `maxHops` (1–8) edges and at most `limit`
   * (1–50) of them. Every hop is an edge that passes, in either direction; where several join the same two entities,
   * the first in the order of `WEIGHT`. Of paths alike long: most assertions in all first, then by the ids on the way.
   * None from an entity to itself.
   */
  paths(from: EntityId, to: EntityId, maxHops: number, limit: number, filter: RelationFilter): Promise<readonly Path[]>;
  /**
   * The entities that have an edge that passes, most edges first (in the whole graph), then by id, at most `limit` of
   * them; and the edges that pass among them, in the order of `WEIGHT`, at most `MOST_OVERVIEW.relations`.
   */
  overview(filter: RelationFilter, limit: number): Promise<Overview>;
  /**
   * The assertions that pass, by bins in order, those without any left out, then the undated: by the first day that
   * the date allows, or the last where the beginning is open.
   */
  timeline(filter: RelationFilter, bin: TimeBin, clock: Clock): Promise<readonly TimelineBin[]>;
  facets(filter: RelationFilter): Promise<Facets>;
  statistics(): Promise<Statistics>;
  /** Cheap enough to be asked before every answer. */
  versions(): Promise<Versions>;
  layoutInput(): Promise<LayoutInput>;

  recordsById(ids: readonly (ViewId | StoryId | NoteId)[]): Promise<readonly (StoredRecord | undefined)[]>;
  /** All saved views without their state, latest change first, then by id. */
  views(): Promise<readonly Omit<View, "state">[]>;
  /** All stories, latest change first, then by id. */
  stories(): Promise<readonly Story[]>;
  /** The notes on these, oldest first, then by id. */
  notes(of: readonly string[]): Promise<readonly Note[]>;
  /** Every record, in the order of ids. */
  records(): AsyncIterable<StoredRecord>;
  /** One document whole, as it was written. */
  whole(id: DocumentId): Promise<ReadDocument | undefined>;
  /** Every document whole, in the order of ids, as it was written; memory stays flat. */
  export(): AsyncIterable<ReadDocument>;
}

/** What became of a document that was written. */
export interface WriteResult {
  readonly id: DocumentId;
  /** True where the store held the same text already; then nothing was changed. */
  readonly known: boolean;
  /** Edges, entities and assertions that the graph did not have before. */
  readonly newRelations: number;
  readonly newEntities: number;
  readonly newAssertions: number;
}

/** What went with a document that was taken back. */
export interface RemovalResult {
  /** False where there was no such document. */
  readonly removed: boolean;
  readonly relations: number;
  readonly entities: number;
  readonly assertions: number;
}

/** What ingest may do. Each document is written in one transaction: whole or not at all. */
export interface StoreWriter {
  write(document: ReadDocument): Promise<WriteResult>;
  remove(id: DocumentId): Promise<RemovalResult>;
  /** Puts a document, read anew, in the place of the one with its text, in one transaction; false where there is none. */
  replace(document: ReadDocument): Promise<boolean>;
  /** Throws a ConflictError where the record is not as it was at the draft's revision. */
  saveRecord(draft: RecordDraft): Promise<StoredRecord>;
  /** Keeps a record as it is, whatever was there: for bringing back what was dumped. */
  putRecord(record: StoredRecord): Promise<void>;
  /** False where there was none. The notes on a view go with it. */
  deleteRecord(id: ViewId | StoryId | NoteId): Promise<boolean>;
  /** Keeps a layout, unless there is one of this version or a later one; then false. */
  writeLayout(layout: Layout): Promise<boolean>;
  /** Of several documents, those that the store holds. */
  held(ids: readonly DocumentId[]): Promise<ReadonlySet<DocumentId>>;
}

/** A rule that what is kept breaks. */
export interface Flaw {
  /** What should hold. */
  readonly rule: string;
  /** Where it does not: an id, or what else tells the place. */
  readonly where: string;
}

/** An open store. */
export interface Store extends StoreReader, StoreWriter {
  /** `sqlite` or `neo4j`. */
  readonly kind: string;
  /** Where it is, without secrets, for messages. */
  readonly location: string;
  /** Everything that is wrong with what is kept: nothing where every invariant holds. To be asked while none write. */
  verify(): AsyncIterable<Flaw>;
  /** Throws a StoreError if the store cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A failure of a store, told for people: what was wrong, where, and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** What was to be changed has been changed, or deleted, by another meanwhile. */
export class ConflictError extends StoreError {
  /** As it is now; undefined if it is gone. */
  readonly current: StoredRecord | undefined;

  constructor(id: string, current: StoredRecord | undefined) {
    const fate = current ? `was changed meanwhile; it is at revision ${current.revision}` : "was deleted meanwhile";
    super(`${id} ${fate}. Look at it again before you save over it.`);
    this.current = current;
  }
}
