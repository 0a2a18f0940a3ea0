/** The TypeScript model. Offsets are UTF-16 code units into the text of the document that they belong to. */
import type { AssertionId, DocumentId, EntityId, NodeId, NoteId, RelationId, StoryId, ViewId } from "./ids.ts";
import type { EntityKind, RelationType, Status } from "./ontology.ts";

/** A list that cannot be empty. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** `text.slice(start, end)` of its document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a text comes from, as far as it says or its bringer told. */
export interface Provenance {
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
  /** The day of publication, YYYY-MM-DD. */
  readonly published?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
}

/** A text that has not been read yet. `source` is where it was found, for messages: a path or a name. */
export interface SourceText {
  readonly source: string;
  /** The text as read, front matter included. */
  readonly text: string;
  /** What the bringer says about the text; it goes before what the text's front matter says. */
  readonly given?: Partial<Provenance> | undefined;
}

/** An actor, place or event as one document names it. */
export interface DocumentEntity {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: EntityKind;
  /** Other names, without the canonical one; distinct and sorted by code unit. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  /** WGS 84, degrees. */
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  /** Every place where the document names it, in text order; they do not nest. */
  readonly mentions: readonly Span[];
}

/** One sentence saying that one relation holds. Its span is its quote. */
export interface DocumentAssertion extends Span {
  readonly subject: EntityId;
  readonly type: RelationType;
  readonly object: EntityId;
  /** The words that carry the relation. */
  readonly trigger: readonly Span[];
  readonly subjectMention?: Span | undefined;
  readonly objectMention?: Span | undefined;
  readonly status: Status;
  /** Who says so in the text, as the text has it; empty where the author states it. */
  readonly speaker: string;
  /** When it happened, EDTF; empty if the sentence gives no date. */
  readonly date: string;
  /** The extractor's own, 0 to 1. */
  readonly confidence: number;
  /** `name/version` of what found it, or `analyst`. */
  readonly extractor: string;
}

/**
 * A document as read: one line of the interchange format, and the unit that a store writes whole or not at all.
 * Only `parseDocument` of `interchange.ts` and the reader in `server/ingest` make one.
 */
export interface ReadDocument extends Provenance {
  readonly id: DocumentId;
  readonly source: string;
  readonly text: string;
  /** What is not English has sentences, but no entities and no assertions of ours. */
  readonly language: string;
  /** RFC 3339, UTC; given only when a document comes out of a store. */
  readonly ingestedAt?: string | undefined;
  readonly sentences: readonly Span[];
  readonly entities: readonly DocumentEntity[];
  readonly assertions: readonly DocumentAssertion[];
}

/** An actor, place or event as the whole graph knows it. */
export interface Entity {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: EntityKind;
  /** Every other name that a document gives it; sorted. */
  readonly aliases: readonly string[];
  /** Of the documents that tell, the one with the smallest id decides; the coordinates likewise, as a pair. */
  readonly country?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  /** How many edges it has. */
  readonly degree: number;
  readonly mentionCount: number;
  readonly documentCount: number;
}

/** An edge. It exists exactly while at least one assertion of it exists. */
export interface Relation {
  readonly id: RelationId;
  readonly subject: EntityId;
  readonly type: RelationType;
  readonly object: EntityId;
  readonly assertionCount: number;
  readonly documentCount: number;
  /** Distinct speakers named in the texts; the authors themselves are not counted. */
  readonly speakerCount: number;
  readonly statuses: NonEmpty<{ readonly status: Status; readonly count: number }>;
  /**
   * The earliest and latest day that an assertion of any status names, YYYY-MM-DD; an open end counts as the other.
   */
  readonly firstDate?: string | undefined;
  readonly lastDate?: string | undefined;
}

/** An assertion in a store. `quote` is `text.slice(start, end)` of its document. */
export interface Assertion extends DocumentAssertion {
  readonly id: AssertionId;
  readonly relation: RelationId;
  readonly document: DocumentId;
  readonly quote: string;
}

/** A document in a store, without its text, which is fetched by itself. */
export interface StoredDocument extends Provenance {
  readonly id: DocumentId;
  readonly source: string;
  readonly language: string;
  readonly ingestedAt: string;
  readonly entityCount: number;
  readonly relationCount: number;
}

/** A mention in a store, with the sentence that it stands in. */
export interface Mention extends Span {
  readonly entity: EntityId;
  readonly document: DocumentId;
  readonly text: string;
  readonly sentence: Span;
}

/** A sentence in a store. */
export interface Sentence extends Span {
  readonly document: DocumentId;
  readonly text: string;
}

/** What all that analysts keep has. */
interface Kept {
  /** Grows by one with each change; 1 at first. */
  readonly revision: number;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A view of the explorer, saved under a name. `state` is the explorer's own, as JSON. */
export interface View extends Kept {
  readonly kind: "view";
  readonly id: ViewId;
  readonly name: string;
  readonly state: string;
}

/** Views in an order, with what is told at each; a view may be gone. */
export interface Story extends Kept {
  readonly kind: "story";
  readonly id: StoryId;
  readonly name: string;
  readonly steps: readonly { readonly view: ViewId; readonly caption: string }[];
}

/** What an analyst noted on something, which may be gone and come back. */
export interface Note extends Kept {
  readonly kind: "note";
  readonly id: NoteId;
  readonly of: NodeId;
  readonly text: string;
}

/** What an analyst keeps. It stays whatever becomes of documents. */
export type StoredRecord = View | Story | Note;
